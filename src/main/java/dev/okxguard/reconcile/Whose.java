package dev.okxguard.reconcile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whose doing a change of the account is.
enum Whose {
  /// An order that our journal recorded.
  OURS("by okx-guard"),
  /// The exchange's regular business: funding, interest, transfers, delivery.
  SYSTEM("by the exchange"),
  HAND("by hand in the app or by another program"),
  COPY("by another copy of okx-guard, or by this one with a lost journal"),
  LIQUIDATION("by liquidation"),
  ADL("by auto-deleveraging"),
  FORCED("by the exchange itself (liquidation or auto-deleveraging)"),
  REPAYMENT("by forced repayment"),
  HEDGING("by OKX's delta hedging"),
  CONVERT("by a convert"),
  SIMPLE_TRADE("by a simple trade"),
  OTHER("by something this version does not know");

  private final String phrase;

  Whose(String phrase) {
    this.phrase = phrase;
  }

  /// Completes "0.3 bought …".
  String phrase() {
    return phrase;
  }

  /// Whether what it moves is expected.
  boolean expected() {
    return this == OURS || this == SYSTEM;
  }

  /// As the books have it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Whose> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }
}
