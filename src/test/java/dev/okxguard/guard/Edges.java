package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.intent;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.past;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static dev.okxguard.guard.Samples.some;

import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// For every rule an order just inside its limit and one just outside.
final class Edges {
  private Edges() {}

  /// @param inside passes, and the rule measured it
  /// @param outside is denied by this rule alone, with that code
  record Edge(String rule, String code, Scene inside, Scene outside) {
    @Override
    public String toString() {
      return rule + " " + code;
    }
  }

  static Stream<Edge> all() {
    return Stream.of(
            access(),
            BrakeEdges.all(),
            keys(),
            heartbeat(),
            scope(),
            form(),
            prices(),
            values(),
            pace(),
            money(),
            breakers(),
            StopEdges.losses(),
            StopEdges.orders())
        .flatMap(List::stream);
  }

  private static List<Edge> access() {
    Scene buy = Scene.buying("1");
    Scene close = Scene.of(limit(SWAP, Side.SELL, "1")).positions(position(SWAP, PosSide.NET, "1"));
    Scene reduce = close.order("reduceOnly", true);
    return List.of(
        edge("read_only", "READ_ONLY", buy, buy.policy("readOnly", true)),
        edge("read_only", "READ_ONLY", close, close.policy("readOnly", true)),
        edge(
            "unresolved",
            "UNRESOLVED_INTENT",
            buy,
            buy.facts("openIntents", List.of(intent("ETH-USDT", Side.BUY, "1")))),
        edge("reduce_only", "WRONG_DIRECTION", reduce, reduce.order("side", Side.BUY)),
        edge("reduce_only", "EXCEEDS_POSITION", reduce, reduce.size("1.1")),
        edge("pos_side", "POSITION_MODE", buy, buy.order("posSide", PosSide.LONG)),
        edge("pos_side", "POSITION_MODE", buy, buy.config("posMode", PosMode.LONG_SHORT)));
  }

  private static List<Edge> heartbeat() {
    Scene armed = heart(new Heartbeat.Armed(NOW.plusMillis(1)));
    return List.of(
        edge("heartbeat", "HEARTBEAT_LAPSED", armed, heart(new Heartbeat.Armed(NOW))),
        edge("heartbeat", "HEARTBEAT_FAILED", armed, heart(new Heartbeat.Failed("no answer"))));
  }

  private static Scene heart(Heartbeat heartbeat) {
    return Scene.buying("1").facts("brakes", With.with(Brakes.none(), "heartbeat", heartbeat));
  }

  private static List<Edge> keys() {
    Scene noWithdraw = Scene.buying("1").policy("noWithdrawKey", true);
    Scene bound = Scene.buying("1").policy("ipBinding", true);
    Scene sub = Scene.buying("1").policy("subAccount", true);
    Scene clock = Scene.buying("1").facts("clockSkewMillis", -5000L);
    Scene ahead =
        Scene.buying("1").facts("recent", List.of(past(NOW.plusMillis(5000), Side.SELL, "3")));
    return List.of(
        edge(
            "no_withdraw_key",
            "WITHDRAW_KEY",
            noWithdraw,
            noWithdraw.config("perm", Set.of("trade", "withdraw"))),
        edge("ip_binding", "UNBOUND_KEY", bound, bound.config("ip", List.of())),
        edge("sub_account", "MAIN_ACCOUNT", sub, sub.config("mainUid", "7")),
        edge("clock_skew_ms", "CLOCK_SKEW", clock, clock.facts("clockSkewMillis", -5001L)),
        edge("clock_skew_ms", "CLOCK_SKEW", clock, clock.facts("clockSkewMillis", 5001L)),
        edge(
            "clock_backwards",
            "CLOCK_BACKWARDS",
            ahead,
            ahead.facts("recent", List.of(past(NOW.plusMillis(5001), Side.SELL, "3")))));
  }

