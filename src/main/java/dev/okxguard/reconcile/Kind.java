package dev.okxguard.reconcile;

import java.util.Locale;

/// What a difference is about.
public enum Kind {
  /// A leg of another size.
  POSITION,
  /// A leg on the other side of zero.
  FLIPPED,
  /// A leg that should be there and is not.
  GHOST,
  /// A leg that is there and should not be.
  UNEXPECTED,
  /// Cash of a currency.
  BALANCE,
  /// An order of ours that waits no more, for no reason of ours.
  ORDER_MISSING,
  /// A waiting order that is not ours.
  ORDER_FOREIGN,
  /// An order of ours with another size or price than we gave it.
  ORDER_CHANGED,
  /// An open position without the stop its policy demands.
  STOP_MISSING,
  /// Stops that cover less than the position.
  STOP_SHORT,
  /// A stop that would add to the position instead of closing it.
  STOP_WRONG_SIDE,
  /// A stop that survived its position.
  STOP_STRAY,
  /// A write of ours whose fate is not known.
  INTENT_UNRESOLVED,
  /// Net or long/short mode.
  POS_MODE,
  /// OKX's account mode.
  ACCOUNT_LEVEL,
  /// Leverage of an open leg.
  LEVERAGE,
  /// What the key may do.
  PERMISSIONS;

  /// As documents have it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
