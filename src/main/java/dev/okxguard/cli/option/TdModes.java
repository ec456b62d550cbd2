package dev.okxguard.cli.option;

/// How an order is margined.
public final class TdModes extends Words {
  public TdModes() {
    super("cash", "cross", "isolated", "spot_isolated");
  }
}
