package dev.okxguard.guard;

/// A rule needs something that could not be read.
final class MissingDatum extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param datum what is missing, for people: "mark price of BTC-USDT"
  MissingDatum(String datum) {
    super(datum);
  }
}
