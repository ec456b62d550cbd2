package dev.okxguard.config;

import dev.okxguard.guard.Policy.RequireStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Every policy key this version enforces, with its default, in the order people read them.
final class PolicyKeys {
  static final PolicyKey<Boolean> READ_ONLY = flag("policy", "read_only", false);
  static final PolicyKey<BigDecimal> MAX_ORDER_SIZE = most("max_order_size", "100");
  static final PolicyKey<BigDecimal> MAX_ORDER_RATIO = most("max_order_ratio", "0.02");
  static final PolicyKey<BigDecimal> MAX_POSITION_SIZE = most("max_position_size", "100");
  static final PolicyKey<BigDecimal> MAX_TOTAL_RATIO = most("max_total_ratio", "0.30");
  static final PolicyKey<Integer> MAX_OPEN_POSITIONS = fewest("limits", "max_open_positions", 3);
  static final PolicyKey<Integer> MAX_OPEN_ORDERS = fewest("limits", "max_open_orders", 20);
  static final PolicyKey<Integer> MAX_DAILY_TRADES = fewest("limits", "max_daily_trades", 20);
  static final PolicyKey<Integer> MAX_ORDERS_PER_MINUTE =
      fewest("limits", "max_orders_per_minute", 6);
  static final PolicyKey<BigDecimal> MAX_LEVERAGE = most("max_leverage", "3");
  static final PolicyKey<BigDecimal> MIN_CASH_RATIO =
      decimal("min_cash_ratio", "0.50", PolicyValues::fraction, BigDecimal::max);
  static final PolicyKey<BigDecimal> PRICE_COLLAR = fraction("price_collar", "0.02");
  static final PolicyKey<BigDecimal> MAX_SLIPPAGE = fraction("max_slippage", "0.005");
  static final PolicyKey<BigDecimal> MAX_RISK_PER_TRADE = fraction("max_risk_per_trade", "0.01");
  static final PolicyKey<BigDecimal> MIN_REWARD_RISK =
      decimal("min_reward_risk", "0", PolicyValues::decimal, BigDecimal::max);
  static final PolicyKey<RequireStop> REQUIRE_STOP_LOSS =
      new PolicyKey<>(
          "limits",
          "require_stop_loss",
          RequireStop.class,
          PolicyValues::stop,
          (a, b) -> a.compareTo(b) >= 0 ? a : b,
          PolicyValues::stopText,
          RequireStop.DERIVATIVES);
  static final PolicyKey<Integer> DUPLICATE_WINDOW_S =
      count("limits", "duplicate_window_s", Math::max, 10);
  static final PolicyKey<Integer> REPEAT_LIMIT =
      count("limits", "repeat_limit", PolicyKeys::smallerUnlessOff, 5);
  static final PolicyKey<Names> INSTRUMENTS =
      names(
          "instruments",
          item ->
              PolicyValues.names(
                  item,
                  name -> name.matches("[A-Z0-9]+(-[A-Z0-9_]+)+"),
                  "instrument ids as OKX writes them, such as BTC-USDT"),
          Set.of());
  static final PolicyKey<Names> INST_TYPES =
      names(
          "inst_types",
          item ->
              PolicyValues.names(
                      item,
                      name -> InstType.of(name).isPresent(),
                      "SPOT, MARGIN, SWAP, FUTURES or OPTION")
                  .orNothing(),
          Set.of("SPOT", "SWAP", "FUTURES"));
  static final PolicyKey<Names> SIDES =
      names(
          "sides",
          item ->
              PolicyValues.names(item, name -> Side.of(name).isPresent(), "buy or sell")
                  .orNothing(),
          Set.of("buy", "sell"));
  static final PolicyKey<Boolean> NO_WITHDRAW_KEY = flag("require", "no_withdraw_key", true);
  static final PolicyKey<Boolean> IP_BINDING = flag("require", "ip_binding", false);
  static final PolicyKey<Boolean> SUB_ACCOUNT = flag("require", "sub_account", false);
  static final PolicyKey<Integer> CLOCK_SKEW_MS = fewest("require", "clock_skew_ms", 5000);

