package dev.okxguard.cli.option;

/// How positions are kept.
public final class PosModes extends Words {
  public PosModes() {
    super("net_mode", "long_short_mode");
  }
}
