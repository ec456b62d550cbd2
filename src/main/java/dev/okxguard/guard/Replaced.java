package dev.okxguard.guard;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A resting order that is to be changed: what the account would be without it, and what the change
/// does to exposure.
final class Replaced {
  private Replaced() {}

  /// The facts as if the order were not there. Cash that a spot order ties up is free then; margin
  /// is left tied up, since its share is not known.
  static Facts without(Order order, Facts facts) {
    List<Order> others =
        facts.pendingOrders().stream()
            .flatMap(List::stream)
            .filter(o -> !o.ordId().equals(order.ordId()))
            .toList();
    return facts.with(
        facts.pendingOrders().map(_ -> others), facts.balance().map(b -> freed(order, b)));
  }

  /// What the change does to exposure. In net mode OKX keeps only marked orders from opening, and a
  /// mark cannot be added by a change.
  static Exposure exposure(OrderRequest request, Facts facts) {
    if (request.onlyShrinks()) {
      return new Exposure.Exit();
    }
    Exposure bare = ExposureOf.of(request.rest(), facts);
    return bare instanceof Exposure.Exit && loose(request.draft()) ? new Exposure.Entry() : bare;
  }

  /// The same of an algo order, one that closes whatever there is needing no mark.
  static Exposure exposure(Algo from, AlgoDraft to, Exposure bare) {
    boolean loose =
        to.instType().contracts()
            && to.posSide() == PosSide.NET
            && !to.reduceOnly()
            && !to.closesAll();
    return bare instanceof Exposure.Exit && loose && !onlyShrinks(from, to)
        ? new Exposure.Entry()
        : bare;
  }

  private static boolean onlyShrinks(Algo from, AlgoDraft to) {
    return from.sz().flatMap(was -> to.sz().filter(is -> is.compareTo(was) <= 0)).isPresent()
        && from.stop().equals(to.stop())
        && from.triggerPx().equals(to.triggerPx())
        && from.ordPx().equals(to.ordPx());
  }

  private static boolean loose(OrderDraft draft) {
    return draft.instType().contracts() && draft.posSide() == PosSide.NET && !draft.reduceOnly();
  }

  /// What a plain spot order ties up, in its own currency; zero for everything on margin.
  static BigDecimal tiedUp(Order order) {
    return switch (order.instType()) {
      case SPOT ->
          order.side() == Side.SELL
              ? order.remaining()
              : order.px().map(px -> px.multiply(order.remaining())).orElse(BigDecimal.ZERO);
      case MARGIN, SWAP, FUTURES, OPTION, EVENTS -> BigDecimal.ZERO;
    };
  }

  /// The currency it does so in, as OKX builds spot ids.
  static String currency(Order order) {
    String[] parts = order.instId().split("-", 3);
    return order.side() == Side.SELL || parts.length < 2 ? parts[0] : parts[1];
  }

  private static Balance freed(Order order, Balance balance) {
    BigDecimal amount = tiedUp(order);
    return new Balance(
        balance.totalEq(),
        balance.currencies().stream()
            .map(c -> c.ccy().equals(currency(order)) ? freed(c, amount) : c)
            .toList());
  }

  /// No more than the exchange says is tied up.
  private static Balance.Currency freed(Balance.Currency line, BigDecimal amount) {
    BigDecimal back = amount.min(line.frozenBal()).max(BigDecimal.ZERO);
    return new Balance.Currency(
        line.ccy(),
        line.eq(),
        line.cashBal(),
        line.availBal().add(back),
        line.frozenBal().subtract(back),
        line.eqUsd());
  }

  /// Cash in USD that the change of that order frees again.
  static BigDecimal freedUsd(Optional<Order> order, Facts facts) {
    return order
        .filter(o -> o.side() == Side.BUY && tiedUp(o).signum() > 0)
        .map(o -> facts.rates().usd(currency(o), tiedUp(o)))
        .orElse(BigDecimal.ZERO);
  }
}
