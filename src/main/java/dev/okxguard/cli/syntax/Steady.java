package dev.okxguard.cli.syntax;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.ParameterException;

/// Sets an option that may stand at several places of a line. None takes another one back: whoever
/// adds to a line that begins with `--profile demo --read-only` can neither write nor go elsewhere
/// by that.
final class Steady implements ISetter {
  private final ISetter field;
  private final CommandSpec command;
  private final String name;
  private Optional<Object> said = Optional.empty();

  /// @param command that has the option
  Steady(ISetter field, CommandSpec command, String name) {
    this.field = field;
    this.command = command;
    this.name = name;
  }

  @Override
  public <T> T set(T value) throws Exception {
    Optional<Object> other = said.filter(before -> !before.equals(value));
    if (other.isPresent()) {
      throw new ParameterException(
          command.commandLine(), name + " is given twice, as " + other.get() + " and as " + value);
    }
    said = Optional.of(value);
    return field.set(value);
  }
}
