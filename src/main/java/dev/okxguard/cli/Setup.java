package dev.okxguard.cli;

import dev.okxguard.config.Flags;
import dev.okxguard.config.Settings;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.RestExchange;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// What a command starts from that looks at the configuration from outside: it works with no file,
/// and with one that cannot be read.
///
/// @param flags what the command line says about configuration
/// @param environment the environment variables
public record Setup(Flags flags, Map<String, String> environment) {

  /// Of the command line that is being run.
  ///
  /// @throws dev.okxguard.model.Fault USAGE when it names two environments
  public static Setup of(CommandSpec spec) {
    Root root = (Root) spec.root().userObject();
    return new Setup(
        GlobalFlags.of(root.globals(), Optional.empty()), root.sessions().environment());
  }

  /// Asks OKX with those settings, which no file may have yet, whose key it is.
  ///
  /// @throws dev.okxguard.model.Fault as a read does
  public AccountConfig account(Settings settings, Time time) {
    Environment environment = settings.environment().orElse(Environment.LIVE);
    try (Connection connection = Connection.network(settings, environment, time)) {
      return new RestExchange(connection.client()).config();
    }
  }
}
