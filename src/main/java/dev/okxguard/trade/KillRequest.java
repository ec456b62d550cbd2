package dev.okxguard.trade;

/// An emergency stop that somebody wants.
///
/// @param flatten whether positions go too, and then the orders that protected them
/// @param spot whether coins are sold too; only together with `flatten`
/// @param reason for the record and the alert
public record KillRequest(boolean flatten, boolean spot, String reason) {
  public KillRequest {
    if (spot && !flatten) {
      throw new IllegalArgumentException("coins are sold only when positions go too");
    }
  }
}
