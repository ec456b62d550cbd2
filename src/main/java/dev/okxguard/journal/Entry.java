package dev.okxguard.journal;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An entry that was sent, or may have been, and was not refused.
///
/// @param side,sz,px as in the request; empty where it has none
/// @param outcome the last word, empty while there is none
public record Entry(
    Instant time,
    String intentId,
    String action,
    String instId,
    String clOrdId,
    Optional<Side> side,
    Optional<BigDecimal> sz,
    Optional<BigDecimal> px,
    Optional<BigDecimal> notionalUsd,
    Optional<String> outcome) {

  static Entry of(Past past) {
    Event.Intent intent = past.intent();
    return new Entry(
        past.time(),
        intent.intentId(),
        intent.action(),
        intent.instId(),
        intent.clOrdId(),
        text(intent, "side").flatMap(Side::of),
        text(intent, "sz").flatMap(Decimals::parse),
        price(intent),
        intent.notionalUsd(),
        past.outcome().map(Event.Outcome::outcome));
  }

  /// An algo order's is the price of its order, or the one that sets it off where that is the
  /// market's.
  private static Optional<BigDecimal> price(Event.Intent intent) {
    return Stream.of("px", "orderPx", "triggerPx", "tpTriggerPx", "slTriggerPx")
        .flatMap(name -> text(intent, name).flatMap(Decimals::parse).stream())
        .filter(px -> px.signum() > 0)
        .findFirst();
  }

  private static Optional<String> text(Event.Intent intent, String name) {
    return intent.request().optional(name).map(JsonNode::asString);
  }
}
