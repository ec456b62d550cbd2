package dev.okxguard.cli.option;

/// The types of order that a person places.
public final class OrdTypes extends Words {
  public OrdTypes() {
    super("market", "limit", "post_only", "fok", "ioc", "optimal_limit_ioc");
  }
}
