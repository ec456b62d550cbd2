package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Equity against its marks, as a fund counts: money that comes or goes moves the marks along with
/// the equity, so that it is neither won nor lost.
///
/// @param marks as they are now; the old ones when all is lost
/// @param changed whether they are worth keeping
/// @param allLost whether everything there was before the last transfers is gone
record EquityMarks(Marks marks, BigDecimal equity, boolean changed, boolean allLost) {
  /// How far two measurements of the exchange's clock may lie apart.
  private static final Duration JITTER = Duration.ofSeconds(5);

  /// How far back OKX lists bills, less what clocks may differ.
  private static final Duration TOLD = Duration.ofDays(89);

  /// Marks smaller than that share of what came in since then measure roundings.
  private static final BigDecimal DUST = new BigDecimal("0.01");

  /// Equity is put on record when it moved that far, so that a day begins with what the one before
  /// ended with.
  private static final BigDecimal STEP = new BigDecimal("0.005");

  /// @param high the highest equity of the day by the exchange's record
  static EquityMarks of(Look look, BigDecimal high) {
    BigDecimal equity = look.equity();
    List<Bill> bills = look.changes();
    if (look.marks().isEmpty()) {
      return fresh(look, equity, bills, equity.max(high));
    }
    Marks old = look.marks().get();
    if (look.now().isBefore(old.at().minus(JITTER))) {
      throw new Unmeasurable(
          "a clock that runs forward (the exchange's shows "
              + look.now()
              + ", on record is "
              + old.at()
              + ")");
    }
    if (old.at().isBefore(look.now().minus(TOLD))) {
      throw new Unmeasurable(
          "transfers since "
              + old.at()
              + ", which OKX no longer tells; halt and resume to measure anew");
    }
    List<Bill> transfers = bills.stream().filter(Bill::transfer).filter(old::before).toList();
    BigDecimal moved = moved(look, transfers);
    if (old.highWater().compareTo(moved.multiply(DUST)) < 0) {
      return fresh(look, equity, bills, equity);
    }
    BigDecimal before = equity.subtract(moved);
    return before.signum() <= 0
        ? new EquityMarks(old, equity, false, true)
        : scaled(look, old, new Moved(bills, !transfers.isEmpty(), equity, before));
  }

  /// @param equity now
  /// @param before the same without what came and went
  private record Moved(
      List<Bill> bills, boolean transferred, BigDecimal equity, BigDecimal before) {
    BigDecimal scale(BigDecimal mark) {
      return transferred ? Decimals.divide(mark.multiply(equity), before) : mark;
    }

    String lastBill(Marks old) {
      return bills.isEmpty() ? old.lastBill() : bills.getFirst().billId();
    }
  }

  private static EquityMarks scaled(Look look, Marks old, Moved moved) {
    BigDecimal equity = moved.equity();
    Instant at = look.now().isAfter(old.at()) ? look.now() : old.at();
    boolean sameDay = day(at).equals(day(old.at()));
    BigDecimal high = moved.scale(old.highWater());
    // What was lost between the last mark and the day's first look counts for the new day.
    BigDecimal dayStart =
        sameDay ? moved.scale(old.dayStart()) : moved.scale(old.equity()).max(equity);
    boolean stepped =
        equity.subtract(old.equity()).abs().compareTo(old.equity().multiply(STEP)) >= 0;
    boolean changed = !sameDay || moved.transferred() || equity.compareTo(high) > 0 || stepped;
    Marks now = new Marks(at, equity, dayStart, high.max(equity), moved.lastBill(old));
    return new EquityMarks(now, equity, changed, false);
  }

  /// @param high the highest equity of the day, as far as anybody knows what the day began with
  private static EquityMarks fresh(
      Look look, BigDecimal equity, List<Bill> bills, BigDecimal high) {
    String last = bills.isEmpty() ? "" : bills.getFirst().billId();
    return new EquityMarks(new Marks(look.now(), equity, high, high, last), equity, true, false);
  }

  private static BigDecimal moved(Look look, List<Bill> transfers) {
    return transfers.stream()
        .map(bill -> look.usd(bill.ccy(), bill.balChg()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Instant day(Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS);
  }

  /// The share lost since the day began.
  BigDecimal dayLoss() {
    return lost(marks.dayStart());
  }

  /// The share lost since the highest equity.
  BigDecimal drawdown() {
    return lost(marks.highWater());
  }

  private BigDecimal lost(BigDecimal mark) {
    if (allLost) {
      return BigDecimal.ONE;
    }
    return Decimals.divide(mark.subtract(equity).max(BigDecimal.ZERO), mark);
  }
}