  static final PolicyKey<Integer> RECONCILE_WITHIN_MINUTES =
      count("require", "reconcile_within_minutes", PolicyKeys::smallerUnlessOff, 0);
  static final PolicyKey<Duration> LOOSEN_DELAY =
      new PolicyKey<>(
          "policy",
          "loosen_delay",
          Duration.class,
          PolicyValues::length,
          (a, b) -> a.compareTo(b) >= 0 ? a : b,
          PolicyValues::lengthText,
          Duration.ofHours(24));

  private PolicyKeys() {}

  /// Every key, in the order in which they are shown.
  static List<PolicyKey<?>> enforced() {
    return All.KEYS;
  }

  /// Apart, since the classes of single sections need this one to make their keys.
  private static final class All {
    static final List<PolicyKey<?>> KEYS =
        List.of(
            LOOSEN_DELAY,
            READ_ONLY,
            MAX_ORDER_SIZE,
            MAX_ORDER_RATIO,
            MAX_POSITION_SIZE,
            MAX_TOTAL_RATIO,
            MAX_OPEN_POSITIONS,
            MAX_OPEN_ORDERS,
            MAX_DAILY_TRADES,
            MAX_ORDERS_PER_MINUTE,
            MAX_LEVERAGE,
            MIN_CASH_RATIO,
            PRICE_COLLAR,
            MAX_SLIPPAGE,
            MAX_RISK_PER_TRADE,
            MIN_REWARD_RISK,
            REQUIRE_STOP_LOSS,
            DUPLICATE_WINDOW_S,
            REPEAT_LIMIT,
            INSTRUMENTS,
            INST_TYPES,
            SIDES,
            BreakerKeys.MAX_DAILY_LOSS_RATIO,
            BreakerKeys.MAX_DRAWDOWN,
            BreakerKeys.MAX_CONSECUTIVE_LOSSES,
            BreakerKeys.COOLDOWN_MINUTES,
            BreakerKeys.MAX_MOVE,
            BreakerKeys.MAX_MOVE_MINUTES,
            RECONCILE_WITHIN_MINUTES,
            NO_WITHDRAW_KEY,
            IP_BINDING,
            SUB_ACCOUNT,
            CLOCK_SKEW_MS,
            StageKeys.ENFORCE,
            StageKeys.DEMO_TRADES,
            StageKeys.OBSERVE_DAYS,
            StageKeys.PROBATION_SIZE,
            StageKeys.PROBATION_TRADES,
            AlertKeys.WEBHOOK,
            AlertKeys.COMMAND,
            AlertKeys.ON);
  }

  /// 0 is off and so the loosest of all; otherwise fewer is stricter.
  static int smallerUnlessOff(int a, int b) {
    return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
  }

  private static PolicyKey<BigDecimal> most(String name, String fallback) {
    return decimal(name, fallback, PolicyValues::decimal, BigDecimal::min);
  }

  private static PolicyKey<BigDecimal> fraction(String name, String fallback) {
    return decimal(name, fallback, PolicyValues::fraction, BigDecimal::min);
  }

  private static PolicyKey<BigDecimal> decimal(
      String name,
      String fallback,
      Function<Item, BigDecimal> parse,
      BinaryOperator<BigDecimal> stricter) {
    return decimal("limits", name, fallback, parse, stricter);
  }

  static PolicyKey<BigDecimal> decimal(
      String section,
      String name,
      String fallback,
      Function<Item, BigDecimal> parse,
      BinaryOperator<BigDecimal> stricter) {
    return new PolicyKey<>(
        section, name, BigDecimal.class, parse, stricter, Decimals::text, new BigDecimal(fallback));
  }

  private static PolicyKey<Integer> fewest(String section, String name, int fallback) {
    return count(section, name, Math::min, fallback);
  }

  static PolicyKey<Integer> count(
      String section, String name, BinaryOperator<Integer> stricter, int fallback) {
    return new PolicyKey<>(
        section,
        name,
        Integer.class,
        PolicyValues::count,
        stricter,
        number -> Integer.toString(number),
        fallback);
  }

  static PolicyKey<Boolean> flag(String section, String name, boolean fallback) {
    return new PolicyKey<>(
        section,
        name,
        Boolean.class,
        Item::flag,
        Boolean::logicalOr,
        flag -> Boolean.toString(flag),
        fallback);
  }

  private static PolicyKey<Names> names(
      String name, Function<Item, Names> parse, Set<String> fallback) {
    return new PolicyKey<>(
        "limits", name, Names.class, parse, Names::and, Names::toString, new Names(fallback));
  }
}
