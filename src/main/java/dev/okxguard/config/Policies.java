package dev.okxguard.config;

import dev.okxguard.guard.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the guard's record of the values in force.
final class Policies {
  private Policies() {}

  static Policy of(Stated stated, List<String> problems) {
    return new Policy(
        stated.get(PolicyKeys.READ_ONLY),
        stated.get(PolicyKeys.MAX_ORDER_SIZE),
        stated.get(PolicyKeys.MAX_ORDER_RATIO),
        stated.get(PolicyKeys.MAX_POSITION_SIZE),
        stated.get(PolicyKeys.MAX_TOTAL_RATIO),
        stated.get(PolicyKeys.MAX_OPEN_POSITIONS),
        stated.get(PolicyKeys.MAX_OPEN_ORDERS),
        stated.get(PolicyKeys.MAX_DAILY_TRADES),
        stated.get(PolicyKeys.MAX_ORDERS_PER_MINUTE),
        stated.get(PolicyKeys.MAX_LEVERAGE),
        stated.get(PolicyKeys.MIN_CASH_RATIO),
        stated.get(PolicyKeys.PRICE_COLLAR),
        stated.get(PolicyKeys.MAX_SLIPPAGE),
        stated.get(PolicyKeys.MAX_RISK_PER_TRADE),
        stated.get(PolicyKeys.MIN_REWARD_RISK),
        stated.get(PolicyKeys.REQUIRE_STOP_LOSS),
        stated.get(PolicyKeys.DUPLICATE_WINDOW_S),
        stated.get(PolicyKeys.REPEAT_LIMIT),
        stated.get(PolicyKeys.INSTRUMENTS).allowed(),
        stated.get(PolicyKeys.INST_TYPES).allowed(),
        stated.get(PolicyKeys.SIDES).allowed(),
        stated.get(PolicyKeys.NO_WITHDRAW_KEY),
        stated.get(PolicyKeys.IP_BINDING),
        stated.get(PolicyKeys.SUB_ACCOUNT),
        stated.get(PolicyKeys.CLOCK_SKEW_MS),
        stated.get(PolicyKeys.RECONCILE_WITHIN_MINUTES),
        BreakerKeys.breakers(stated),
        StageKeys.stage(stated),
        problems,
        digest(stated));
  }

  /// One `key=value` line for each key in its fixed order, so that equal limits give equal digests
  /// wherever they come from.
  private static String digest(Stated stated) {
    String canonical =
        PolicyKeys.enforced().stream()
            .map(stated::limit)
            .map(limit -> limit.key() + "=" + limit.value() + "\n")
            .collect(Collectors.joining());
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
