package dev.okxguard.guard;

import java.util.Optional;

/// A rule that stands against every new entry alike, or against none: it looks at the account and
/// never at the order, so that it can be asked without one.
interface AccountRule extends Rule {
  /// The measurement.
  ///
  /// @throws MissingDatum when it needs something that could not be read
  Finding look(Facts facts, Policy policy);

  @Override
  default Finding look(Situation order) {
    return look(order.facts(), order.policy());
  }

  /// The datum, if it could be read.
  static <T> T have(Optional<T> datum, String name) {
    return datum.orElseThrow(() -> new MissingDatum(name));
  }
}
