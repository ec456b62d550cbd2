package dev.okxguard.cli.option;

/// What the size of a spot order at market counts.
public final class SizeUnits extends Words {
  public SizeUnits() {
    super("base_ccy", "quote_ccy");
  }
}
