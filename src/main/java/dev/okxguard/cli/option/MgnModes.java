package dev.okxguard.cli.option;

/// How a position is margined.
public final class MgnModes extends Words {
  public MgnModes() {
    super("cross", "isolated");
  }
}
