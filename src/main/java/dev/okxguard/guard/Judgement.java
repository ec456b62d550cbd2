package dev.okxguard.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The guard's word on an order.
///
/// @param entry whether the order may add exposure; exits meet fewer rules
/// @param notionalUsd the order's value in USD at the worse of its limit and the market; empty when
///   it cannot be computed
/// @param checks every rule that looked, in a stable order
/// @param denials empty when the order may go
public record Judgement(
    boolean entry, Optional<BigDecimal> notionalUsd, List<Check> checks, List<Denial> denials) {

  public Judgement {
    checks = List.copyOf(checks);
    denials = List.copyOf(denials);
  }

  /// Whether nothing stands against the order.
  public boolean allowed() {
    return denials.isEmpty();
  }

  /// One rule's measurement.
  ///
  /// @param verdict `ok`, `denied` or `skipped`
  public record Check(String rule, String limit, String value, String verdict) {}
}
