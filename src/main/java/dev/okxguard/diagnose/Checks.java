package dev.okxguard.diagnose;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Every check there is, over one set-up.
public final class Checks {
  private Checks() {}

  /// Looks at everything.
  ///
  /// @param budget what it may take as a whole
  public static Diagnosis run(Setup setup, Duration budget) {
    return run(setup, budget, false);
  }

  /// The same as a gate: whether this may trade real money.
  public static Diagnosis goLive(Setup setup, Duration budget) {
    return run(setup, budget, true).strict();
  }

  private static Diagnosis run(Setup setup, Duration budget, boolean goLive) {
    Sources sources = new Sources(setup, new Budget(budget));
    return Diagnosis.of(all(setup, sources, goLive), sources.uid, budget);
  }

  private static List<Check> all(Setup setup, Sources sources, boolean goLive) {
    return Stream.of(
            new InstallChecks(setup.installation()).all(),
            new ConfigChecks(sources, goLive).all(),
            new NetworkChecks(sources).all(),
            new KeyChecks(sources).all(),
            new AccountChecks(sources).all(),
            new GuardChecks(sources, setup).all(),
            new BrakeChecks(sources, setup).all(),
            new JournalChecks(sources, setup).all(),
            new AlertChecks(setup).all())
        .flatMap(List::stream)
        .toList();
  }
}
