package dev.okxguard.trade;

import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.BreakerReading.Shows;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.journal.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes what the breakers said last: trading halts until a person resumes, and what losses are
/// measured against and what was counted goes on record.
record BreakerLatch(Account account) {

  /// @param at by the exchange's clock
  void take(Evaluation evaluation, Instant at) {
    Optional<String> reason = reason(evaluation).filter(_ -> !told());
    reason.ifPresent(why -> trip(why, evaluation, at));
    evaluation.marks().map(BreakerRecord::event).ifPresent(account::note);
    evaluation.tally().map(TallyContent::event).ifPresent(account::note);
  }

  /// The halt comes first: it needs no journal.
  private void trip(String reason, Evaluation evaluation, Instant at) {
    account.halt(reason);
    evaluation
        .trips()
        .forEach(trip -> account.note(new Event.Tripped(at, trip.breaker().key(), message(trip))));
  }

  /// Whether this halt has been told already: a later look repeats nothing.
  private boolean told() {
    return account.halted().isPresent()
        && account.journaled()
        && account.ledger().latest().trippedSinceResumed();
  }

  /// Why trading halts; empty when nothing tripped.
  static Optional<String> reason(Evaluation evaluation) {
    return evaluation.trips().isEmpty()
        ? Optional.empty()
        : Optional.of(
            evaluation.trips().stream()
                .map(trip -> "breaker " + trip.breaker().key() + ": " + message(trip))
                .collect(Collectors.joining("; ")));
  }

  private static String message(BreakerReading trip) {
    return switch (trip.shows()) {
      case Shows.Tripped tripped -> tripped.message();
      case Shows.Within _, Shows.Off _, Shows.Unknown _ -> trip.verdict();
    };
  }
}
