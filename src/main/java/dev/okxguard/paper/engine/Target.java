package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.Optional;

/// A price that sets something off.
///
/// @param type which price is watched
/// @param ordPx price of the order it places, empty for a market order
/// @param rising whether it is reached from below
record Target(
    BigDecimal triggerPx, Market.PriceType type, Optional<BigDecimal> ordPx, boolean rising) {

  /// OKX's word for a market order where a price is expected.
  static final String AT_MARKET = "-1";

  boolean reached(Market.Prices prices) {
    return reached(prices.of(type));
  }

  boolean reached(BigDecimal price) {
    int side = price.compareTo(triggerPx);
    return rising ? side >= 0 : side <= 0;
  }

  /// Whether some price of the range reaches it.
  boolean reached(Market.Range range) {
    return reached(rising ? range.high() : range.low());
  }

  /// Puts the target's fields into a row: `tp` gives tpTriggerPx, tpTriggerPxType and tpOrdPx.
  static Row put(Row row, String prefix, Optional<Target> target) {
    return target
        .map(
            known ->
                row.number(prefix + "TriggerPx", known.triggerPx)
                    .text(prefix + "TriggerPxType", known.type.word())
                    .text(prefix + "OrdPx", known.ordPxWord()))
        .orElseGet(
            () -> row.blank(prefix + "TriggerPx", prefix + "TriggerPxType", prefix + "OrdPx"));
  }

  String ordPxWord() {
    return ordPx.map(Decimals::text).orElse(AT_MARKET);
  }
}