  private static List<Edge> scope() {
    Scene buy = Scene.buying("1");
    Scene spot = Scene.of(limit(SPOT, Side.BUY, "0.01"));
    Scene modes = spot.order("tdMode", TdMode.CROSS);
    return List.of(
        edge(
            "instruments",
            "INSTRUMENT",
            buy.policy("instruments", Set.of(SWAP)),
            buy.policy("instruments", Set.of(SPOT))),
        edge("inst_types", "INSTRUMENT_TYPE", buy, buy.policy("instTypes", Set.of("SPOT"))),
        edge("inst_types", "INSTRUMENT_TYPE", buy, buy.order("instType", InstType.FUTURES)),
        edge("inst_types", "INSTRUMENT_TYPE", spot, modes),
        edge(
            "inst_types",
            "INSTRUMENT_TYPE",
            modes.config("acctLv", AccountLevel.MULTI_CURRENCY),
            modes),
        edge("sides", "SIDE", buy, buy.policy("sides", Set.of("sell"))),
        edge("instrument_state", "INSTRUMENT_STATE", buy, buy.instrument("state", "suspend")));
  }

  private static List<Edge> form() {
    Scene buy = Scene.buying("1");
    Scene exit = Scene.of(limit(SWAP, Side.SELL, "1")).positions(position(SWAP, PosSide.NET, "2"));
    Scene market = Scene.of(market(SWAP, Side.BUY, "1")).instrument("maxMktSz", some("1"));
    Scene spotMarket = Scene.of(market(SPOT, Side.BUY, "50")).instrument("maxMktSz", some("50"));
    Scene baseMarket = spotMarket.order("tgtCcy", "base_ccy").size("0.001");
    return List.of(
        edge("size", "SIZE", buy, buy.size("1.05")),
        edge("size", "SIZE", exit, exit.size("1.05")),
        edge("size", "SIZE", buy.size("0.1"), buy.size("0")),
        edge("size", "SIZE", buy.size("0.1"), buy.size("-0.1")),
        edge("size", "SIZE", buy.size("0.2"), buy.instrument("minSz", num("0.3")).size("0.2")),
        edge("size", "SIZE", buy.size("1000"), buy.size("1000.1")),
        edge("size", "SIZE", market, market.size("1.1")),
        edge("size", "SIZE", spotMarket.size("5"), spotMarket.size("4.99")),
        edge("size", "SIZE", spotMarket, spotMarket.size("50.01")),
        edge("size", "SIZE", baseMarket, baseMarket.size("0.00101")),
        edge("tick", "PRICE", buy, buy.order("px", some("50000.05"))),
        edge("tick", "PRICE", exit, exit.order("px", some("-1"))),
        edge("tick", "PRICE", exit, exit.order("px", Optional.empty())));
  }

  private static List<Edge> prices() {
    Scene buy = Scene.buying("1");
    Scene old = buy.quote("time", NOW.minusSeconds(10));
    Scene collar = buy.policy("priceCollar", num("0.02"));
    Scene slip = Scene.of(market(SWAP, Side.BUY, "20")).policy("maxSlippage", num("0.01"));
    Scene thin = Scene.of(market(SWAP, Side.SELL, "20"));
    return List.of(
        edge("quote", "STALE_QUOTE", old, buy.quote("time", NOW.minusMillis(10001))),
        edge("quote", "STALE_QUOTE", old, buy.quote("time", NOW.plusMillis(10001))),
        edge("quote", "CROSSED_QUOTE", buy, buy.quote("bid", some("50000.1"))),
        edge(
            "price_collar",
            "PRICE_COLLAR",
            collar.order("px", some("51000")),
            collar.order("px", some("51000.1"))),
        edge(
            "price_collar",
            "PRICE_COLLAR",
            collar.order("px", some("49000")),
            collar.order("px", some("48999.9"))),
        edge("max_slippage", "MAX_SLIPPAGE", slip, slip.policy("maxSlippage", num("0.0099"))),
        edge(
            "max_slippage",
            "MAX_SLIPPAGE",
            slip.order("side", Side.SELL),
            slip.order("side", Side.SELL).policy("maxSlippage", num("0.0099"))),
        edge("max_slippage", "MAX_SLIPPAGE", thin, thin.policy("maxSlippage", num("0.0001"))));
  }

