package dev.okxguard.model;

/// A currency without a USD rate: whatever depended on it must be denied, not guessed.
public final class MissingRate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String ccy;

  public MissingRate(String ccy) {
    super("no USD rate for " + ccy);
    this.ccy = ccy;
  }

  /// The currency that could not be valued.
  public String ccy() {
    return ccy;
  }
}
