package dev.okxguard.cli;

import dev.okxguard.console.Console;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Time;
import dev.okxguard.okx.HttpTransport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Sessions over the process's own environment.
///
/// @param environment the environment variables
/// @param userHome the home directory that the user database names; empty where it does not matter
/// @param random source of client order ids
public record LiveSessions(
    Map<String, String> environment,
    Optional<Path> userHome,
    Console console,
    Time time,
    RandomGenerator random)
    implements Sessions {

  @Override
  public Session open(Globals globals) {
    if (!globals.paper()) {
      Daemons.start(HttpTransport::load);
    }
    return new CommandSession(globals, this);
  }
}
