package dev.okxguard.cli.option;

/// Every kind of instrument.
public final class InstTypes extends Words {
  public InstTypes() {
    super("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION");
  }
}
