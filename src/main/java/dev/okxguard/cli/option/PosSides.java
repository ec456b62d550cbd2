package dev.okxguard.cli.option;

/// The legs of long/short mode, and the one there is in net mode.
public final class PosSides extends Words {
  public PosSides() {
    super("long", "short", "net");
  }
}
