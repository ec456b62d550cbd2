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

  /// Whether that bill came later. Bill ids grow; where one is no number, its time decides.
  public boolean before(Bill bill) {
    if (lastBill.isEmpty()) {
      return true;
    }
    try {
      return new BigInteger(bill.billId()).compareTo(new BigInteger(lastBill)) > 0;
    } catch (NumberFormatException e) {
      return bill.time().isAfter(at);
    }
  }
}
