package dev.okxguard.okx.wire;

/// Header names of OKX V5 (reference a.3).
public final class Headers {
  public static final String KEY = "OK-ACCESS-KEY";
  public static final String SIGN = "OK-ACCESS-SIGN";
  public static final String TIMESTAMP = "OK-ACCESS-TIMESTAMP";
  public static final String PASSPHRASE = "OK-ACCESS-PASSPHRASE";
  public static final String SIMULATED = "x-simulated-trading";
  public static final String EXPIRY = "expTime";
  public static final String CONTENT_TYPE = "Content-Type";
  public static final String USER_AGENT = "User-Agent";

  private Headers() {}
}
