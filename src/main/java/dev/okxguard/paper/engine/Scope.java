package dev.okxguard.paper.engine;

import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Positions that live and die together: an isolated leg alone, or all cross legs of one currency
/// (in Futures mode every currency stands for itself).
///
/// @param money what carries them besides their own profit: the isolated margin, or the cash that
///   orders do not need
/// @param mode cross or isolated
record Scope(String ccy, TdMode mode, BigDecimal money, List<Exposure> legs) {

  /// Every scope of the account, isolated legs first.
  static List<Scope> all(Session session) {
    List<Scope> scopes = new ArrayList<>();
    Map<String, List<Exposure>> cross = new TreeMap<>();
    for (Leg leg : session.account().legs().open()) {
      Exposure exposure = Exposure.of(session, leg);
      if (leg.isolated()) {
        scopes.add(new Scope(leg.ccy(), leg.mgnMode(), leg.margin(), List.of(exposure)));
      } else {
        cross.computeIfAbsent(leg.ccy(), ccy -> new ArrayList<>()).add(exposure);
      }
    }
    cross.forEach(
        (ccy, legs) -> scopes.add(new Scope(ccy, TdMode.CROSS, free(session, ccy), legs)));
    return scopes;
  }

  /// The cross legs of a currency that has some.
  static Scope cross(Session session, String ccy) {
    return all(session).stream()
        .filter(scope -> scope.mode == TdMode.CROSS && scope.ccy.equals(ccy))
        .findFirst()
        .orElseThrow();
  }

  /// The scope of an open leg among all of them.
  static Scope of(Leg leg, List<Scope> all) {
    return all.stream().filter(scope -> scope.holds(leg.key())).findFirst().orElseThrow();
  }

  private static BigDecimal free(Session session, String ccy) {
    Funds.State state = session.funds().of(ccy);
    return state.cash().subtract(state.ordFrozen());
  }

  Margin margin(Function<Exposure, BigDecimal> mark) {
    BigDecimal equity = money;
    BigDecimal required = BigDecimal.ZERO;
    for (Exposure exposure : legs) {
      BigDecimal price = mark.apply(exposure);
      equity = equity.add(exposure.upl(price));
      required = required.add(exposure.required(price));
    }
    return new Margin(equity, required);
  }

  Margin margin(Session session) {
    return margin(mark(session));
  }

  /// Maintenance margin alone.
  BigDecimal mmr(Session session) {
    return legs.stream()
        .map(exposure -> exposure.mmr(mark(session).apply(exposure)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The mark price of one leg at which the scope is liquidated, the other legs' prices as now.
  Optional<BigDecimal> liqPx(Session session, Leg leg) {
    Function<Exposure, BigDecimal> mark = mark(session);
    BigDecimal rest = money;
    Optional<Exposure> own = Optional.empty();
    for (Exposure exposure : legs) {
      if (exposure.leg().key().equals(leg.key())) {
        own = Optional.of(exposure);
      } else {
        BigDecimal price = mark.apply(exposure);
        rest = rest.add(exposure.upl(price)).subtract(exposure.required(price));
      }
    }
    BigDecimal money = rest;
    return own.flatMap(exposure -> exposure.brink(money));
  }

  /// Whether an order ties up what carries the scope, or is on its leg.
  boolean covers(Session session, Terms terms) {
    if (mode == TdMode.ISOLATED) {
      return holds(terms.leg());
    }
    String tied = Reservation.currency(session.instrument(terms.instId()), terms);
    return terms.tdMode() != TdMode.ISOLATED && tied.equals(ccy);
  }

  private boolean holds(LegKey key) {
    return legs.stream().anyMatch(exposure -> exposure.leg().key().equals(key));
  }

  private static Function<Exposure, BigDecimal> mark(Session session) {
    return exposure -> session.prices(exposure.instrument()).mark();
  }
}
