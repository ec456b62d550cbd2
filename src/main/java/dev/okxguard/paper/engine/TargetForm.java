package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market.PriceType;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads take-profits and stop-losses: trigger price and order price come as a pair.
///
/// @param side of the order they place: a selling take-profit waits for a higher price
record TargetForm(Fields body, Instrument instrument, Side side) {

  Optional<Target> takeProfit() {
    return pair("tp", side == Side.SELL);
  }

  Optional<Target> stopLoss() {
    return pair("sl", side == Side.BUY);
  }

  /// Trigger and order price behind that prefix, when they are there.
  Optional<Target> pair(String prefix, boolean rising) {
    Optional<BigDecimal> trigger = price(prefix + "TriggerPx");
    Optional<String> order = body.text(prefix + "OrdPx");
    if (trigger.isEmpty() && order.isEmpty()) {
      return Optional.empty();
    }
    if (trigger.isEmpty() || order.isEmpty()) {
      throw Refused.parameter(prefix + (trigger.isEmpty() ? "TriggerPx" : "OrdPx"));
    }
    Optional<BigDecimal> ordPx = orderPrice(prefix + "OrdPx");
    PriceType type = type(prefix + "TriggerPxType");
    return Optional.of(new Target(trigger.get(), type, ordPx, rising));
  }

  /// The same target with what an amendment says of it.
  Target changed(Target target, String trigger, String order) {
    BigDecimal px = price(trigger).orElse(target.triggerPx());
    String typeName = trigger + "Type";
    PriceType type = body.text(typeName).isPresent() ? type(typeName) : target.type();
    Optional<BigDecimal> ordPx = body.text(order).isPresent() ? orderPrice(order) : target.ordPx();
    return new Target(px, type, ordPx, target.rising());
  }

  /// Whether that price is 0, by which an amendment takes a leg away.
  boolean zero(String name) {
    return body.text(name)
        .flatMap(Decimals::parse)
        .filter(value -> value.signum() == 0)
        .isPresent();
  }

  /// The price of the order to place, empty for the market's.
  Optional<BigDecimal> orderPrice(String name) {
    return body.textOrEmpty(name).equals(Target.AT_MARKET) ? Optional.empty() : price(name);
  }

  /// The price to watch, last when nothing is said.
  PriceType type(String name) {
    return PriceType.of(body.text(name).orElse(PriceType.LAST.word()))
        .orElseThrow(() -> Refused.parameter(name));
  }

  /// A price on the tick.
  Optional<BigDecimal> price(String name) {
    Optional<BigDecimal> price = body.positive(name);
    price
        .filter(px -> !Decimals.isMultiple(px, instrument.tickSz()))
        .ifPresent(
            px -> {
              throw Refused.because("51150", "px is off its tick");
            });
    return price;
  }
}
