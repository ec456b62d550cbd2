package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Candle;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Position;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A look with something else in it; bills and fills may be given in any order.
record Having(Look look) {
  static Having of(Look look) {
    return new Having(look);
  }

  Having marks(Marks marks) {
    return with(Optional.of(marks), look.bills(), look.resumed());
  }

  Having bills(Bill... bills) {
    List<Bill> newestFirst =
        Arrays.stream(bills).sorted(Comparator.comparing(Bill::time).reversed()).toList();
    return with(look.marks(), Optional.of(Statement.whole(newestFirst)), look.resumed());
  }

  Having noBills() {
    return with(look.marks(), Optional.empty(), look.resumed());
  }

  Having resumed(Instant at) {
    return with(look.marks(), look.bills(), Optional.of(at));
  }

  private Having with(Optional<Marks> marks, Optional<Statement> bills, Optional<Instant> resumed) {
    return new Having(
        new Look(
            look.now(),
            marks,
            look.tally(),
            look.balance(),
            bills,
            look.funding(),
            look.fills(),
            look.positions(),
            look.candles(),
            look.rates(),
            resumed));
  }

  Having fills(Fill... fills) {
    return new Having(
        look.with(
            Optional.of(
                Arrays.stream(fills)
                    .sorted(Comparator.comparing(Fill::time).reversed())
                    .toList())));
  }

  Having noFills() {
    return new Having(look.with(Optional.empty()));
  }

  Having funding(Bill... paid) {
    return of(Optional.of(List.of(paid)), look.positions(), look.candles());
  }

  Having legs(Position... legs) {
    return of(look.funding(), Optional.of(List.of(legs)), look.candles());
  }

  Having noLegs() {
    return of(look.funding(), Optional.empty(), look.candles());
  }

  Having candles(String instId, List<Candle> candles) {
    return of(look.funding(), look.positions(), Map.of(instId, Optional.of(candles)));
  }

  Having noCandles(String instId) {
    return of(look.funding(), look.positions(), Map.of(instId, Optional.empty()));
  }

  private Having of(
      Optional<List<Bill>> funding,
      Optional<List<Position>> legs,
      Map<String, Optional<List<Candle>>> candles) {
    return new Having(
        new Look(
            look.now(),
            look.marks(),
            look.tally(),
            look.balance(),
            look.bills(),
            funding,
            look.fills(),
            legs,
            candles,
            look.rates(),
            look.resumed()));
  }

  Having noBalance() {
    return new Having(
        new Look(
            look.now(),
            look.marks(),
            look.tally(),
            Optional.empty(),
            look.bills(),
            look.funding(),
            look.fills(),
            look.positions(),
            look.candles(),
            look.rates(),
            look.resumed()));
  }
}
