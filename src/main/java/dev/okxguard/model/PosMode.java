package dev.okxguard.model;

import java.util.Arrays;
import java.util.Optional;

/// Whether contracts keep one net position an instrument or a long and a short leg.
public enum PosMode {
  NET("net_mode"),
  LONG_SHORT("long_short_mode");

  private final String word;

  PosMode(String word) {
    this.word = word;
  }

  /// The word OKX uses on the wire.
  public String word() {
    return word;
  }

  /// The constant of that word, or empty.
  public static Optional<PosMode> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
  }
}
