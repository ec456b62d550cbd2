package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;

/// How large one order and all of them together may be, in USD.
final class ValueRules {
  private ValueRules() {}

  /// USD in one order.
  record MaxOrderSize() implements Rule {
    @Override
    public String name() {
      return "max_order_size";
    }

    @Override
    public String limit(Policy policy) {
      return Shown.usdLimit(policy.maxOrderSize());
    }

    @Override
    public Finding look(Situation order) {
      BigDecimal limit = order.policy().maxOrderSize();
      BigDecimal worth = Worth.usd(order);
      if (worth.compareTo(limit) <= 0) {
        return new Finding.Within(Shown.usd(worth));
      }
      return beyond(order, "MAX_ORDER_SIZE", Shown.usd(worth), limit);
    }
  }

  /// One order against equity.
  record MaxOrderRatio() implements Rule {
    @Override
    public String name() {
      return "max_order_ratio";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.maxOrderRatio());
    }

    @Override
    public Finding look(Situation order) {
      BigDecimal limit = order.policy().maxOrderRatio().multiply(order.equity());
      BigDecimal worth = Worth.usd(order);
      String value = Shown.ratio(Decimals.divide(worth, order.equity()));
      if (worth.compareTo(limit) <= 0) {
        return new Finding.Within(value);
      }
      return beyond(order, "MAX_ORDER_RATIO", value, limit);
    }
  }

  /// USD in one instrument with everything pending.
  record MaxPositionSize() implements Rule {
    @Override
    public String name() {
      return "max_position_size";
    }

    @Override
    public String limit(Policy policy) {
      return Shown.usdLimit(policy.maxPositionSize());
    }

    @Override
    public Finding look(Situation order) {
      BigDecimal limit = order.policy().maxPositionSize();
      BigDecimal projected = order.projection().instrument();
      if (projected.compareTo(limit) <= 0) {
        return new Finding.Within(Shown.usd(projected));
      }
      BigDecimal room = limit.subtract(projected).add(Worth.usd(order));
      return beyond(order, "MAX_POSITION_SIZE", Shown.usd(projected), room);
    }
  }

  /// Everything against equity.
  record MaxTotalRatio() implements Rule {
    @Override
    public String name() {
      return "max_total_ratio";
    }

    @Override
    public String limit(Policy policy) {
      return Decimals.text(policy.maxTotalRatio());
    }

    @Override
    public Finding look(Situation order) {
      BigDecimal limit = order.policy().maxTotalRatio().multiply(order.equity());
      BigDecimal total = order.projection().total();
      String value = Shown.ratio(Decimals.divide(total, order.equity()));
      if (total.compareTo(limit) <= 0) {
        return new Finding.Within(value);
      }
      BigDecimal room = limit.subtract(total).add(Worth.usd(order));
      return beyond(order, "MAX_TOTAL_RATIO", value, room);
    }
  }

  private static Finding beyond(Situation order, String code, String value, BigDecimal roomUsd) {
    return new Finding.Beyond(
        code, value, "measured " + value + "; allowed: " + Worth.allowed(order, roomUsd));
  }
}
