package dev.okxguard.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// The word on something that may become either: the larger one's measurements, every denial.
  Judgement or(Judgement other) {
    boolean larger =
        other.notionalUsd.orElse(BigDecimal.ZERO).compareTo(notionalUsd.orElse(BigDecimal.ZERO))
            > 0;
    boolean worse = other.allowed() == allowed() ? larger : allowed();
    Judgement shown = worse ? other : this;
    return new Judgement(
        entry || other.entry,
        larger ? other.notionalUsd : notionalUsd,
        shown.checks,
        Stream.concat(denials.stream(), other.denials.stream()).distinct().toList());
  }

  /// The same with more against it.
  public Judgement and(List<Denial> more) {
    return new Judgement(
        entry,
        notionalUsd,
        checks,
        Stream.concat(denials.stream(), more.stream()).distinct().toList());
  }

  /// One rule's measurement.
  ///
  /// @param verdict `ok`, `denied` or `skipped`
  public record Check(String rule, String limit, String value, String verdict) {}
}
