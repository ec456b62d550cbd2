package dev.okxguard.guard;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Says whether an order may go. The only judge: every path that places or changes an order asks
/// here, with facts read after the lock was taken.
///
/// An amendment is judged as the whole order it would leave behind, with the order it changes taken
/// out of [Facts#pendingOrders()]; one that only takes size off passes as an exit does. Its filled
/// part is a position by now, and counts once.
///
/// An order of a batch is judged with everything that the batch sends before it: see [Ahead].
///
/// An exit is one on the facts of this moment. Whoever sends an exit in net mode should mark it
/// reduce-only, so that OKX keeps it one while it rests.
public final class Guard {
  private final List<Rule> extra;

  public Guard() {
    this(List.of());
  }

  /// With further rules, for tests of what happens when a rule breaks.
  Guard(List<Rule> extra) {
    this.extra = extra;
  }

  /// The verdict on an order without an intent id of its own.
  public Judgement judge(OrderDraft draft, Facts facts, Policy policy) {
    return judge(new OrderRequest(draft, false), facts, policy);
  }

  /// The verdict: every rule looks, every reason against the order is named. Never throws: what
  /// cannot be computed denies an entry with the code `MISSING_DATA` and lets an exit through.
  public Judgement judge(OrderRequest request, Facts facts, Policy policy) {
    return judge(situation(request, facts, policy), policy);
  }

  private Judgement judge(Situation order, Policy policy) {
    Verdicts verdicts = new Verdicts(order.exposure().entry(), policy);
    Stream.concat(Rules.under(policy).stream(), extra.stream())
        .forEach(rule -> verdicts.take(rule, () -> rule.look(order)));
    return new Judgement(
        order.exposure().entry(), notional(order), verdicts.checks(), verdicts.denials());
  }

  /// Everything that stands against any new order that is no exit, whichever it is: what every rule
  /// says that looks at the account alone. Never throws.
  public List<Denial> standing(Facts facts, Policy policy) {
    Verdicts verdicts = new Verdicts(true, policy);
    for (Rule rule : Rules.under(policy)) {
      if (rule instanceof AccountRule account) {
        verdicts.take(account, () -> account.look(facts, policy));
      }
    }
    return verdicts.denials();
  }

  /// The verdict on an algo order: as whatever orders it may become, each at the price that sets it
  /// off. What stands against one of them stands against it.
  public Judgement judge(AlgoDraft algo, boolean intentKey, Facts facts, Policy policy) {
    Judgement orders =
        AlgoOrders.of(algo, intentKey, facts).stream()
            .map(order -> judge(order, facts, policy))
            .reduce(Judgement::or)
            .orElseThrow();
    return orders.and(AlgoForm.faults(algo, facts));
  }

  /// The verdict on a change of a waiting algo order: as the one it leaves behind, with the old one
  /// out of the way. It names the order it changes, so that it is meant even when it leaves one
  /// like another.
  public Judgement judgeChange(Algo from, AlgoDraft to, Facts facts, Policy policy) {
    Facts others = facts.without(from.algoId());
    Judgement orders =
        AlgoOrders.of(to, true, others).stream()
            .map(order -> new Situation(order, others, policy, exposure(from, to, order, others)))
            .map(order -> judge(order, policy))
            .reduce(Judgement::or)
            .orElseThrow();
    return orders.and(AlgoForm.faults(to, others));
  }

  private static Exposure exposure(Algo from, AlgoDraft to, OrderRequest order, Facts facts) {
    return Replaced.exposure(from, to, ExposureOf.of(order.draft(), facts));
  }

  /// What an order that was allowed means for those behind it in the same batch.
  public Ahead ahead(OrderRequest request, Facts facts, Policy policy) {
    Situation order = situation(request, facts, policy);
    BigDecimal freed = Replaced.freedUsd(request.replaces(), facts);
    return new Ahead(
        request.draft(),
        request.restSz(),
        order.exposure().entry(),
        known(() -> Worth.restUsd(order)),
        known(() -> MoneyRules.cost(order).subtract(freed).max(BigDecimal.ZERO)),
        request.replaces());
  }

  private static Situation situation(OrderRequest request, Facts facts, Policy policy) {
    if (request.replaces().isEmpty()) {
      return new Situation(request, facts, policy, ExposureOf.of(request.draft(), facts));
    }
    Facts others = Replaced.without(request.replaces().get(), facts);
    OrderRequest judged = request.onlyShrinks() ? request.withoutStop() : request;
    return new Situation(judged, others, policy, Replaced.exposure(request, others));
  }

  private static Optional<BigDecimal> notional(Situation order) {
    return known(() -> Worth.usd(order));
  }

  private static Optional<BigDecimal> known(Supplier<BigDecimal> value) {
    try {
      return Optional.of(value.get());
    } catch (RuntimeException unknown) {
      return Optional.empty();
    }
  }
}
