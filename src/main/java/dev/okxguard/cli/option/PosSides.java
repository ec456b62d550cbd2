package dev.okxguard.cli.option;

/// The legs of long/short mode.
public final class PosSides extends Words {
  public PosSides() {
    super("long", "short");
  }
}
