package dev.okxguard.cli;

import dev.okxguard.config.Flags;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What the command line says about configuration.
final class GlobalFlags {
  private GlobalFlags() {}

  /// @param beside the profile to read with instead of the one asked for
  /// @throws Fault USAGE when it names two environments
  static Flags of(Globals globals, Optional<String> beside) {
    return beside.map(profile -> beside(globals, profile)).orElseGet(() -> of(globals));
  }

  /// Nobody chose an environment.
  static Fault unchosen() {
    return new Fault(
        ExitCode.CONFIG,
        "no environment chosen: nothing that writes runs on a guess",
        "add --paper, --demo or --live, or set demo = true or false in the profile");
  }

  private static Flags of(Globals globals) {
    return new Flags(
        globals.profile(),
        environment(globals),
        globals.readOnly(),
        globals.config(),
        globals.timeout().map(Duration::ofMillis));
  }

  /// The same for reading with another profile, in whatever environment that one says.
  private static Flags beside(Globals globals, String profile) {
    Optional<Duration> timeout = globals.timeout().map(Duration::ofMillis);
    return new Flags(Optional.of(profile), Optional.empty(), true, globals.config(), timeout);
  }

  private static Optional<Environment> environment(Globals globals) {
    var chosen =
        Stream.of(
                globals.live() ? Optional.of(Environment.LIVE) : Optional.<Environment>empty(),
                globals.demo() ? Optional.of(Environment.DEMO) : Optional.<Environment>empty(),
                globals.paper() ? Optional.of(Environment.PAPER) : Optional.<Environment>empty())
            .flatMap(Optional::stream)
            .toList();
    if (chosen.size() > 1) {
      throw new Fault(
          ExitCode.USAGE, "--live, --demo and --paper exclude each other", "give one of them");
    }
    return chosen.stream().findFirst();
  }
}
