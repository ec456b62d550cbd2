package dev.okxguard.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where an order goes: real money, OKX's demo trading, or the embedded paper exchange.
public enum Environment {
  LIVE,
  DEMO,
  PAPER;

  /// The lower-case word used on the command line, in documents and in directory names.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The environment of that word, or empty when there is none.
  public static Optional<Environment> of(String word) {
    return Arrays.stream(values()).filter(e -> e.word().equals(word)).findFirst();
  }
}
