package dev.okxguard.guard;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;

/// What an order borrows and what it leaves free.
final class MoneyRules {
  private MoneyRules() {}

  /// The leverage set for the instrument.
  record MaxLeverage() implements Rule {
    @Override
    public String name() {
      return "max_leverage";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.maxLeverage());
    }

    @Override
    public Finding look(Situation order) {
      if (!order.leveraged() && order.countsAs() != InstType.MARGIN) {
        return new Finding.Skipped("no leverage");
      }
      return measure(order.leverage(), order.policy());
    }

    static Finding measure(BigDecimal leverage, Policy policy) {
      String value = Decimals.text(leverage);
      return leverage.compareTo(policy.maxLeverage()) <= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "MAX_LEVERAGE",
              value,
              "leverage is " + value + "; allowed: up to " + Decimals.text(policy.maxLeverage()));
    }
  }

  /// Free cash that remains, of equity: dollar coins, and the coin that settles the instrument. 0
  /// turns it off.
  record MinCashRatio() implements Rule {
    @Override
    public String name() {
      return "min_cash_ratio";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.minCashRatio());
    }

    @Override
    public Finding look(Situation order) {
      BigDecimal limit = order.policy().minCashRatio();
      if (limit.signum() <= 0) {
        return new Finding.Skipped("off");
      }
      BigDecimal left =
          cash(order)
              .subtract(waiting(order))
              .subtract(unresolved(order))
              .subtract(ahead(order))
              .subtract(cost(order));
      BigDecimal needed = limit.multiply(order.equity());
      String value = Shown.leastRatio(Decimals.divide(left, order.equity()));
      return left.compareTo(needed) >= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "MIN_CASH_RATIO",
              value,
              "cash would be " + value + " of equity; allowed: at least " + Decimals.text(limit));
    }

    private static BigDecimal cash(Situation order) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Balance.Currency line : order.balance().currencies()) {
        if (counts(order, line.ccy()) && line.availBal().signum() != 0) {
          sum = sum.add(order.facts().rates().usd(line.ccy(), line.availBal()));
        }
      }
      return sum;
    }

    private static boolean counts(Situation order, String ccy) {
      boolean settles =
          order.draft().instType().contracts() && order.instrument().settleCcy().equals(ccy);
      return UsdRates.dollar(ccy) || settles;
    }

    /// What waiting algo orders will take; nothing is set aside for them yet. Of contracts at least
    /// the margin at the greatest leverage allowed, since theirs is not read.
    private static BigDecimal waiting(Situation order) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Algo algo : order.pendingAlgos()) {
        BigDecimal worth = Waiting.usd(order, algo);
        boolean margined = algo.instType().contracts() && order.policy().maxLeverage().signum() > 0;
        sum = sum.add(margined ? Decimals.divide(worth, order.policy().maxLeverage()) : worth);
      }
      return sum;
    }

    private static BigDecimal unresolved(Situation order) {
      return order.facts().openIntents().stream()
          .map(
              i ->
                  i.notionalUsd()
                      .orElseThrow(() -> new MissingDatum("value of unresolved " + i.intentId())))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ahead(Situation order) {
      return order.facts().ahead().stream()
          .filter(Ahead::entry)
          .map(Ahead::knownCost)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /// The cash that the order ties up, in USD.
  static BigDecimal cost(Situation order) {
    BigDecimal worth = Worth.restUsd(order);
    return order.leveraged() ? Decimals.divide(worth, order.leverage()) : worth;
  }
}
