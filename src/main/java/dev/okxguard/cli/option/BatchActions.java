package dev.okxguard.cli.option;

/// What is done with many orders at once.
public final class BatchActions extends Words {
  public BatchActions() {
    super("place", "amend", "cancel");
  }
}
