package dev.okxguard.cli.option;

/// Which price a trigger watches.
public final class PriceTypes extends Words {
  public PriceTypes() {
    super("last", "index", "mark");
  }
}
