package dev.okxguard.cli.syntax;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.ParameterException;

/// Sets a flag that may stand at several places of a line. None takes it back: whoever adds to a
/// line that begins with `--demo --read-only` can neither write nor go elsewhere by that.
final class Steady implements ISetter {
  private final ISetter field;
  private final CommandSpec command;
  private final String name;
  private Optional<Object> said = Optional.empty();

  /// @param command that has the flag
  Steady(ISetter field, CommandSpec command, String name) {
    this.field = field;
    this.command = command;
    this.name = name;
  }

  @Override
  public <T> T set(T value) throws Exception {
    if (said.filter(before -> !before.equals(value)).isPresent()) {
      throw new ParameterException(
          command.commandLine(), name + " is given twice, as true and as false");
    }
    said = Optional.of(value);
    return field.set(value);
  }
}
