package dev.okxguard.guard;

import dev.okxguard.model.Order;
import java.util.HashSet;
import java.util.Set;

/// How many positions and orders there may be at a time, this order included.
final class CountRules {
  private CountRules() {}

  /// Legs held, pending or asked for. Coins held are no legs.
  record MaxOpenPositions() implements Rule {
    @Override
    public String name() {
      return "max_open_positions";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.maxOpenPositions());
    }

    @Override
    public Finding look(Situation order) {
      long legs = legs(order);
      return atMost(
          order.policy().maxOpenPositions(), legs, "MAX_OPEN_POSITIONS", "positions at a time");
    }

    private static long legs(Situation order) {
      Set<LegKey> legs = new HashSet<>();
      order.positions().stream().filter(p -> !p.flat()).map(LegKey::of).forEach(legs::add);
      for (Order pending : order.pendingOrders()) {
        if (!Projection.onlyReduces(pending, order.facts().config())) {
          legs.add(LegKey.of(pending));
        }
      }
      order.pendingAlgos().forEach(algo -> legs.add(LegKey.of(algo)));
      order.facts().ahead().stream()
          .filter(Ahead::entry)
          .map(ahead -> LegKey.of(ahead.draft()))
          .forEach(legs::add);
      legs.add(LegKey.of(order.draft()));
      Set<String> known = new HashSet<>();
      legs.forEach(leg -> known.add(leg.instId()));
      long more =
          order.facts().openIntents().stream()
              .map(Facts.OpenIntent::instId)
              .distinct()
              .filter(instId -> !known.contains(instId))
              .count();
      return legs.size() + more;
    }
  }

  /// Orders of the whole account, ours or not, and algo orders that may enter. Stops that only
  /// reduce do not count: nobody should have to choose between a stop and an order.
  record MaxOpenOrders() implements AccountRule {
    @Override
    public String name() {
      return "max_open_orders";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.maxOpenOrders());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      long resting = AccountRule.have(facts.pendingOrders(), "pending orders").size();
      long waiting =
          AccountRule.have(facts.pendingAlgos(), "pending algo orders").stream()
              .filter(algo -> !Waiting.onlyReduces(algo, facts.config()))
              .count();
      long ahead = facts.ahead().stream().filter(a -> a.changes().isEmpty()).count();
      long orders = resting + waiting + facts.openIntents().size() + ahead + 1;
      return atMost(policy.maxOpenOrders(), orders, "MAX_OPEN_ORDERS", "orders at a time");
    }
  }

  static Finding atMost(long limit, long value, String code, String what) {
    String text = String.valueOf(value);
    return value <= limit
        ? new Finding.Within(text)
        : new Finding.Beyond(
            code, text, "this would be number " + value + "; allowed: " + limit + " " + what);
  }
}
