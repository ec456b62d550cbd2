package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market.PriceType;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads what is particular to trigger orders and trailing stops.
///
/// @param side of the order to be placed
record TriggerForm(Session session, Fields body, Instrument instrument, Side side) {
  private static final BigDecimal LEAST = new BigDecimal("0.001");

  /// Reached in the direction seen from the price of now.
  Target trigger() {
    TargetForm form = new TargetForm(body, instrument, side);
    BigDecimal px = form.price("triggerPx").orElseThrow(() -> Refused.parameter("triggerPx"));
    if (body.text("orderPx").isEmpty()) {
      throw Refused.parameter("orderPx");
    }
    PriceType type = form.type("triggerPxType");
    if (type != PriceType.LAST && instrument.instType() == InstType.SPOT) {
      throw Refused.because("51415", "Spot triggers go by the last price");
    }
    return towards(px, type, form.orderPrice("orderPx"));
  }

  /// What a trigger order with a price becomes.
  OrdType priced() {
    boolean market = body.textOrEmpty("orderPx").equals(Target.AT_MARKET);
    return switch (body.textOrEmpty("advanceOrdType")) {
      case "" -> OrdType.LIMIT;
      case "fok" -> market ? refuse("advanceOrdType") : OrdType.FOK;
      case "ioc" -> market ? refuse("advanceOrdType") : OrdType.IOC;
      default -> refuse("advanceOrdType");
    };
  }

  /// Exactly one distance, in either spelling.
  Trail trail() {
    Optional<BigDecimal> ratio = either("callbackRatio", "callBackRatio");
    Optional<BigDecimal> spread = either("callbackSpread", "callBackSpread");
    if (ratio.isPresent() == spread.isPresent()) {
      throw Refused.parameter("callbackRatio");
    }
    if (ratio.filter(r -> r.compareTo(LEAST) < 0 || r.compareTo(BigDecimal.ONE) >= 0).isPresent()) {
      throw Refused.because("51257", "The callback rate is out of range.");
    }
    Optional<Target> activation =
        new TargetForm(body, instrument, side)
            .price("activePx")
            .map(px -> towards(px, PriceType.LAST, Optional.empty()));
    return new Trail(side, ratio, spread, activation);
  }

  private Target towards(BigDecimal px, PriceType type, Optional<BigDecimal> ordPx) {
    BigDecimal now = session.prices(instrument).of(type);
    return new Target(px, type, ordPx, px.compareTo(now) >= 0);
  }

  private Optional<BigDecimal> either(String name, String other) {
    return body.positive(name).or(() -> body.positive(other));
  }

  private static OrdType refuse(String name) {
    throw Refused.parameter(name);
  }
}
