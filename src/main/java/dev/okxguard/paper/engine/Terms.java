package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;

/// What was ordered.
///
/// @param px empty for types without a price
/// @param sz contracts, base currency, or quote currency for a spot market order with `tgtCcy`
///   quote_ccy
/// @param tgtCcy base_ccy or quote_ccy for spot market orders, else ""
/// @param lever leverage when placed, empty for spot
record Terms(
    String instId,
    InstType instType,
    TdMode tdMode,
    Side side,
    PosSide posSide,
    OrdType ordType,
    Optional<BigDecimal> px,
    BigDecimal sz,
    String tgtCcy,
    boolean reduceOnly,
    String ccy,
    String clOrdId,
    String tag,
    String stpMode,
    Optional<BigDecimal> lever) {

  Terms withPx(BigDecimal other) {
    return with(Optional.of(other), sz);
  }

  Terms withSz(BigDecimal other) {
    return with(px, other);
  }

  boolean spot() {
    return instType == InstType.SPOT;
  }

  /// Whether `sz` counts quote currency.
  boolean quoteSized() {
    return tgtCcy.equals("quote_ccy");
  }

  /// Whether the order can only make its position smaller.
  boolean closesOnly() {
    return switch (posSide) {
      case NET -> reduceOnly;
      case LONG -> side == Side.SELL;
      case SHORT -> side == Side.BUY;
    };
  }

  LegKey leg() {
    return new LegKey(instId, tdMode, posSide);
  }

  private Terms with(Optional<BigDecimal> newPx, BigDecimal newSz) {
    return new Terms(
        instId,
        instType,
        tdMode,
        side,
        posSide,
        ordType,
        newPx,
        newSz,
        tgtCcy,
        reduceOnly,
        ccy,
        clOrdId,
        tag,
        stpMode,
        lever);
  }
}
