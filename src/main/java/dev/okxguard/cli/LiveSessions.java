package dev.okxguard.cli;

import dev.okxguard.config.Home;
import dev.okxguard.console.Console;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.HttpTransport;
import java.nio.file.Path;
import java.util.HashMap;
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
    if (!globals.paper() && !plain()) {
      Daemons.start(HttpTransport::load);
    }
    return new CommandSession(globals, this);
  }

  /// The same with the state at the usual place, where the variable that moves it cannot be used.
  ///
  /// @throws Fault CONFIG when there is no usual place either
  Optional<Sessions> placed() {
    try {
      Home.of(environment, userHome);
      return Optional.empty();
    } catch (Fault fault) {
      Map<String, String> others = new HashMap<>(environment);
      if (others.remove(Home.MOVED_BY) == null) {
        return Optional.empty();
      }
      Home.of(others, userHome);
      console.err().println("Warning: " + fault.getMessage() + "; a stop goes to the usual place");
      return Optional.of(new LiveSessions(others, userHome, console, time, random));
    }
  }

  /// Whether the environment already says that there is no TLS, as for a paper exchange.
  private boolean plain() {
    return environment.getOrDefault("OKX_API_BASE_URL", "").startsWith("http:");
  }
}
