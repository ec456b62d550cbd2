package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.Optional;

/// Take-profit and stop-loss; each leg is there or not.
///
/// @param tpOrdPx,slOrdPx price of the child order; -1 is OKX's word for market
/// @param tpPriceType,slPriceType which price each trigger watches
public record AttachedStop(
    Optional<BigDecimal> tpTriggerPx,
    Optional<BigDecimal> tpOrdPx,
    Optional<BigDecimal> slTriggerPx,
    Optional<BigDecimal> slOrdPx,
    PriceType tpPriceType,
    PriceType slPriceType) {

  /// Neither leg.
  public static final AttachedStop NONE =
      new AttachedStop(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Triggers that watch the last trade, as OKX has it unless told otherwise.
  public AttachedStop(
      Optional<BigDecimal> tpTriggerPx,
      Optional<BigDecimal> tpOrdPx,
      Optional<BigDecimal> slTriggerPx,
      Optional<BigDecimal> slOrdPx) {
    this(tpTriggerPx, tpOrdPx, slTriggerPx, slOrdPx, PriceType.LAST, PriceType.LAST);
  }

  /// Whether that price of a child order, or of an algo order, is OKX's word for market.
  public static boolean atMarket(BigDecimal ordPx) {
    return ordPx.negate().compareTo(BigDecimal.ONE) == 0;
  }
}
