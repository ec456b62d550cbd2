package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.Optional;

/// An order somebody wants: complete, in OKX's own units, not yet judged or sent.
///
/// @param sz in OKX's unit: contracts; base currency for spot; quote currency for a spot market buy
///   unless `tgtCcy` says `base_ccy`
/// @param px for priced types
/// @param posSide NET unless the account is in long/short mode
/// @param tgtCcy `base_ccy`, `quote_ccy` or "" for the exchange's default; spot market orders only
/// @param stop take-profit and stop-loss to attach
public record OrderDraft(
    InstType instType,
    String instId,
    TdMode tdMode,
    Side side,
    PosSide posSide,
    OrdType ordType,
    BigDecimal sz,
    Optional<BigDecimal> px,
    boolean reduceOnly,
    String tgtCcy,
    Optional<AttachedStop> stop) {

  /// This order with another size.
  public OrderDraft sized(BigDecimal newSz, String newTgtCcy) {
    return new OrderDraft(
        instType, instId, tdMode, side, posSide, ordType, newSz, px, reduceOnly, newTgtCcy, stop);
  }

  /// Whether `sz` counts quote currency rather than contracts or base currency.
  public boolean quoteSized() {
    if (instType.contracts() || ordType != OrdType.MARKET) {
      return false;
    }
    return tgtCcy.isEmpty() ? side == Side.BUY : tgtCcy.equals("quote_ccy");
  }
}
