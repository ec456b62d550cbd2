package dev.okxguard.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/// The limits in force, the strictest of all policy files merged. Values are decimals so that each
/// key compares the same way; USD where DESIGN says USD, ratios as fractions.
///
/// @param problems why the policy cannot be trusted (unreadable file, unknown key, a key this
///   version does not enforce); any problem denies entries
/// @param digest SHA-256 (hex) over the effective values, recorded with every decision
public record Policy(
    boolean readOnly,
    BigDecimal maxOrderSize,
    BigDecimal maxOrderRatio,
    BigDecimal maxPositionSize,
    BigDecimal maxTotalRatio,
    int maxOpenPositions,
    int maxOpenOrders,
    int maxDailyTrades,
    int maxOrdersPerMinute,
    BigDecimal maxLeverage,
    BigDecimal minCashRatio,
    BigDecimal priceCollar,
    BigDecimal maxSlippage,
    BigDecimal maxRiskPerTrade,
    BigDecimal minRewardRisk,
    RequireStop requireStopLoss,
    int duplicateWindowSeconds,
    int repeatLimit,
    Set<String> instruments,
    Set<String> instTypes,
    Set<String> sides,
    boolean noWithdrawKey,
    boolean ipBinding,
    boolean subAccount,
    int clockSkewMillis,
    List<String> problems,
    String digest) {

  public Policy {
    instruments = Set.copyOf(instruments);
    instTypes = Set.copyOf(instTypes);
    sides = Set.copyOf(sides);
    problems = List.copyOf(problems);
  }

  /// The same limits with nothing that writes allowed.
  public Policy asReadOnly() {
    return new Policy(
        true,
        maxOrderSize,
        maxOrderRatio,
        maxPositionSize,
        maxTotalRatio,
        maxOpenPositions,
        maxOpenOrders,
        maxDailyTrades,
        maxOrdersPerMinute,
        maxLeverage,
        minCashRatio,
        priceCollar,
        maxSlippage,
        maxRiskPerTrade,
        minRewardRisk,
        requireStopLoss,
        duplicateWindowSeconds,
        repeatLimit,
        instruments,
        instTypes,
        sides,
        noWithdrawKey,
        ipBinding,
        subAccount,
        clockSkewMillis,
        problems,
        digest);
  }

  /// Which entries must carry a stop-loss.
  public enum RequireStop {
    NEVER,
    DERIVATIVES,
    ALWAYS
  }
}
