package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One change of a balance (`GET /api/v5/account/bills`).
///
/// @param type OKX's number for the kind of change: see [#transfer()]
/// @param balChg change of the balance, in `ccy`
/// @param instId "" when it is about no instrument
/// @param ordId,clOrdId,tradeId of the trade behind it, "" when there is none
/// @param mgnMode how that trade was margined, empty when there is none
public record Bill(
    String billId,
    String type,
    String subType,
    String ccy,
    BigDecimal balChg,
    BigDecimal pnl,
    BigDecimal fee,
    String instId,
    String ordId,
    String clOrdId,
    String tradeId,
    Optional<TdMode> mgnMode,
    Instant time) {

  /// Whether money came in or went out, rather than was won or lost.
  public boolean transfer() {
    return type.equals("1");
  }

  /// Its id tells it apart; all fields would cost more than to read them did.
  @Override
  public int hashCode() {
    return billId.hashCode();
  }
}
