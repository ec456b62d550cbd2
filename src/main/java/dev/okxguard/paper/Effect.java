package dev.okxguard.paper;

import java.time.Duration;

/// What a scripted fault does to one request.
sealed interface Effect {

  /// Processed, then the connection is dropped.
  record LostReply() implements Effect {}

  /// The connection is dropped, nothing is processed.
  record LostRequest() implements Effect {}

  /// Time passes before, or after, the request is processed.
  record Delay(Duration length, boolean after) implements Effect {}

  /// This answer comes instead of the exchange's own.
  ///
  /// @param processed whether the request took effect all the same
  record Refusal(Result answer, boolean processed) implements Effect {}

  /// The exchange's clock is off by that much for this request.
  record ClockSkew(Duration ahead) implements Effect {}

  /// What came about less than that ago is not found.
  record LateVisibility(Duration age) implements Effect {}

  /// Of a list of orders only the first few go through; the others are answered with a failure
  /// each.
  ///
  /// @param taken how many do, 1 at least
  /// @param processed whether the others took effect all the same; then their failure leaves it
  ///   open
  record PartialBatch(int taken, boolean processed) implements Effect {}

  /// Processed, but the answer's body arrives damaged.
  record Mangle(Damage damage) implements Effect {}

  /// How a body is damaged.
  enum Damage {
    EMPTY,
    TRUNCATED,
    GARBAGE
  }
}
