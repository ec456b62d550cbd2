package dev.okxguard.reconcile;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks at the account until it is as expected, or until several looks in a row showed the same
/// difference: what an answer that lags behind shows once is none.
///
/// @param verdicts puts the outcome on record, under the lock of the look it comes from
record Looks(Site site, Deadline deadline, Yardstick yardstick, Verdicts verdicts) {
  private static final int LOOKS = 3;

  /// How often an account that moves is read for one look; the lock is free in between, so that an
  /// exit need not wait for long.
  private static final int ATTEMPTS = 3;

  private static final Duration SHORTLY = Duration.ofMillis(300);

  /// Between two looks. Orders may go meanwhile.
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// What became of it.
  interface Verdicts {
    /// @param shown what every look showed, and what is merely good to know
    Report decided(
        Report.Outcome outcome, List<Difference> shown, Compared last, AccountJournal in);
  }

  /// @throws Unread when a look failed; also when there is no time for one that is needed
  /// @throws Unstable when the account did not stand still, or showed something else at each look
  Report run() {
    Optional<Set<Key>> always = Optional.empty();
    int looks = 0;
    int moved = 0;
    while (true) {
      try (AccountJournal journal = AccountJournal.enter(site, deadline)) {
        StableRead.Look look = look(always.orElse(Set.of()));
        moved = look.still() ? 0 : moved + 1;
        if (moved == ATTEMPTS) {
          return moving(journal);
        }
        if (look.still()) {
          looks++;
          Compared compared = yardstick.compare(look, journal);
          Set<Key> now = drift(compared.differences());
          always = Optional.of(always.map(before -> both(before, now)).orElse(now));
          if (now.isEmpty()) {
            return verdicts.decided(
                Report.Outcome.CLEAN, compared.differences(), compared, journal);
          }
          if (looks == LOOKS) {
            return last(always.get(), compared, journal);
          }
        }
      }
      deadline.pause(
          moved > 0 ? SHORTLY : PAUSE, "it was looked at again: " + told(always.orElse(Set.of())));
    }
  }

  private Report moving(AccountJournal journal) {
    return yardstick
        .moving(journal)
        .map(known -> verdicts.decided(Report.Outcome.DRIFT, known.differences(), known, journal))
        .orElseThrow(
            () -> new Unstable("the account did not stand still: something happened at each look"));
  }

  private Report last(Set<Key> always, Compared compared, AccountJournal journal) {
    if (always.isEmpty()) {
      throw new Unstable("something differs, but something else at each look");
    }
    List<Difference> shown =
        compared.differences().stream()
            .filter(it -> it.severity() == Severity.INFO || always.contains(Key.of(it)))
            .toList();
    return verdicts.decided(Report.Outcome.DRIFT, shown, compared, journal);
  }

  private StableRead.Look look(Set<Key> before) {
    try {
      return new StableRead(site.source().exchange(), site.uid(), deadline).read(yardstick.since());
    } catch (Unread unread) {
      throw before.isEmpty() ? unread : unread.after("a look before showed " + told(before));
    }
  }

  private static Set<Key> drift(List<Difference> differences) {
    return differences.stream()
        .filter(it -> it.severity() != Severity.INFO)
        .map(Key::of)
        .collect(Collectors.toSet());
  }

  private static Set<Key> both(Set<Key> a, Set<Key> b) {
    Set<Key> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }

  private static String told(Set<Key> keys) {
    return keys.stream().map(Key::told).sorted().collect(Collectors.joining(", "));
  }

  /// A difference, whatever its amounts.
  private record Key(Kind kind, Subject subject) {
    static Key of(Difference difference) {
      return new Key(difference.kind(), difference.lasting());
    }

    String told() {
      return (kind.word() + " " + subject.instId() + subject.ccy() + " " + subject.id()).strip();
    }
  }
}
