package dev.okxguard.model;

import java.math.BigDecimal;

/// How large somebody wants an order to be, in the unit they said it in. What that is in OKX's own
/// unit depends on prices, so it is worked out on fresh data, just before the order is judged.
public sealed interface Size {
  /// Exactly so much in OKX's own unit; never rounded.
  record Exact(BigDecimal sz) implements Size {}

  /// At most so many contracts.
  record Contracts(BigDecimal count) implements Size {}

  /// At most so much of the base currency.
  record Base(BigDecimal amount) implements Size {}

  /// Worth at most so many US dollars.
  record Usd(BigDecimal amount) implements Size {}

  /// Losing at most this part of the account's equity at the stop-loss, fees not counted.
  record RiskShare(BigDecimal ratio) implements Size {}

  /// Losing at most so many US dollars at the stop-loss, fees not counted.
  record RiskUsd(BigDecimal amount) implements Size {}

  /// The one text of what was said, whatever its spelling: `5`, `usd 50`, `risk 0.01`. Fingerprints
  /// are taken over it, so it never changes; an exact size is its plain number.
  default String text() {
    return switch (this) {
      case Exact(var sz) -> Decimals.text(sz);
      case Contracts(var count) -> "contracts " + Decimals.text(count);
      case Base(var amount) -> "base " + Decimals.text(amount);
      case Usd(var amount) -> "usd " + Decimals.text(amount);
      case RiskShare(var ratio) -> "risk " + Decimals.text(ratio);
      case RiskUsd(var amount) -> "risk " + Decimals.text(amount) + "usd";
    };
  }
}
