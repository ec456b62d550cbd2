package dev.okxguard.guard;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Side;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;
import java.util.Optional;

/// What an entry may lose, and that something ends the loss.
final class StopRules {
  private StopRules() {}

  /// An exit carries no stop, nor does any spot sale: the stop would be a new order the other way
  /// that nobody judges when it goes off, even while trading is halted.
  record StopOnExit() implements Rule {
    @Override
    public String name() {
      return "stop_on_exit";
    }

    @Override
    public String limit(Policy policy) {
      return "exits without a stop";
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Situation order) {
      if (order.draft().stop().isEmpty()) {
        return new Finding.Skipped("no stop");
      }
      return closes(order)
          ? new Finding.Beyond(
              "STOP_ON_EXIT",
              order.draft().side().word() + " with a stop",
              "a stop on an exit is a new order the other way; place the exit without a stop")
          : new Finding.Within("entry");
    }

    private static boolean closes(Situation order) {
      boolean spotSale = order.countsAs() == InstType.SPOT && order.draft().side() == Side.SELL;
      return spotSale
          || switch (ExposureOf.withoutStop(order.rest(), order.facts())) {
            case Exposure.Entry _ -> false;
            case Exposure.Exit _, Exposure.WrongDirection _, Exposure.BeyondPosition _ -> true;
          };
    }
  }

  /// An entry carries a stop-loss where the policy asks for one; a stop is on the losing side and
  /// its orders are at prices that can fill.
  record RequireStopLoss() implements Rule {
    @Override
    public String name() {
      return "require_stop_loss";
    }

    @Override
    public String limit(Policy policy) {
      return policy.requireStopLoss().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Finding look(Situation order) {
      return StopPrices.fault(order.draft()).orElseGet(() -> trigger(order));
    }

    private static Finding trigger(Situation order) {
      Optional<BigDecimal> stop = stopTrigger(order);
      if (stop.isEmpty()) {
        return required(order)
            ? new Finding.Beyond(
                "STOP_REQUIRED", "none", "no stop-loss; allowed: with a stop-loss attached")
            : new Finding.Skipped("not required");
      }
      BigDecimal bound = bound(order);
      boolean buy = order.draft().side() == Side.BUY;
      boolean right = stop.get().signum() > 0 && (stop.get().compareTo(bound) < 0) == buy;
      boolean off = Decimals.same(stop.get(), bound);
      String value = Decimals.text(stop.get());
      return right && !off
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "STOP_WRONG_SIDE",
              value,
              "the stop-loss must be " + (buy ? "below " : "above ") + Decimals.text(bound));
    }

    private static boolean required(Situation order) {
      return StopGuard.demands(order.policy(), order.countsAs());
    }

    /// A stop that is not beyond both the entry and the last trade would go off at once. When the
    /// order waits for a trigger, the market will have come to it by then.
    private static BigDecimal bound(Situation order) {
      BigDecimal last = order.trigger().orElseGet(() -> order.quote().last());
      BigDecimal limit = order.limitPrice().orElse(last);
      return order.draft().side() == Side.BUY ? last.min(limit) : last.max(limit);
    }
  }

  /// What is lost at the stop, of equity.
  record MaxRiskPerTrade() implements Rule {
    @Override
    public String name() {
      return "max_risk_per_trade";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.maxRiskPerTrade());
    }

    @Override
    public Finding look(Situation order) {
      Optional<BigDecimal> stop = StopPrices.worst(order.draft());
      if (stop.isEmpty()) {
        return new Finding.Skipped("no stop-loss");
      }
      BigDecimal loss =
          Valuation.lossUsd(
              order.instrument(),
              Worth.size(order),
              Worth.entryPrice(order),
              stop.get(),
              order.facts().rates());
      BigDecimal limit = order.policy().maxRiskPerTrade().multiply(order.equity());
      String value = Shown.ratio(Decimals.divide(loss, order.equity()));
      if (loss.compareTo(limit) <= 0) {
        return new Finding.Within(value);
      }
      BigDecimal room = Decimals.divide(Worth.usd(order).multiply(limit), loss);
      return new Finding.Beyond(
          "MAX_RISK_PER_TRADE",
          value,
          "the stop would cost " + Shown.usd(loss) + "; allowed: " + Worth.allowed(order, room));
    }
  }

  /// What is won at the take-profit against what is lost at the stop. 0 turns it off.
  record MinRewardRisk() implements Rule {
    @Override
    public String name() {
      return "min_reward_risk";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.minRewardRisk());
    }

    @Override
    public Finding look(Situation order) {
      BigDecimal limit = order.policy().minRewardRisk();
      if (limit.signum() <= 0) {
        return new Finding.Skipped("off");
      }
      Optional<BigDecimal> target = StopPrices.target(order.draft());
      Optional<BigDecimal> stop = StopPrices.worst(order.draft());
      if (target.isEmpty() || stop.isEmpty()) {
        return new Finding.Beyond(
            "MIN_REWARD_RISK", "", "allowed only with a take-profit and a stop-loss attached");
      }
      return measure(order, target.get(), stop.get());
    }

    private static Finding measure(Situation order, BigDecimal target, BigDecimal stop) {
      BigDecimal limit = order.policy().minRewardRisk();
      BigDecimal entry = Worth.entryPrice(order);
      BigDecimal sign = BigDecimal.valueOf(order.draft().side().sign());
      BigDecimal reward = target.subtract(entry).multiply(sign);
      BigDecimal risk = entry.subtract(stop).multiply(sign);
      if (risk.signum() <= 0) {
        return new Finding.Beyond("MIN_REWARD_RISK", "", "the stop-loss is on the wrong side");
      }
      String value = Shown.leastRatio(Decimals.divide(reward, risk));
      return reward.compareTo(risk.multiply(limit)) >= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "MIN_REWARD_RISK",
              value,
              "reward is " + value + " of the risk; allowed: at least " + Decimals.text(limit));
    }
  }

  private static Optional<BigDecimal> stopTrigger(Situation order) {
    return order.draft().stop().flatMap(AttachedStop::slTriggerPx);
  }
}
