package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Attachment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PriceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders and algo orders, and the same with something changed.
final class Drafts {
  private static final BigDecimal PRICE = new BigDecimal("60000");

  private Drafts() {}

  static Order order(Draft draft, String id, String clOrdId, Instant now) {
    return order(draft, id, clOrdId, now, new Shape("normal", "", "", List.of(), false));
  }

  /// What differs from order to order.
  record Shape(
      String category,
      String algoId,
      String algoClOrdId,
      List<Attachment> attached,
      boolean reduceOnly) {}

  static Order order(Draft draft, String id, String clOrdId, Instant now, Shape shape) {
    return new Order(
        draft.type(),
        draft.instId(),
        id,
        clOrdId,
        "",
        draft.side(),
        draft.posSide(),
        draft.tdMode(),
        OrdType.LIMIT,
        Optional.of(PRICE),
        draft.sz(),
        "",
        shape.reduceOnly(),
        OrderState.LIVE,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty(),
        "",
        shape.category(),
        "",
        shape.algoId(),
        shape.algoClOrdId(),
        shape.attached(),
        now,
        now);
  }

  static Order progressed(
      Order o, OrderState state, BigDecimal filled, String source, Instant now) {
    return changed(o, o.px(), o.sz(), state, filled, source, now);
  }

  static Order priced(Order o, BigDecimal px) {
    return changed(o, Optional.of(px), o.sz(), o.state(), o.accFillSz(), "", o.updated());
  }

  static Order sized(Order o, BigDecimal sz) {
    return changed(o, o.px(), sz, o.state(), o.accFillSz(), "", o.updated());
  }

  private static Order changed(
      Order o,
      Optional<BigDecimal> px,
      BigDecimal sz,
      OrderState state,
      BigDecimal filled,
      String source,
      Instant now) {
    return new Order(
        o.instType(),
        o.instId(),
        o.ordId(),
        o.clOrdId(),
        o.tag(),
        o.side(),
        o.posSide(),
        o.tdMode(),
        o.ordType(),
        px,
        sz,
        o.tgtCcy(),
        o.reduceOnly(),
        state,
        filled,
        o.avgPx(),
        o.fee(),
        o.feeCcy(),
        o.category(),
        source,
        o.algoId(),
        o.algoClOrdId(),
        o.attached(),
        o.created(),
        now);
  }

  /// An order of the exchange's own, filled at once.
  static Order seizing(Order o, String category, Instant now) {
    Draft draft = new Draft(o.instId(), o.tdMode(), o.posSide(), o.side(), o.sz());
    Order order = order(draft, o.ordId(), "", now, new Shape(category, "", "", List.of(), false));
    return progressed(order, OrderState.FILLED, o.sz(), "", now);
  }

  /// The order that an algo order places when it goes off.
  static Order fired(Algo algo, String id, Instant now) {
    Draft draft =
        new Draft(
            algo.instId(), algo.tdMode(), algo.posSide(), algo.side(), algo.sz().orElseThrow());
    Shape shape =
        new Shape("normal", algo.algoId(), algo.algoClOrdId(), List.of(), algo.reduceOnly());
    return order(draft, id, "", now, shape);
  }

  static Order attached(Order o, String stop) {
    Draft draft = new Draft(o.instId(), o.tdMode(), o.posSide(), o.side(), o.sz());
    Shape shape = new Shape("normal", "", "", List.of(attachment(stop)), false);
    return order(draft, o.ordId(), o.clOrdId(), o.created(), shape);
  }

  static Order reducing(Order o, boolean reduceOnly) {
    Draft draft = new Draft(o.instId(), o.tdMode(), o.posSide(), o.side(), o.sz());
    Shape shape = new Shape("normal", "", "", o.attached(), reduceOnly);
    return priced(order(draft, o.ordId(), o.clOrdId(), o.created(), shape), o.px().orElseThrow());
  }

  static Attachment attachment(String id) {
    return new Attachment(id, sl("50000"), Optional.empty(), "");
  }

  static AttachedStop sl(String trigger) {
    return new AttachedStop(
        Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(trigger)), Optional.empty());
  }

  static Algo attachedStop(Order order, Attachment stop, String id, Instant now) {
    Draft draft =
        new Draft(
            order.instId(), order.tdMode(), order.posSide(), order.side().opposite(), order.sz());
    return stop(draft, id, stop.algoClOrdId(), true, now);
  }

  /// A stop-loss at 50000.
  static Algo stop(Draft draft, String id, String algoClOrdId, boolean reduceOnly, Instant now) {
    return algo(draft, AlgoType.CONDITIONAL, id, algoClOrdId, reduceOnly, now);
  }

  /// Buys or sells once 55000 is reached.
  static Algo trigger(Draft draft, String id, String algoClOrdId, Instant now) {
    return algo(draft, AlgoType.TRIGGER, id, algoClOrdId, false, now);
  }

  private static Algo algo(
      Draft draft, AlgoType type, String id, String algoClOrdId, boolean reduceOnly, Instant now) {
    boolean trigger = type == AlgoType.TRIGGER;
    return new Algo(
        draft.type(),
        draft.instId(),
        id,
        algoClOrdId,
        "",
        draft.side(),
        draft.posSide(),
        draft.tdMode(),
        type,
        Optional.of(draft.sz()),
        false,
        reduceOnly,
        "",
        AlgoState.LIVE,
        trigger ? AttachedStop.NONE : sl("50000"),
        trigger ? Optional.of(new BigDecimal("55000")) : Optional.empty(),
        Optional.empty(),
        PriceType.LAST,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        now,
        now);
  }

  static Algo in(Algo a, AlgoState state, Instant now) {
    return changed(a, state, a.sz(), a.closesAll(), a.stop(), now);
  }

  /// One that closes whatever there is.
  static Algo closingAll(Algo a) {
    return changed(a, a.state(), Optional.empty(), true, a.stop(), a.updated());
  }

  static Algo moved(Algo a, String trigger) {
    return changed(a, a.state(), a.sz(), a.closesAll(), sl(trigger), a.updated());
  }

  private static Algo changed(
      Algo a,
      AlgoState state,
      Optional<BigDecimal> sz,
      boolean all,
      AttachedStop stop,
      Instant now) {
    return new Algo(
        a.instType(),
        a.instId(),
        a.algoId(),
        a.algoClOrdId(),
        a.tag(),
        a.side(),
        a.posSide(),
        a.tdMode(),
        a.type(),
        sz,
        all,
        a.reduceOnly(),
        a.tgtCcy(),
        state,
        stop,
        a.triggerPx(),
        a.ordPx(),
        a.triggerPriceType(),
        a.callbackRatio(),
        a.callbackSpread(),
        a.activePx(),
        a.ordId(),
        a.failCode(),
        a.created(),
        now);
  }
}
