package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What was ordered.
///
/// @param px empty for types without a price
/// @param sz contracts, base currency, or quote currency for a spot market order with `tgtCcy`
///   quote_ccy
/// @param tgtCcy base_ccy or quote_ccy for spot market orders, else ""
/// @param lever leverage when placed, empty for spot
/// @param attached stops that start once the order has filled
/// @param origin the algo order that placed it, empty for an order of the user
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
    Optional<BigDecimal> lever,
    List<Attached> attached,
    Optional<Origin> origin) {

  /// Which algo order placed an order.
  ///
  /// @param source OKX's number: 6 trigger, 7 take-profit or stop-loss, 25 trailing stop
  record Origin(String algoId, String algoClOrdId, String source) {}

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

  Terms withAttached(List<Attached> others) {
    return with(ordType, px, sz, others, origin);
  }

  /// The same order as an algo order places it.
  Terms placedBy(Origin algo, OrdType type, Optional<BigDecimal> price, BigDecimal size) {
    return with(type, price, size, attached, Optional.of(algo));
  }

  private Terms with(Optional<BigDecimal> newPx, BigDecimal newSz) {
    return with(ordType, newPx, newSz, attached, origin);
  }

  private Terms with(
      OrdType newType,
      Optional<BigDecimal> newPx,
      BigDecimal newSz,
      List<Attached> newAttached,
      Optional<Origin> newOrigin) {
    return new Terms(
        instId,
        instType,
        tdMode,
        side,
        posSide,
        newType,
        newPx,
        newSz,
        tgtCcy,
        reduceOnly,
        ccy,
        clOrdId,
        tag,
        stpMode,
        lever,
        newAttached,
        newOrigin);
  }
}
