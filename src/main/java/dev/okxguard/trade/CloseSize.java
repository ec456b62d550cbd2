package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;

/// How much of a position somebody wants closed.
public sealed interface CloseSize {
  /// All of it.
  record Whole() implements CloseSize {}

  /// That many contracts; more than are held means all.
  record Contracts(BigDecimal sz) implements CloseSize {}

  /// That part of it, above 0 and up to 1, rounded down to the lot.
  record Ratio(BigDecimal ratio) implements CloseSize {}

  /// The size in words, the same for the same size.
  default String text() {
    return switch (this) {
      case Whole _ -> "whole";
      case Contracts contracts -> Decimals.text(contracts.sz());
      case Ratio part -> "x" + Decimals.text(part.ratio());
    };
  }
}
