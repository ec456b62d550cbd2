package dev.okxguard.okx;

import java.time.Duration;

/// Every endpoint this program calls, with OKX's own rate limit for it (reference c, b.5).
public enum Endpoint {
  PUBLIC_TIME("GET", "/api/v5/public/time", Access.PUBLIC, 10, 2000, Unit.IP),
  PUBLIC_INSTRUMENTS("GET", "/api/v5/public/instruments", Access.PUBLIC, 20, 2000, Unit.TYPE),
  PRICE_LIMIT("GET", "/api/v5/public/price-limit", Access.PUBLIC, 20, 2000, Unit.IP),
  MARK_PRICE("GET", "/api/v5/public/mark-price", Access.PUBLIC, 10, 2000, Unit.INSTRUMENT),
  FUNDING_RATE("GET", "/api/v5/public/funding-rate", Access.PUBLIC, 10, 2000, Unit.INSTRUMENT),
  FUNDING_RATE_HISTORY(
      "GET", "/api/v5/public/funding-rate-history", Access.PUBLIC, 10, 2000, Unit.INSTRUMENT),
  OPEN_INTEREST("GET", "/api/v5/public/open-interest", Access.PUBLIC, 20, 2000, Unit.IP),
  SYSTEM_STATUS("GET", "/api/v5/system/status", Access.PUBLIC, 1, 5000, Unit.IP),
  TICKER("GET", "/api/v5/market/ticker", Access.PUBLIC, 20, 2000, Unit.IP),
  TICKERS("GET", "/api/v5/market/tickers", Access.PUBLIC, 20, 2000, Unit.IP),
  BOOKS("GET", "/api/v5/market/books", Access.PUBLIC, 40, 2000, Unit.IP),
  CANDLES("GET", "/api/v5/market/candles", Access.PUBLIC, 40, 2000, Unit.IP),
  HISTORY_CANDLES("GET", "/api/v5/market/history-candles", Access.PUBLIC, 20, 2000, Unit.IP),
  TRADES("GET", "/api/v5/market/trades", Access.PUBLIC, 100, 2000, Unit.IP),
  HISTORY_TRADES("GET", "/api/v5/market/history-trades", Access.PUBLIC, 20, 2000, Unit.IP),
  INDEX_TICKERS("GET", "/api/v5/market/index-tickers", Access.PUBLIC, 20, 2000, Unit.IP),
  ACCOUNT_CONFIG("GET", "/api/v5/account/config", Access.PRIVATE, 5, 2000, Unit.USER),
  ACCOUNT_BALANCE("GET", "/api/v5/account/balance", Access.PRIVATE, 10, 2000, Unit.USER),
  ACCOUNT_POSITIONS("GET", "/api/v5/account/positions", Access.PRIVATE, 10, 2000, Unit.USER),
  POSITIONS_HISTORY(
      "GET", "/api/v5/account/positions-history", Access.PRIVATE, 10, 2000, Unit.USER),
  BILLS("GET", "/api/v5/account/bills", Access.PRIVATE, 5, 1000, Unit.USER),
  BILLS_ARCHIVE("GET", "/api/v5/account/bills-archive", Access.PRIVATE, 5, 2000, Unit.USER),
  TRADE_FEE("GET", "/api/v5/account/trade-fee", Access.PRIVATE, 5, 2000, Unit.USER),
  LEVERAGE_INFO("GET", "/api/v5/account/leverage-info", Access.PRIVATE, 20, 2000, Unit.USER),
  MAX_SIZE("GET", "/api/v5/account/max-size", Access.PRIVATE, 20, 2000, Unit.USER),
  MAX_AVAIL_SIZE("GET", "/api/v5/account/max-avail-size", Access.PRIVATE, 20, 2000, Unit.USER),
  ASSET_BALANCES("GET", "/api/v5/asset/balances", Access.PRIVATE, 6, 1000, Unit.USER),
  SET_LEVERAGE("POST", "/api/v5/account/set-leverage", Access.PRIVATE, 20, 2000, Unit.USER),
  SET_POSITION_MODE(
      "POST", "/api/v5/account/set-position-mode", Access.PRIVATE, 5, 2000, Unit.USER),
  PLACE_ORDER("POST", "/api/v5/trade/order", Access.PRIVATE, 60, 2000, Unit.INSTRUMENT),
  CANCEL_ORDER("POST", "/api/v5/trade/cancel-order", Access.PRIVATE, 60, 2000, Unit.INSTRUMENT),
  AMEND_ORDER("POST", "/api/v5/trade/amend-order", Access.PRIVATE, 60, 2000, Unit.INSTRUMENT),
  CLOSE_POSITION("POST", "/api/v5/trade/close-position", Access.PRIVATE, 20, 2000, Unit.INSTRUMENT),
  ORDER("GET", "/api/v5/trade/order", Access.PRIVATE, 60, 2000, Unit.INSTRUMENT),
  ORDERS_PENDING("GET", "/api/v5/trade/orders-pending", Access.PRIVATE, 60, 2000, Unit.USER),
  ORDERS_HISTORY("GET", "/api/v5/trade/orders-history", Access.PRIVATE, 40, 2000, Unit.USER),
  ORDERS_HISTORY_ARCHIVE(
      "GET", "/api/v5/trade/orders-history-archive", Access.PRIVATE, 20, 2000, Unit.USER),
  FILLS("GET", "/api/v5/trade/fills", Access.PRIVATE, 60, 2000, Unit.USER),
  FILLS_HISTORY("GET", "/api/v5/trade/fills-history", Access.PRIVATE, 10, 2000, Unit.USER),
  BATCH_ORDERS("POST", "/api/v5/trade/batch-orders", Access.PRIVATE, 300, 2000, Unit.INSTRUMENT),
  AMEND_BATCH_ORDERS(
      "POST", "/api/v5/trade/amend-batch-orders", Access.PRIVATE, 300, 2000, Unit.INSTRUMENT),
  CANCEL_BATCH_ORDERS(
      "POST", "/api/v5/trade/cancel-batch-orders", Access.PRIVATE, 300, 2000, Unit.INSTRUMENT),
  CANCEL_ALL_AFTER("POST", "/api/v5/trade/cancel-all-after", Access.PRIVATE, 1, 1000, Unit.TAG),
  ORDER_ALGO("POST", "/api/v5/trade/order-algo", Access.PRIVATE, 20, 2000, Unit.INSTRUMENT),
  AMEND_ALGOS("POST", "/api/v5/trade/amend-algos", Access.PRIVATE, 20, 2000, Unit.INSTRUMENT),
  CANCEL_ALGOS("POST", "/api/v5/trade/cancel-algos", Access.PRIVATE, 20, 2000, Unit.INSTRUMENT),
  ALGO("GET", "/api/v5/trade/order-algo", Access.PRIVATE, 20, 2000, Unit.USER),
  ALGOS_PENDING("GET", "/api/v5/trade/orders-algo-pending", Access.PRIVATE, 20, 2000, Unit.USER),
  ALGOS_HISTORY("GET", "/api/v5/trade/orders-algo-history", Access.PRIVATE, 20, 2000, Unit.USER);

  private final String method;
  private final String path;
  private final Access access;
  private final int calls;
  private final int windowMillis;
  private final Unit unit;

  Endpoint(String method, String path, Access access, int calls, int windowMillis, Unit unit) {
    this.method = method;
    this.path = path;
    this.access = access;
    this.calls = calls;
    this.windowMillis = windowMillis;
    this.unit = unit;
  }

  /// `GET` or `POST`.
  public String method() {
    return method;
  }

  /// The path, from `/api/v5/` on.
  public String path() {
    return path;
  }

  /// Whether it must be signed.
  public boolean signed() {
    return access == Access.PRIVATE;
  }

  /// Calls allowed in one window.
  public int calls() {
    return calls;
  }

  /// The length of the window.
  public Duration window() {
    return Duration.ofMillis(windowMillis);
  }

  /// What the window counts by.
  public Unit unit() {
    return unit;
  }

  /// Who may call.
  private enum Access {
    PUBLIC,
    PRIVATE
  }

  /// What a rate limit is counted by.
  public enum Unit {
    IP,
    /// Address and instType.
    TYPE,
    USER,
    /// User (or address, when public) and instrument.
    INSTRUMENT,
    /// User and order tag.
    TAG
  }
}
