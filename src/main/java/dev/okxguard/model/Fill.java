package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;

/// One match of an order. Liquidation and ADL fills have a negative trade id.
///
/// @param billId what the exchange pages and deduplicates by
/// @param sz contracts, or base currency for spot
/// @param fee negative when paid, in `feeCcy`
/// @param pnl realised by this fill, before fees, in the settlement currency
public record Fill(
    InstType instType,
    String instId,
    String tradeId,
    String billId,
    String ordId,
    String clOrdId,
    Side side,
    PosSide posSide,
    BigDecimal px,
    BigDecimal sz,
    BigDecimal fee,
    String feeCcy,
    BigDecimal pnl,
    Instant time) {
  /// Whether the fee is one of the coin that was traded.
  public boolean feeInCoin() {
    return instId.startsWith(feeCcy + "-");
  }

  /// Its id tells it apart; all fields would cost more than to read them did.
  @Override
  public int hashCode() {
    return billId.hashCode();
  }
}
