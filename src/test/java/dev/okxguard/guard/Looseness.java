package dev.okxguard.guard;

import dev.okxguard.guard.Policy.Breakers;
import dev.okxguard.guard.Policy.Probation;
import dev.okxguard.guard.Policy.RequireStop;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/// For every component of a policy values to try, and which of two lets more through. Told by what
/// each key means to its user, not by the code that reads it.
final class Looseness {
  private Looseness() {}

  /// @param any a value that bites on some orders
  /// @param looser of two values one that forbids no more than either
  record Key(Function<Random, Object> any, BinaryOperator<Object> looser) {
    private static <T> Key of(Function<Random, T> any, BinaryOperator<T> looser) {
      @SuppressWarnings("unchecked")
      BinaryOperator<Object> unchecked = (BinaryOperator<Object>) looser;
      return new Key(any::apply, unchecked);
    }
  }

  static final Map<String, Key> KEYS = new TreeMap<>();

  static {
    flag("readOnly");
    atMost("maxOrderSize", 8000, 0);
    atMost("maxOrderRatio", 80, 3);
    atMost("maxPositionSize", 9000, 0);
    atMost("maxTotalRatio", 150, 3);
    count("maxOpenPositions", 5);
    count("maxOpenOrders", 8);
    count("maxDailyTrades", 5);
    count("maxOrdersPerMinute", 3);
    atMost("maxLeverage", 8, 0);
    atLeast("minCashRatio", 1000, 3);
    atMost("priceCollar", 12, 3);
    atMost("maxSlippage", 12, 3);
    atMost("maxRiskPerTrade", 60, 4);
    atLeast("minRewardRisk", 30, 1);
    KEYS.put(
        "requireStopLoss",
        Key.of(
            random -> RequireStop.values()[random.nextInt(3)],
            (a, b) -> a.compareTo(b) < 0 ? a : b));
    KEYS.put("duplicateWindowSeconds", Key.of(random -> random.nextInt(6000), Math::min));
    window("repeatLimit", 4);
    KEYS.put("instruments", Key.of(names(Samples.SWAP, Samples.SPOT), Looseness::orAll));
    KEYS.put("instTypes", Key.of(names("SPOT", "SWAP", "MARGIN"), Looseness::union));
    KEYS.put("sides", Key.of(names("buy", "sell"), Looseness::union));
    flag("noWithdrawKey");
    flag("ipBinding");
    flag("subAccount");
    count("clockSkewMillis", 5);
    window("reconcileWithinMinutes", 90);
    KEYS.put("problems", Key.of(random -> problems(random), (a, b) -> a.isEmpty() ? a : b));
    KEYS.put("breakers", Key.of(Looseness::breakers, Looseness::looser));
    KEYS.put("stage", Key.of(Looseness::stage, Looseness::looser));
  }

  private static void flag(String component) {
    KEYS.put(component, Key.of(Random::nextBoolean, Boolean::logicalAnd));
  }

  private static void atMost(String component, int most, int scale) {
    KEYS.put(component, Key.of(number(most, scale), BigDecimal::max));
  }

  private static void atLeast(String component, int most, int scale) {
    KEYS.put(component, Key.of(number(most, scale), BigDecimal::min));
  }

  private static void count(String component, int below) {
    KEYS.put(component, Key.of(random -> random.nextInt(below), Math::max));
  }

  /// 0 turns it off.
  private static void window(String component, int below) {
    KEYS.put(component, Key.of(random -> random.nextInt(below), Looseness::offOrMore));
  }

  private static Function<Random, BigDecimal> number(int most, int scale) {
    return random -> BigDecimal.valueOf(random.nextInt(most + 1), scale);
  }

  private static int offOrMore(int a, int b) {
    return a == 0 || b == 0 ? 0 : Math.max(a, b);
  }

  private static Function<Random, Set<String>> names(String... all) {
    return random ->
        List.of(all).stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }

  private static Set<String> orAll(Set<String> a, Set<String> b) {
    return a.isEmpty() || b.isEmpty() ? Set.of() : union(a, b);
  }

  private static List<String> problems(Random random) {
    return random.nextBoolean() ? List.of() : List.of("limits.max: unknown key");
  }

  private static Breakers breakers(Random random) {
    return new Breakers(
        BigDecimal.valueOf(random.nextInt(30), 3),
        BigDecimal.valueOf(random.nextInt(30), 3),
        random.nextInt(4),
        random.nextInt(90),
        BigDecimal.valueOf(random.nextInt(30), 3),
        random.nextInt(30));
  }

  private static Breakers looser(Breakers a, Breakers b) {
    boolean noMove = a.maxMove().signum() == 0 || b.maxMove().signum() == 0;
    return new Breakers(
        a.maxDailyLossRatio().max(b.maxDailyLossRatio()),
        a.maxDrawdown().max(b.maxDrawdown()),
        offOrMore(a.maxConsecutiveLosses(), b.maxConsecutiveLosses()),
        Math.min(a.cooldownMinutes(), b.cooldownMinutes()),
        noMove ? BigDecimal.ZERO : a.maxMove().max(b.maxMove()),
        Math.min(a.maxMoveMinutes(), b.maxMoveMinutes()));
  }

  private static Probation stage(Random random) {
    return new Probation(
        random.nextBoolean(),
        random.nextInt(3),
        random.nextInt(3),
        BigDecimal.valueOf(random.nextInt(2000)),
        random.nextInt(3));
  }

  private static Probation looser(Probation a, Probation b) {
    return new Probation(
        a.enforce() && b.enforce(),
        Math.min(a.demoTrades(), b.demoTrades()),
        Math.min(a.observeDays(), b.observeDays()),
        a.probationSize().max(b.probationSize()),
        Math.min(a.probationTrades(), b.probationTrades()));
  }
}
