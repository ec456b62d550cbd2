package dev.okxguard.guard;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The orders an algo order may become: one for each price that sets it off. The only place that
/// knows how to read one as the other.
final class AlgoOrders {
  private final AlgoDraft algo;
  private final boolean intentKey;
  private final BigDecimal size;

  private AlgoOrders(AlgoDraft algo, boolean intentKey, BigDecimal size) {
    this.algo = algo;
    this.intentKey = intentKey;
    this.size = size;
  }

  /// At least one. What closes the whole position has the size of what is held now.
  static List<OrderRequest> of(AlgoDraft algo, boolean intentKey, Facts facts) {
    BigDecimal size = algo.sz().orElseGet(() -> held(algo, facts));
    AlgoOrders orders = new AlgoOrders(algo, intentKey, size);
    AttachedStop stop = algo.stop();
    return switch (algo.type()) {
      case CONDITIONAL, OCO -> orders.legs(stop);
      case TRIGGER -> List.of(orders.order(algo.triggerPx(), algo.ordPx(), attached(stop)));
      case MOVE_ORDER_STOP ->
          List.of(orders.order(reach(algo, facts), Optional.empty(), Optional.empty()));
      case CHASE, ICEBERG, SMART_ICEBERG, TWAP ->
          List.of(orders.order(Optional.empty(), Optional.empty(), Optional.empty()));
    };
  }

  private List<OrderRequest> legs(AttachedStop stop) {
    List<OrderRequest> legs =
        Stream.concat(
                stop.tpTriggerPx().stream()
                    .map(px -> order(Optional.of(px), stop.tpOrdPx(), Optional.empty())),
                stop.slTriggerPx().stream()
                    .map(px -> order(Optional.of(px), stop.slOrdPx(), Optional.empty())))
            .toList();
    return legs.isEmpty()
        ? List.of(order(Optional.empty(), Optional.empty(), Optional.empty()))
        : legs;
  }

  private OrderRequest order(
      Optional<BigDecimal> trigger, Optional<BigDecimal> ordPx, Optional<AttachedStop> stop) {
    Optional<BigDecimal> limit = priced(ordPx);
    OrderDraft draft =
        new OrderDraft(
            algo.instType(),
            algo.instId(),
            algo.tdMode(),
            algo.side(),
            algo.posSide(),
            limit.isPresent() ? OrdType.LIMIT : OrdType.MARKET,
            size,
            limit,
            algo.reduceOnly(),
            unit(),
            stop);
    return OrderRequest.at(trigger, draft, intentKey);
  }

  /// Sizes count base currency as soon as one of the orders has a price.
  private String unit() {
    boolean priced =
        Stream.of(algo.ordPx(), algo.stop().tpOrdPx(), algo.stop().slOrdPx())
            .anyMatch(px -> priced(px).isPresent());
    return priced && !algo.instType().contracts() ? "base_ccy" : algo.tgtCcy();
  }

  private static Optional<BigDecimal> priced(Optional<BigDecimal> ordPx) {
    return ordPx.filter(px -> px.signum() > 0);
  }

  private static Optional<AttachedStop> attached(AttachedStop stop) {
    return Optional.of(stop)
        .filter(s -> s.tpTriggerPx().isPresent() || s.slTriggerPx().isPresent());
  }

  /// The most a trailing order may be placed at, as far as anyone can tell before it trails: its
  /// distance above where a buy begins to, where a sell begins to.
  private static Optional<BigDecimal> reach(AlgoDraft algo, Facts facts) {
    return algo.activePx()
        .or(() -> facts.quote().map(Quote::last))
        .map(
            from -> {
              BigDecimal distance =
                  algo.callbackSpread()
                      .or(() -> algo.callbackRatio().map(from::multiply))
                      .orElse(BigDecimal.ZERO);
              return algo.side() == Side.BUY ? from.add(distance) : from;
            });
  }

  /// What is held on the side it closes; the least size there is when that is nothing or unknown.
  private static BigDecimal held(AlgoDraft algo, Facts facts) {
    LegKey leg = LegKey.of(algo);
    BigDecimal signed =
        facts.positions().orElse(List.of()).stream()
            .filter(p -> LegKey.of(p).equals(leg))
            .map(Position::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal closing = algo.side() == Side.SELL ? signed : signed.negate();
    if (closing.signum() > 0) {
      return closing;
    }
    return Optional.ofNullable(facts.instruments().get(algo.instId()))
        .map(instrument -> instrument.minSz())
        .orElse(BigDecimal.ONE);
  }

  /// A price as text, for messages.
  static String text(Optional<BigDecimal> price) {
    return price.map(Decimals::text).orElse("none");
  }
}
