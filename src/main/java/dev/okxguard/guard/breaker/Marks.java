package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/// What losses are measured against, in USD. Transfers up to then are counted in.
///
/// @param at by the exchange's clock
/// @param equity of the account then
/// @param dayStart equity that `at`'s UTC day began with
/// @param highWater the highest equity seen
/// @param lastBill id of the newest bill counted in, "" when there was none
public record Marks(
    Instant at, BigDecimal equity, BigDecimal dayStart, BigDecimal highWater, String lastBill) {

  /// Whether that bill came later. What bears an earlier time moved the equity of then, also when
  /// it shows only now; of the rest those are counted in already whose ids are no higher.
  public boolean before(Bill bill) {
    return !bill.time().isBefore(at) && !countedIn(bill);
  }

  private boolean countedIn(Bill bill) {
    try {
      return !lastBill.isEmpty()
          && new BigInteger(bill.billId()).compareTo(new BigInteger(lastBill)) <= 0;
    } catch (NumberFormatException e) {
      return !bill.time().isAfter(at);
    }
  }
}
