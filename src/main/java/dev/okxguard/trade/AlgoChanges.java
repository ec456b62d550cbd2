package dev.okxguard.trade;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What to change about an algo order, by OKX's names; whatever is empty stays.
///
/// @param newTpTriggerPx,newSlTriggerPx 0 takes that leg away
/// @param newTpOrdPx,newSlOrdPx,newOrdPx -1 is market
/// @param newTriggerPx,newOrdPx of a trigger order
public record AlgoChanges(
    Optional<BigDecimal> newSz,
    Optional<BigDecimal> newTpTriggerPx,
    Optional<BigDecimal> newTpOrdPx,
    Optional<BigDecimal> newSlTriggerPx,
    Optional<BigDecimal> newSlOrdPx,
    Optional<BigDecimal> newTriggerPx,
    Optional<BigDecimal> newOrdPx) {

  /// Whether nothing is to change.
  public boolean none() {
    return newSz.isEmpty() && !legs() && !trigger();
  }

  /// Whether any of them is about a take-profit or stop-loss.
  boolean legs() {
    return Stream.of(newTpTriggerPx, newTpOrdPx, newSlTriggerPx, newSlOrdPx)
        .anyMatch(Optional::isPresent);
  }

  /// Whether any of them is about the trigger of a trigger order.
  boolean trigger() {
    return newTriggerPx.isPresent() || newOrdPx.isPresent();
  }

  /// The changes a body that was sent asked for.
  static AlgoChanges of(JsonNode body) {
    return new AlgoChanges(
        number(body, "newSz"),
        number(body, "newTpTriggerPx"),
        number(body, "newTpOrdPx"),
        number(body, "newSlTriggerPx"),
        number(body, "newSlOrdPx"),
        number(body, "newTriggerPx"),
        number(body, "newOrdPx"));
  }

  private static Optional<BigDecimal> number(JsonNode body, String name) {
    return Decimals.parse(body.path(name).asString(""));
  }

  /// Adds them to a body as OKX documents it.
  void put(ObjectNode body) {
    put(body, "newSz", newSz);
    put(body, "newTpTriggerPx", newTpTriggerPx);
    put(body, "newTpOrdPx", newTpOrdPx);
    put(body, "newSlTriggerPx", newSlTriggerPx);
    put(body, "newSlOrdPx", newSlOrdPx);
    put(body, "newTriggerPx", newTriggerPx);
    put(body, "newOrdPx", newOrdPx);
  }

  private static void put(ObjectNode body, String name, Optional<BigDecimal> value) {
    value.ifPresent(number -> body.put(name, Decimals.text(number)));
  }

  /// The whole algo order they would leave behind.
  AlgoDraft on(Algo algo) {
    AttachedStop stop = stop(algo.stop());
    return new AlgoDraft(
        algo.instType(),
        algo.instId(),
        algo.tdMode(),
        algo.side(),
        algo.posSide(),
        AlgoMatch.type(algo.type(), stop),
        newSz.or(algo::sz).filter(_ -> newSz.isPresent() || !algo.closesAll()),
        algo.reduceOnly(),
        false,
        algo.tgtCcy(),
        "",
        stop,
        newTriggerPx.or(algo::triggerPx),
        newOrdPx.or(algo::ordPx),
        algo.triggerPriceType(),
        algo.callbackRatio(),
        algo.callbackSpread(),
        algo.activePx());
  }

  private AttachedStop stop(AttachedStop before) {
    Optional<BigDecimal> tp = leg(before.tpTriggerPx(), newTpTriggerPx, newTpOrdPx);
    Optional<BigDecimal> sl = leg(before.slTriggerPx(), newSlTriggerPx, newSlOrdPx);
    return new AttachedStop(
        tp,
        newTpOrdPx.or(before::tpOrdPx).filter(_ -> tp.isPresent()),
        sl,
        newSlOrdPx.or(before::slOrdPx).filter(_ -> sl.isPresent()),
        before.tpPriceType(),
        before.slPriceType());
  }

  /// OKX takes a 0 in either of a leg's prices as its removal.
  private static Optional<BigDecimal> leg(
      Optional<BigDecimal> before, Optional<BigDecimal> trigger, Optional<BigDecimal> price) {
    boolean removed =
        Stream.of(trigger, price).flatMap(Optional::stream).anyMatch(px -> px.signum() == 0);
    return removed ? Optional.empty() : trigger.or(() -> before);
  }

  /// Whether that algo order is as they would leave it.
  boolean madeOn(Algo seen) {
    return AlgoMatch.wrong(on(seen), seen).isEmpty();
  }
}