  private static List<Edge> values() {
    Scene buy = Scene.buying("1");
    Scene order = buy.policy("maxOrderSize", num("500"));
    Scene ratio = buy.policy("maxOrderRatio", num("0.005"));
    Scene held = buy.positions(position(SWAP, PosSide.NET, "2"));
    Scene waits = held.pending(pending(SWAP, Side.BUY, PosSide.NET, "3"));
    Scene spot = Scene.of(limit(SPOT, Side.BUY, "0.01"));
    Scene coins = spot.facts("balance", Optional.of(Samples.balance("1")));
    return List.of(
        edge("max_order_size", "MAX_ORDER_SIZE", order, order.size("1.1")),
        edge("max_order_ratio", "MAX_ORDER_RATIO", ratio, ratio.size("1.1")),
        edge(
            "max_position_size",
            "MAX_POSITION_SIZE",
            waits.policy("maxPositionSize", num("3000")),
            waits.policy("maxPositionSize", num("2999.99"))),
        edge(
            "max_position_size",
            "MAX_POSITION_SIZE",
            coins.policy("maxPositionSize", num("50500")),
            coins.policy("maxPositionSize", num("50499.99"))),
        edge(
            "max_total_ratio",
            "MAX_TOTAL_RATIO",
            waits.policy("maxTotalRatio", num("0.03")),
            waits.policy("maxTotalRatio", num("0.0299"))),
        edge(
            "max_open_positions",
            "MAX_OPEN_POSITIONS",
            waits.policy("maxOpenPositions", 1),
            waits
                .policy("maxOpenPositions", 1)
                .pending(pending(SPOT, Side.BUY, PosSide.NET, "0.01"))),
        edge(
            "max_open_orders",
            "MAX_OPEN_ORDERS",
            waits.policy("maxOpenOrders", 2),
            waits.policy("maxOpenOrders", 1)));
  }

  private static List<Edge> pace() {
    Scene buy = Scene.buying("1");
    Scene day = buy.policy("maxDailyTrades", 1);
    Scene minute = buy.policy("maxOrdersPerMinute", 1);
    Scene twin = buy.policy("duplicateWindowSeconds", 10);
    Scene repeat = buy.policy("repeatLimit", 1);
    Duration noon = Duration.ofHours(12);
    return List.of(
        edge("max_daily_trades", "MAX_DAILY_TRADES", ago(day, noon.plusMillis(1)), ago(day, noon)),
        edge(
            "max_orders_per_minute",
            "MAX_ORDERS_PER_MINUTE",
            ago(minute, Duration.ofMillis(60000)),
            ago(minute, Duration.ofMillis(59999))),
        edge(
            "duplicate_window_s",
            "DUPLICATE_ORDER",
            ago(twin, Duration.ofMillis(10000)),
            ago(twin, Duration.ofMillis(9999))),
        edge(
            "repeat_limit",
            "REPEAT_LIMIT",
            ago(repeat, Duration.ofMinutes(60)),
            ago(repeat, Duration.ofMinutes(60).minusMillis(1))));
  }

  private static List<Edge> money() {
    Scene buy = Scene.buying("10");
    Scene spot = Scene.of(limit(SPOT, Side.BUY, "0.1"));
    Scene lever = buy.policy("maxLeverage", num("5"));
    return List.of(
        edge("max_leverage", "MAX_LEVERAGE", lever, lever.facts("leverage", some("5.01"))),
        edge(
            "min_cash_ratio",
            "MIN_CASH_RATIO",
            buy.policy("minCashRatio", num("0.99")),
            buy.policy("minCashRatio", num("0.9901"))),
        edge(
            "min_cash_ratio",
            "MIN_CASH_RATIO",
            spot.policy("minCashRatio", num("0.95")),
            spot.policy("minCashRatio", num("0.9501"))));
  }

  private static List<Edge> breakers() {
    Scene buy = Scene.buying("1");
    Duration hour = Duration.ofMinutes(60);
    Scene cooled = buy.policy("breakers", Samples.cooldown(60));
    Stream<Edge> tripped =
        Stream.of(Breaker.values())
            .map(b -> edge(b.key(), b.name(), buy, buy.facts("breakers", Samples.tripped(b))));
    Edge cooldown =
        edge(
            "cooldown_minutes",
            "COOLDOWN",
            cooled.facts("brakes", Samples.trippedAt(NOW.minus(hour))),
            cooled.facts("brakes", Samples.trippedAt(NOW.minus(hour).plusMillis(1))));
    return Stream.concat(tripped, Stream.of(cooldown)).toList();
  }

  private static Scene ago(Scene scene, Duration age) {
    return scene.facts("recent", List.of(past(NOW.minus(age), Side.BUY, "1")));
  }

  static Edge edge(String rule, String code, Scene inside, Scene outside) {
    return new Edge(rule, code, inside, outside);
  }
}
