package dev.okxguard.model;

/// What became of an [Alarm].
public sealed interface Delivery {

  /// Every channel took it.
  ///
  /// @param channels how many those are
  record Sent(int channels) implements Delivery {}

  /// Nobody wants to hear of it: no channel is configured, or the policy does not name the kind.
  record Skipped(String reason) implements Delivery {}

  /// At least one channel did not take it.
  ///
  /// @param reason which, and why, without secrets
  record Failed(String reason) implements Delivery {}
}
