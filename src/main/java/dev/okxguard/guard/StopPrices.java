package dev.okxguard.guard;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// The order prices of an attached stop: what its child orders would be placed at.
public final class StopPrices {
  private StopPrices() {}

  /// What is wrong with them: no price at all, or a stop-loss that cannot fill when it goes off.
  static Optional<Finding> fault(OrderDraft draft) {
    return draft
        .stop()
        .flatMap(
            stop ->
                noPrice("slOrdPx", "slTriggerPx", stop.slOrdPx(), stop.slTriggerPx())
                    .or(() -> noPrice("tpOrdPx", "tpTriggerPx", stop.tpOrdPx(), stop.tpTriggerPx()))
                    .or(() -> unfillable(draft.side(), stop)));
  }

  /// Where the stop-loss sells or buys: its own limit price when that is worse than its trigger.
  public static Optional<BigDecimal> worst(OrderDraft draft) {
    Optional<BigDecimal> trigger = draft.stop().flatMap(AttachedStop::slTriggerPx);
    Optional<BigDecimal> limit = draft.stop().flatMap(AttachedStop::slOrdPx);
    return trigger.map(at -> worseOf(draft, at, limit));
  }

  /// Where the take-profit sells or buys: its own limit price when that is worse than its trigger.
  public static Optional<BigDecimal> target(OrderDraft draft) {
    Optional<BigDecimal> trigger = draft.stop().flatMap(AttachedStop::tpTriggerPx);
    return trigger.map(at -> worseOf(draft, at, draft.stop().flatMap(AttachedStop::tpOrdPx)));
  }

  private static BigDecimal worseOf(
      OrderDraft draft, BigDecimal trigger, Optional<BigDecimal> limit) {
    return limit
        .filter(px -> px.signum() > 0)
        .map(px -> draft.side() == Side.BUY ? px.min(trigger) : px.max(trigger))
        .orElse(trigger);
  }

  private static Optional<Finding> noPrice(
      String name, String triggerName, Optional<BigDecimal> price, Optional<BigDecimal> trigger) {
    return price
        .filter(px -> px.signum() <= 0 && !AttachedStop.atMarket(px))
        .map(Decimals::text)
        .map(
            px ->
                new Finding.Beyond(
                    "STOP_PRICE",
                    px,
                    "%s %s at %s %s is no price; allowed: -1 (market) or above 0"
                        .formatted(
                            name, px, triggerName, trigger.map(Decimals::text).orElse("none"))));
  }

  /// A limit order fills at its trigger only when it gives in: sells no higher, buys no lower.
  private static Optional<Finding> unfillable(Side entry, AttachedStop stop) {
    boolean buy = entry == Side.BUY;
    return stop.slTriggerPx()
        .flatMap(
            trigger ->
                stop.slOrdPx()
                    .filter(px -> px.signum() > 0)
                    .filter(px -> buy ? px.compareTo(trigger) > 0 : px.compareTo(trigger) < 0)
                    .map(px -> wrongSide(buy, Decimals.text(px), Decimals.text(trigger))));
  }

  private static Finding wrongSide(boolean buy, String price, String trigger) {
    return new Finding.Beyond(
        "STOP_WRONG_SIDE",
        price,
        "slOrdPx %s would not fill at slTriggerPx %s; allowed: -1 (market) or %s %s"
            .formatted(price, trigger, buy ? "up to" : "at least", trigger));
  }
}
