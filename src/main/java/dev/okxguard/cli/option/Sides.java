package dev.okxguard.cli.option;

/// The directions of an order.
public final class Sides extends Words {
  public Sides() {
    super("buy", "sell");
  }
}
