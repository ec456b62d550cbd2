package dev.okxguard.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A value that may stand first on the line or behind its option.
public final class Either {
  private Either() {}

  /// The value given, if any; a usage fault when it is given twice and differently, or blank.
  ///
  /// @param option the option's name, for the message
  /// @param first what stood without a name, or null
  /// @param named what stood behind the option, or null
  public static Optional<String> of(CommandSpec spec, String option, String first, String named) {
    if (first != null && named != null && !first.equals(named)) {
      throw new ParameterException(
          spec.commandLine(), option + " is given twice: '" + first + "' and '" + named + "'");
    }
    Optional<String> value = Optional.ofNullable(first == null ? named : first);
    if (value.filter(String::isBlank).isPresent()) {
      throw new ParameterException(spec.commandLine(), option + " is blank");
    }
    return value;
  }
}
