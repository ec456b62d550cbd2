package dev.okxguard.reconcile;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.journal.JournalBroken;
import dev.okxguard.journal.LastTold;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
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
    Optional<String> account = uid.isEmpty() ? source.known().get() : Optional.of(uid);
    LastTold told = new LastTold(refusalTold(account));
    if (told.news("refused", source.time().now())) {
      alerting.telling(told);
      alerting.raise(Alarm.Kind.AUTH, account.orElse(""), fault.getMessage(), Optional.empty());
    }
  }

  /// Of each account by itself: the key of one that is refused must hide no other.
  private Path refusalTold(Optional<String> account) {
    return account
        .map(uid -> new Site(source, uid).directory().resolve("auth-told"))
        .orElseGet(
            () -> source.state().anchor().resolve("auth-told-" + source.environment().word()));
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
    InBooks yardstick = new InBooks(site, deadline, count);
    Verdict verdict = new Verdict(site, request, yardstick, halting);
    try {
      Optional<Fault> unrecorded = new Sync(site, deadline, count).run();
      unrecorded.ifPresent(
          fault -> source.progress().accept("not in the journal: " + fault.getMessage()));
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

  /// Whatever counting and looks come to: what is counted now is not new the next time.
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
