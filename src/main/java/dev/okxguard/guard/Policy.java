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
    int reconcileWithinMinutes,
    Breakers breakers,
    Probation stage,
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
        reconcileWithinMinutes,
        breakers,
        stage,
        problems,
        digest);
  }

  /// What halts trading until a person resumes it. 0 turns off a streak, a window and a move.
  ///
  /// @param maxDailyLossRatio of the equity the UTC day began with
  /// @param maxDrawdown from the high-water mark of equity
  /// @param cooldownMinutes how long entries stay denied after a trip, even when resumed earlier
  /// @param maxMove how far an instrument held or ordered may move within `maxMoveMinutes`
  public record Breakers(
      BigDecimal maxDailyLossRatio,
      BigDecimal maxDrawdown,
      int maxConsecutiveLosses,
      int cooldownMinutes,
      BigDecimal maxMove,
      int maxMoveMinutes) {}

  /// How an account comes to trade live: demo, then observe, then probation, then full.
  ///
  /// @param enforce whether live entries are denied before their stage
  /// @param probationSize USD per order while on probation
  public record Probation(
      boolean enforce,
      int demoTrades,
      int observeDays,
      BigDecimal probationSize,
      int probationTrades) {}

  /// Which entries must carry a stop-loss.
  public enum RequireStop {
    NEVER,
    DERIVATIVES,
    ALWAYS
  }
}
