package dev.okxguard.guard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an account has come on its way to live trading.
public enum Stage {
  DEMO,
  OBSERVE,
  PROBATION,
  FULL;

  /// The lower-case word used in records and documents.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The stage of that word.
  public static Optional<Stage> of(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
  }

  /// The one after it; empty after the last.
  public Optional<Stage> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
