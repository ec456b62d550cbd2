package dev.okxguard.trade;

import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.BreakerReading.Shows;
import dev.okxguard.guard.breaker.Evaluation;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Makes what the breakers said last: trading halts until a person resumes, and what losses are
/// measured against goes on record.
record BreakerLatch(Account account) {

  /// @param at by the exchange's clock
  void take(Evaluation evaluation, Instant at) {
    List<BreakerReading> trips = evaluation.trips();
    if (!trips.isEmpty() && !tripped()) {
      account.halt(trips.stream().map(BreakerLatch::reason).collect(Collectors.joining("; ")));
      trips.forEach(
          trip -> account.note(new Event.Tripped(at, trip.breaker().key(), reason(trip))));
    }
    evaluation.marks().map(BreakerRecord::event).ifPresent(account::note);
  }

  /// Whether this halt has been told already: a later look repeats nothing.
  private boolean tripped() {
    Latest latest = account.ledger().latest();
    return account.halted().isPresent() && latest.trippedSinceResumed();
  }

  private static String reason(BreakerReading trip) {
    String why =
        switch (trip.shows()) {
          case Shows.Tripped tripped -> tripped.message();
          case Shows.Within _, Shows.Off _, Shows.Unknown _ -> trip.verdict();
        };
    return "breaker " + trip.breaker().key() + ": " + why;
  }
}
