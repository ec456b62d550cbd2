package dev.okxguard.testing;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.trade.PlaceRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Orders to place in tests.
public final class Orders {
  public static final String PAIR = "BTC-USDT";
  public static final String SWAP = "BTC-USDT-SWAP";

  private Orders() {}

  /// Buys spot at market for that many dollars.
  public static PlaceRequest buy(String usd, String key) {
    return new PlaceRequest(spot(Side.BUY, OrdType.MARKET, usd, ""), Optional.of(key));
  }

  /// The same without a key.
  public static PlaceRequest buy(String usd) {
    return new PlaceRequest(spot(Side.BUY, OrdType.MARKET, usd, ""), Optional.empty());
  }

  /// A spot order that may rest.
  public static PlaceRequest limit(Side side, String sz, String px, String key) {
    return new PlaceRequest(spot(side, OrdType.LIMIT, sz, px), Optional.of(key));
  }

  /// A spot purchase that rests, as the exchange shows it.
  public static Order resting(String ordId, String clOrdId, Instant created) {
    return new Order(
        InstType.SPOT,
        PAIR,
        ordId,
        clOrdId,
        "",
        Side.BUY,
        PosSide.NET,
        TdMode.CASH,
        OrdType.LIMIT,
        Optional.of(BigDecimal.TEN),
        BigDecimal.ONE,
        "",
        false,
        OrderState.LIVE,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty(),
        "",
        "normal",
        "",
        "",
        "",
        List.of(),
        created,
        created);
  }

  /// Sells that much bitcoin at market.
  public static OrderDraft sellMarket(String sz) {
    return spot(Side.SELL, OrdType.MARKET, sz, "");
  }

  /// A perpetual swap order at market, without a stop.
  public static PlaceRequest swap(Side side, String sz, boolean reduceOnly, String key) {
    return new PlaceRequest(contract(side, OrdType.MARKET, sz, "", reduceOnly), Optional.of(key));
  }

  public static OrderDraft contract(
      Side side, OrdType type, String sz, String px, boolean reduceOnly) {
    return new OrderDraft(
        InstType.SWAP,
        SWAP,
        TdMode.CROSS,
        side,
        PosSide.NET,
        type,
        new BigDecimal(sz),
        price(px),
        reduceOnly,
        "",
        Optional.empty());
  }

  /// The same order with those stops attached.
  public static OrderDraft stopped(OrderDraft bare, AttachedStop stop) {
    return Altered.of(bare, "stop", Optional.of(stop));
  }

  private static OrderDraft spot(Side side, OrdType type, String sz, String px) {
    return new OrderDraft(
        InstType.SPOT,
        PAIR,
        TdMode.CASH,
        side,
        PosSide.NET,
        type,
        new BigDecimal(sz),
        price(px),
        false,
        "",
        Optional.empty());
  }

  private static Optional<BigDecimal> price(String px) {
    return px.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(px));
  }
}
