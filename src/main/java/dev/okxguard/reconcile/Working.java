package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Attachment;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An order or algo order that is known to wait at the exchange, as it should be.
///
/// @param sz empty when it closes the whole position
/// @param px limit price of an order, stop-loss trigger or trigger of an algo order
/// @param filled of it so far
/// @param over whether its position was closed since it was last seen
/// @param attached client ids that its take-profits and stop-losses will have as algo orders
/// @param terms the other numbers of an algo order, by OKX's names
record Working(
    String id,
    String clOrdId,
    String instId,
    TdMode tdMode,
    PosSide posSide,
    Side side,
    Optional<BigDecimal> sz,
    Optional<BigDecimal> px,
    boolean reduceOnly,
    BigDecimal filled,
    boolean over,
    Set<String> attached,
    Map<String, BigDecimal> terms) {
  Working {
    sz = sz.map(BigDecimal::stripTrailingZeros);
    px = px.map(BigDecimal::stripTrailingZeros);
    filled = filled.stripTrailingZeros();
    attached = Collections.unmodifiableSet(new TreeSet<>(attached));
    Map<String, BigDecimal> plain = new TreeMap<>();
    terms.forEach((name, number) -> plain.put(name, number.stripTrailingZeros()));
    terms = Collections.unmodifiableMap(plain);
  }

  static Working of(Order order) {
    return new Working(
        order.ordId(),
        order.clOrdId(),
        order.instId(),
        order.tdMode(),
        order.posSide(),
        order.side(),
        Optional.of(order.sz()),
        order.px(),
        order.reduceOnly(),
        order.accFillSz(),
        false,
        order.attached().stream()
            .map(Attachment::algoClOrdId)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet()),
        Map.of());
  }

  /// @param over whether its position was closed since it was last seen
  /// @param attached client ids of what its order will carry, which the exchange does not tell
  static Working of(Algo algo, Set<String> attached) {
    return new Working(
        algo.algoId(),
        algo.algoClOrdId(),
        algo.instId(),
        algo.tdMode(),
        algo.posSide(),
        algo.side(),
        algo.sz(),
        algo.type() == AlgoType.TRIGGER ? algo.triggerPx() : algo.stop().slTriggerPx(),
        algo.reduceOnly(),
        BigDecimal.ZERO,
        false,
        attached,
        terms(algo));
  }

  private static Map<String, BigDecimal> terms(Algo algo) {
    Map<String, BigDecimal> terms = new TreeMap<>();
    algo.stop().tpTriggerPx().ifPresent(px -> terms.put("tpTriggerPx", px));
    algo.stop().tpOrdPx().ifPresent(px -> terms.put("tpOrdPx", px));
    if (algo.type() == AlgoType.TRIGGER) {
      algo.stop().slTriggerPx().ifPresent(px -> terms.put("slTriggerPx", px));
    }
    algo.stop().slOrdPx().ifPresent(px -> terms.put("slOrdPx", px));
    algo.ordPx().ifPresent(px -> terms.put("ordPx", px));
    algo.callbackRatio().ifPresent(ratio -> terms.put("callbackRatio", ratio));
    algo.callbackSpread().ifPresent(spread -> terms.put("callbackSpread", spread));
    algo.activePx().ifPresent(px -> terms.put("activePx", px));
    return terms;
  }

  Leg leg() {
    return new Leg(instId, tdMode, posSide, "");
  }

  /// `buy 2 at 60000, slOrdPx -1`, with those of its terms.
  String words(Set<String> told) {
    return words()
        + told.stream()
            .sorted()
            .map(name -> ", " + name + " " + term(name).map(Decimals::text).orElse("none"))
            .collect(Collectors.joining());
  }

  Optional<BigDecimal> term(String name) {
    return Optional.ofNullable(terms.get(name));
  }

  /// `buy 2 at 60000`.
  String words() {
    String size = sz.map(Decimals::text).orElse("the whole position");
    return side.word() + " " + size + px.map(at -> " at " + Decimals.text(at)).orElse("");
  }

  /// Whether an order of contracts can only close: reduce-only, or by its leg and side.
  boolean closing() {
    return InstType.byForm(instId).contracts() && (reduceOnly || posSide.closedBy(side));
  }

  /// Whether all of it is filled.
  boolean done() {
    return sz.isPresent() && filled.compareTo(sz.get()) >= 0;
  }

  Working filledBy(BigDecimal more) {
    return with(sz, px, filled.add(more), over, attached);
  }

  /// Its position was closed.
  Working overNow() {
    return with(sz, px, filled, true, attached);
  }

  /// It waits, whatever became of its position before.
  Working stillThere() {
    return with(sz, px, filled, false, attached);
  }

  Working attaching(Set<String> ids) {
    Set<String> all = new TreeSet<>(attached);
    all.addAll(ids);
    return with(sz, px, filled, over, all);
  }

  /// The same of that size and price.
  Working given(Optional<BigDecimal> size, Optional<BigDecimal> price) {
    return with(size, price, filled, over, attached);
  }

  private Working with(
      Optional<BigDecimal> nowSz,
      Optional<BigDecimal> nowPx,
      BigDecimal nowFilled,
      boolean nowOver,
      Set<String> nowAttached) {
    return new Working(
        id,
        clOrdId,
        instId,
        tdMode,
        posSide,
        side,
        nowSz,
        nowPx,
        reduceOnly,
        nowFilled,
        nowOver,
        nowAttached,
        terms);
  }
}
