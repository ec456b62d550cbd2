package dev.okxguard.model;

import java.util.Arrays;
import java.util.Optional;

/// OKX's account mode (`acctLv`).
public enum AccountLevel {
  SPOT("1", "Spot"),
  FUTURES("2", "Futures"),
  MULTI_CURRENCY("3", "Multi-currency margin"),
  PORTFOLIO("4", "Portfolio margin");

  private final String code;
  private final String title;

  AccountLevel(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /// The digit on the wire.
  public String code() {
    return code;
  }

  /// The name OKX gives the mode.
  public String title() {
    return title;
  }

  /// The mode of that digit, or empty.
  public static Optional<AccountLevel> of(String code) {
    return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
  }
}
