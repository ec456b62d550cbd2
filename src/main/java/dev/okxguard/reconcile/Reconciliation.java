package dev.okxguard.reconcile;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.JournalBroken;
import dev.okxguard.journal.LastTold;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Does the account hold what it should? Reports, and halts when asked to; never repairs.
public final class Reconciliation {
  /// What happened shortly before a look, to tell whether the account stands still.
  private static final Duration SHORTLY = Duration.ofMinutes(2);

  private final Source source;

  public Reconciliation(Source source) {
    this.source = source;
  }

  /// Compares, within the request's time. A read that failed makes it incomplete, never clean.
  ///
  /// @throws Fault BUSY when another run is under way or an order holds the account for long, AUTH
  ///   when the key was refused, FINDINGS when the journal is broken, CONFIG when it cannot be read
  public Report run(Request request) {
    Deadline deadline = Deadline.in(request.maxTime(), source.time());
    try (Alerting alerting = new Alerting(source)) {
      Report.Mode mode =
          request.declared().isPresent() ? Report.Mode.DECLARED : Report.Mode.JOURNAL;
      String uid = "";
      try {
        Site site = Opening.site(source, deadline);
        uid = site.uid();
        return run(site, request, deadline, alerting);
      } catch (Unread unread) {
        return unfinished(Report.Outcome.INCOMPLETE, mode, uid, unread.problems());
      } catch (Unstable unstable) {
        return unfinished(Report.Outcome.UNSTABLE, mode, uid, List.of(unstable.getMessage()));
      } catch (Fault fault) {
        return other(fault, mode, uid, alerting);
      }
    }
  }

  private Report other(Fault fault, Report.Mode mode, String uid, Alerting alerting) {
    if (fault.exitCode() == ExitCode.UNREACHABLE) {
      return unfinished(Report.Outcome.INCOMPLETE, mode, uid, List.of(fault.getMessage()));
    }
    if (fault.exitCode() == ExitCode.AUTH) {
      refused(fault, uid, alerting);
    }
    throw fault;
  }

  private void refused(Fault fault, String uid, Alerting alerting) {
    LastTold told = new LastTold(source.state().anchor().resolve("auth-told"));
    if (told.news(source.environment().word(), source.time().now())) {
      alerting.telling(told);
      alerting.raise(Alarm.Kind.AUTH, uid, fault.getMessage(), Optional.empty());
    }
  }

  private Report run(Site site, Request request, Deadline deadline, Alerting alerting) {
    Halting halting = new Halting(site, alerting);
    try (AccountLock _ = site.only()) {
      new Settling(source, deadline).run();
      return request.declared().isPresent()
          ? declared(site, request, deadline, halting)
          : inBooks(site, request, deadline, halting);
    } catch (JournalBroken broken) {
      if (request.halt()) {
        halting.halt("reconcile: " + broken.getMessage(), Optional.empty());
      }
      throw broken;
    }
  }

  private Report declared(Site site, Request request, Deadline deadline, Halting halting) {
    AsDeclared yardstick =
        new AsDeclared(
            site, request.declared().orElseThrow(), source.exchange().serverTime().minus(SHORTLY));
    Verdict verdict = new Verdict(site, request, yardstick, halting);
    return new Looks(site, deadline, yardstick, verdict).run();
  }

  private Report inBooks(Site site, Request request, Deadline deadline, Halting halting) {
    Count count = Opening.count(site, deadline);
    Optional<Fault> unrecorded = new Sync(site, deadline, count).run();
    unrecorded.ifPresent(
        fault -> source.progress().accept("not in the journal: " + fault.getMessage()));
    InBooks yardstick = new InBooks(site, deadline, count);
    Verdict verdict = new Verdict(site, request, yardstick, halting);
    try {
      return new Looks(site, deadline, yardstick, verdict).run();
    } finally {
      large(site, deadline, count)
          .ifPresent(
              fills ->
                  halting
                      .alerting()
                      .raise(Alarm.Kind.LARGE_FILL, site.uid(), fills, verdict.head()));
    }
  }

  /// Whatever the looks come to: what is counted now is not new the next time.
  private static Optional<String> large(Site site, Deadline deadline, Count count) {
    List<String> large = new LargeFills(site, deadline).among(count.fresh());
    return large.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", large));
  }

  private static Report unfinished(
      Report.Outcome outcome, Report.Mode mode, String uid, List<String> problems) {
    return new Report(
        outcome,
        mode,
        uid,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Set.of(),
        Optional.empty(),
        problems,
        Optional.empty(),
        Optional.empty());
  }
}
