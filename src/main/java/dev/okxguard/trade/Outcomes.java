package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Order;
import java.util.Optional;

/// The journal's words for what became of an intent.
final class Outcomes {
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";
  static final String NOT_SENT = "not_sent";
  static final String UNKNOWN = "unknown";

  /// In place of OKX's code: what was accepted did not leave the account as it should be.
  static final String UNSAFE = "UNSAFE";

  private Outcomes() {}

  static Event.Outcome accepted(Event.Intent intent, Order order) {
    return new Event.Outcome(
        intent.intentId(),
        intent.clOrdId(),
        ACCEPTED,
        order.ordId(),
        order.state().word(),
        Optional.of(order.accFillSz()),
        order.avgPx(),
        "",
        "");
  }

  static Event.Outcome accepted(Event.Intent intent, Resolution.Done done) {
    return new Event.Outcome(
        intent.intentId(),
        intent.clOrdId(),
        ACCEPTED,
        done.id(),
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        done.remark());
  }

  /// The same of an order, with its state where that could be read.
  static Event.Outcome accepted(Event.Intent intent, Optional<Order> order, String ordId) {
    return order.map(seen -> accepted(intent, seen)).orElseGet(() -> accepted(intent, ordId));
  }

  /// OKX took it, but it left the account in a state that stops trading.
  static Event.Outcome unsafe(
      Event.Intent intent, String ordId, Optional<Order> order, String reason) {
    return new Event.Outcome(
        intent.intentId(),
        intent.clOrdId(),
        ACCEPTED,
        ordId,
        order.map(o -> o.state().word()).orElse(""),
        order.map(Order::accFillSz),
        order.flatMap(Order::avgPx),
        UNSAFE,
        reason);
  }

  /// @param ordId the order's or algo order's, "" when there is none
  static Event.Outcome accepted(Event.Intent intent, String ordId) {
    return new Event.Outcome(
        intent.intentId(),
        intent.clOrdId(),
        ACCEPTED,
        ordId,
        "",
        Optional.empty(),
        Optional.empty(),
        "",
        "");
  }

  static Event.Outcome word(Event.Intent intent, String outcome, String message) {
    return refused(intent, outcome, "", message);
  }

  static Event.Outcome error(Event.Intent intent, String outcome, ExchangeError error) {
    return refused(intent, outcome, error.code(), error.message());
  }

  private static Event.Outcome refused(
      Event.Intent intent, String outcome, String code, String message) {
    return new Event.Outcome(
        intent.intentId(),
        intent.clOrdId(),
        outcome,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        code,
        message);
  }

  /// Two remarks, either of which may be "". The same twice is told once.
  static String join(String one, String other) {
    if (one.isEmpty() || one.equals(other)) {
      return other;
    }
    return other.isEmpty() ? one : one + "; " + other;
  }
}
