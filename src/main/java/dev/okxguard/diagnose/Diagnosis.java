package dev.okxguard.diagnose;

import dev.okxguard.diagnose.Finding.Level;
import dev.okxguard.model.Daemons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// What all checks found, in the order of [CheckId].
///
/// @param uid of the account that was looked at; empty when nobody could tell
public record Diagnosis(Optional<String> uid, List<Found> all) {
  public Diagnosis {
    all = List.copyOf(all);
  }

  /// One check's finding.
  public record Found(CheckId id, Finding finding) {}

  /// Runs the checks side by side. Never throws, and never takes longer than the budget: a check
  /// that does not end in time is a finding of its own.
  static Diagnosis of(List<Check> checks, Source<String> uid, Duration budget) {
    List<Check> ordered = checks.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    List<Callable<Finding>> looks = new ArrayList<>();
    ordered.forEach(check -> looks.add(check::find));
    List<Finding> findings = findings(looks, budget);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      found.add(new Found(ordered.get(i).id(), findings.get(i)));
    }
    return new Diagnosis(uid.ifRead(), found);
  }

  private static List<Finding> findings(List<Callable<Finding>> looks, Duration budget) {
    // Not closed: closing waits for what cannot be interrupted. Its threads are daemons.
    ExecutorService threads = Daemons.executor();
    try {
      return threads.invokeAll(looks, budget.toMillis(), TimeUnit.MILLISECONDS).stream()
          .map(end -> finding(end, budget))
          .toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return looks.stream().map(_ -> Finding.unknown("interrupted", "")).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Finding finding(Future<Finding> end, Duration budget) {
    return switch (end.state()) {
      case SUCCESS -> end.resultNow();
      case FAILED, CANCELLED, RUNNING ->
          Finding.fail(
              "no end within " + budget.toMillis() + " ms", "try again with a longer --timeout");
    };
  }

  /// The same as a gate: what must be sound and is not, or is not known, fails.
  public Diagnosis strict() {
    return new Diagnosis(
        uid,
        all.stream().map(it -> it.id.must() ? new Found(it.id, it.finding.strict()) : it).toList());
  }

  /// The worst level found: `OK`, `WARN` or `FAIL`. What must be sound and could not be told is no
  /// pass either.
  public Level outcome() {
    if (any(Level.FAIL)) {
      return Level.FAIL;
    }
    return any(Level.WARN) || all.stream().anyMatch(Diagnosis::untold) ? Level.WARN : Level.OK;
  }

  /// A test alarm is not tried unless it is asked for, which is nothing to warn of.
  private static boolean untold(Found found) {
    return found.finding.level() == Level.UNKNOWN
        && found.id.must()
        && found.id != CheckId.DELIVERY;
  }

  private boolean any(Level level) {
    return count(level) > 0;
  }

  /// How many checks found that.
  public long count(Level level) {
    return all.stream().filter(it -> it.finding.level() == level).count();
  }

  /// What fails of itself, in the order of the checks.
  public List<Found> failing() {
    return failing(false);
  }

  /// What fails only because another check comes first.
  public List<Found> waiting() {
    return failing(true);
  }

  private List<Found> failing(boolean waiting) {
    return all.stream()
        .filter(it -> it.finding.level() == Level.FAIL)
        .filter(it -> it.finding.waitsFor().isPresent() == waiting)
        .toList();
  }
}
