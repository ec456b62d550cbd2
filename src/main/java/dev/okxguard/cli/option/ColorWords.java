package dev.okxguard.cli.option;

/// When to colour.
public final class ColorWords extends Words {
  public ColorWords() {
    super("auto", "always", "never");
  }
}
