package dev.okxguard.trade;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Attachment;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The values an amendment gives an order; what it leaves empty stays.
record Amended(Optional<BigDecimal> sz, Optional<BigDecimal> px) {

  static Amended by(AmendRequest request) {
    return new Amended(request.newSz(), request.newPx());
  }

  /// As the journal has the body.
  static Amended by(ObjectNode body) {
    return new Amended(
        Decimals.parse(body.path("newSz").asString("")),
        Decimals.parse(body.path("newPx").asString("")));
  }

  /// Whether the order has those values.
  boolean in(Order order) {
    boolean sized = sz.filter(wanted -> !Decimals.same(wanted, order.sz())).isEmpty();
    boolean priced =
        px.filter(wanted -> order.px().filter(has -> Decimals.same(has, wanted)).isEmpty())
            .isEmpty();
    return sized && priced;
  }

  /// The order as the request would leave it, with the stops that go with it.
  static OrderDraft draft(Order order, AmendRequest request) {
    return new OrderDraft(
        order.instType(),
        order.instId(),
        order.tdMode(),
        order.side(),
        order.posSide(),
        order.ordType(),
        request.newSz().orElse(order.sz()),
        request.newPx().or(order::px),
        order.reduceOnly(),
        order.tgtCcy(),
        stop(order));
  }

  /// Only what covers all of the order counts.
  private static Optional<AttachedStop> stop(Order order) {
    if (whole(order).findAny().isEmpty()) {
      return Optional.empty();
    }
    AttachedStop sl = leg(order, AttachedStop::slTriggerPx);
    AttachedStop tp = leg(order, AttachedStop::tpTriggerPx);
    return Optional.of(
        new AttachedStop(
            tp.tpTriggerPx(),
            tp.tpOrdPx(),
            sl.slTriggerPx(),
            sl.slOrdPx(),
            tp.tpPriceType(),
            sl.slPriceType()));
  }

  private static AttachedStop leg(
      Order order, Function<AttachedStop, Optional<BigDecimal>> trigger) {
    return whole(order)
        .filter(stop -> trigger.apply(stop).isPresent())
        .findFirst()
        .orElse(AttachedStop.NONE);
  }

  private static Stream<AttachedStop> whole(Order order) {
    return order.attached().stream()
        .filter(a -> a.sz().isEmpty() && a.failCode().isEmpty())
        .map(Attachment::stop);
  }
}
