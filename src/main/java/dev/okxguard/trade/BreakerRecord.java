package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Marks;
import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import java.time.Instant;
import java.util.Optional;

/// What is on record for the breakers.
///
/// @param marks empty when losses are to be measured anew
/// @param tally empty when history is to be counted anew
/// @param resumed when a person last let trading go on
record BreakerRecord(Optional<Marks> marks, Optional<Tally> tally, Optional<Instant> resumed) {

  static BreakerRecord of(Latest latest) {
    return new BreakerRecord(
        latest.marks().map(BreakerRecord::marks),
        latest.tally().flatMap(TallyContent::read),
        latest.resumed().map(Latest.Said::time));
  }

  private static Marks marks(Event.Marks on) {
    return new Marks(on.at(), on.equity(), on.dayStart(), on.highWater(), on.lastBill());
  }

  static Event.Marks event(Marks marks) {
    return new Event.Marks(
        marks.at(), marks.equity(), marks.dayStart(), marks.highWater(), marks.lastBill());
  }
}
