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
/// @param origin what placed it, empty for an order of the user
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

  /// What placed an order that is not the user's own: an algo order, or the exchange itself.
  ///
  /// @param algoId "" for the exchange
  /// @param source OKX's number: 6 trigger, 7 take-profit or stop-loss, 25 trailing stop, else ""
  record Origin(String algoId, String algoClOrdId, String source, Category category) {
    static Origin algo(String algoId, String algoClOrdId, String source) {
      return new Origin(algoId, algoClOrdId, source, Category.NORMAL);
    }

    static Origin exchange(Category category) {
      return new Origin("", "", "", category);
    }
  }

  Terms withPx(BigDecimal other) {
    return with(Optional.of(other), sz);
  }

  Terms withSz(BigDecimal other) {
    return with(px, other);
  }

  Category category() {
    return origin.map(Origin::category).orElse(Category.NORMAL);
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

  /// The same order as another type.
  Terms as(OrdType type) {
    return with(type, px, sz, attached, origin);
  }

  /// The same order as an algo order places it.
  Terms placedBy(Origin algo, OrdType type, Optional<BigDecimal> price, BigDecimal size) {
    // Only a market order's size can count another currency.
    return with(type, price, size, attached, Optional.of(algo))
        .withTgtCcy(type == OrdType.MARKET ? tgtCcy : "");
  }

  Terms withTgtCcy(String other) {
    return new Terms(
        instId,
        instType,
        tdMode,
        side,
        posSide,
        ordType,
        px,
        sz,
        other,
        reduceOnly,
        ccy,
        clOrdId,
        tag,
        stpMode,
        lever,
        attached,
        origin);
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
