package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.some;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One order, the facts and the policy it is judged by; every change gives a new scene.
record Scene(OrderDraft draft, Facts facts, Policy policy) {

  /// Buys contracts of the linear swap at 50,000: 500 USD each.
  static Scene buying(String contracts) {
    return of(Samples.limit(Samples.SWAP, Side.BUY, contracts));
  }

  static Scene of(OrderDraft draft) {
    return new Scene(draft, Samples.facts(draft.instId()), Samples.policy());
  }

  Judgement judge() {
    return new Guard().judge(draft, facts, policy);
  }

  Scene order(String component, Object value) {
    return new Scene(With.with(draft, component, value), facts, policy);
  }

  Scene policy(String component, Object value) {
    return new Scene(draft, facts, With.with(policy, component, value));
  }

  Scene facts(String component, Object value) {
    Object known =
        component.equals("recent") && value instanceof List<?> list ? Optional.of(list) : value;
    return new Scene(draft, With.with(facts, component, known), policy);
  }

  /// Without that optional datum.
  Scene missing(String component) {
    return facts(component, Optional.empty());
  }

  Scene quote(String component, Object value) {
    Quote quote = facts.quote().orElseThrow();
    return facts("quote", Optional.of(With.with(quote, component, value)));
  }

  Scene config(String component, Object value) {
    AccountConfig config = facts.config().orElseThrow();
    return facts("config", Optional.of(With.with(config, component, value)));
  }

  Scene instrument(String component, Object value) {
    Map<String, Instrument> all = new HashMap<>(facts.instruments());
    all.computeIfPresent(draft.instId(), (_, i) -> With.with(i, component, value));
    return facts("instruments", all);
  }

  Scene noInstrument() {
    return facts("instruments", Map.of());
  }

  Scene noMarks() {
    return facts("marks", Map.of());
  }

  Scene stop(String takeProfit, String stopLoss) {
    return order(
        "stop",
        Optional.of(new AttachedStop(some(takeProfit), some("-1"), some(stopLoss), some("-1"))));
  }

  /// A stop-loss alone, with the price of its order.
  Scene stopAt(String trigger, String price) {
    return order(
        "stop",
        Optional.of(
            new AttachedStop(Optional.empty(), Optional.empty(), some(trigger), some(price))));
  }

  Scene positions(Object... positions) {
    return facts("positions", Optional.of(List.of(positions)));
  }

  Scene pending(Object... orders) {
    return facts("pendingOrders", Optional.of(List.of(orders)));
  }

  Scene size(String sz) {
    return order("sz", num(sz));
  }
}
