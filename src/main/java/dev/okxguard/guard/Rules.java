package dev.okxguard.guard;

import java.util.List;
import java.util.stream.Stream;

/// Every rule, in the order in which they are reported.
final class Rules {
  static final List<Rule> ALL =
      List.of(
          new AccessRules.ReadOnly(),
          new AccessRules.Unresolved(),
          new BrakeRules.TradingState(),
          new BrakeRules.AccountMode(),
          new BrakeRules.ReconcileAge(),
          new BrakeRules.StageReached(),
          new BrakeRules.ProbationSize(),
          new AccessRules.Direction(),
          new AccessRules.PosSideFits(),
          new ClockRules.ClockSkew(),
          new ClockRules.ClockBackwards(),
          new BreakerRules.Untripped(Breaker.MAX_DAILY_LOSS_RATIO),
          new BreakerRules.Untripped(Breaker.MAX_DRAWDOWN),
          new BreakerRules.Untripped(Breaker.MAX_CONSECUTIVE_LOSSES),
          new BreakerRules.Untripped(Breaker.MAX_MOVE),
          new Cooldown(),
          new KeyRules.NoWithdrawKey(),
          new KeyRules.IpBinding(),
          new KeyRules.SubAccount(),
          new HeartbeatRule(),
          new ScopeRules.Instruments(),
          new ScopeRules.InstTypes(),
          new ScopeRules.Sides(),
          new ScopeRules.InstrumentState(),
          new FormRules.Size(),
          new FormRules.Tick(),
          new PriceRules.FreshQuote(),
          new PriceRules.PriceCollar(),
          new PriceRules.MaxSlippage(),
          new ValueRules.MaxOrderSize(),
          new ValueRules.MaxOrderRatio(),
          new ValueRules.MaxPositionSize(),
          new ValueRules.MaxTotalRatio(),
          new CountRules.MaxOpenPositions(),
          new CountRules.MaxOpenOrders(),
          new PaceRules.MaxDailyTrades(),
          new PaceRules.MaxOrdersPerMinute(),
          new PaceRules.DuplicateWindow(),
          new PaceRules.RepeatLimit(),
          new MoneyRules.MaxLeverage(),
          new MoneyRules.MinCashRatio(),
          new StopRules.StopOnExit(),
          new StopRules.RequireStopLoss(),
          new StopRules.MaxRiskPerTrade(),
          new StopRules.MinRewardRisk());

  private Rules() {}

  /// The rules in force under that policy: its problems first.
  static List<Rule> under(Policy policy) {
    Stream<Rule> problems = policy.problems().stream().map(AccessRules.PolicyProblem::new);
    return Stream.concat(problems, ALL.stream()).toList();
  }
}
