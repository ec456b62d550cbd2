package dev.okxguard.guard;

/// One limit. Looks at an order and says what it measured; changes nothing.
///
/// A rule never decides on a missing datum: [Situation] throws [MissingDatum] when it is asked for
/// one, and the guard turns that into a denial.
interface Rule {
  /// The policy key where there is one.
  String name();

  /// What is allowed, as text.
  String limit(Policy policy);

  /// Whether the rule also binds orders that only reduce exposure.
  default boolean bindsExits() {
    return false;
  }

  /// The measurement.
  ///
  /// @throws MissingDatum when it needs something that could not be read
  /// @throws dev.okxguard.model.MissingRate when it needs a value that cannot be had in USD
  Finding look(Situation order);
}
