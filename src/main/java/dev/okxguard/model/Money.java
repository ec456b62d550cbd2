package dev.okxguard.model;

import java.util.Set;

/// Currencies that are money by themselves: dollars of one kind or another, and what states issue.
/// Whoever sold a coin for one of them is out of coins; for anything else, into another one.
public final class Money {
  private static final Set<String> ALL =
      Set.of(
          "USD", "USDT", "USDC", "USDG", "USDP", "DAI", "TUSD", "PYUSD", "FDUSD", "RLUSD", "USDE",
          "USD1", "EUR", "EURC", "GBP", "TRY", "AUD", "BRL", "AED", "SGD", "JPY", "CHF", "CAD");

  private Money() {}

  /// Whether that currency is money; one nobody here has heard of is none.
  public static boolean is(String ccy) {
    return ALL.contains(ccy);
  }
}
