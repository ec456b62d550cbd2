package dev.okxguard.paper.engine;

import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The checks of an algo order whose form is right; the first failure decides. Nothing is set aside
/// for it, so funds do not matter until it fires.
record AlgoChecks(Session session, AlgoForm form, AlgoTerms terms) {
  private static final int STOPS = 100;
  private static final int TRIGGERS = 500;
  private static final int TRAILING = 50;

  /// Codes for a trigger that is reached already: take-profit and stop-loss of a buy, then of a
  /// sell.
  private static final Map<Market.PriceType, List<String>> REACHED =
      Map.of(
          Market.PriceType.LAST, List.of("51277", "51278", "51279", "51280"),
          Market.PriceType.MARK, List.of("51300", "51302", "51303", "51304"),
          Market.PriceType.INDEX, List.of("51305", "51306", "51307", "51308"));

  /// All checks of a new one.
  void placement() {
    refuseTaken();
    refuseTooMany();
    if (terms.closesAll()) {
      refuseClosing();
    }
    if (terms.bound() && new Stops(session).orphaned(terms.order())) {
      throw Refused.because("51058", "No position for this algo");
    }
    size();
    reached();
  }

  /// Lots, least and greatest size, and stops the triggered order is to carry.
  void size() {
    Check.Request request = new Check.Request(session, form.instrument(), form.body());
    OwnOrder asked = asked(terms.order().as(largest()));
    if (!terms.closesAll()) {
      SizeChecks.greatest(SizeChecks.step(asked, request), request);
    }
    AttachChecks.pass(asked(triggered()), request);
  }

  private OwnOrder asked(Terms order) {
    return new OwnOrder("~", order, session.now(), Progress.fresh(session.now()));
  }

  /// The type whose greatest size counts: the market's, unless everything has a price.
  private OrdType largest() {
    boolean market = terms.targets().anyMatch(target -> target.ordPx().isEmpty());
    return market || terms.trail().isPresent() ? OrdType.MARKET : terms.priced();
  }

  /// The order as it would be placed if its trigger were reached; one for the market is measured at
  /// the trigger price.
  private Terms triggered() {
    Terms order = terms.order();
    if (terms.trigger().isEmpty()) {
      return order;
    }
    Target target = terms.trigger().get();
    OrdType type = target.ordPx().isPresent() ? terms.priced() : OrdType.MARKET;
    BigDecimal px = target.ordPx().orElse(target.triggerPx());
    return order.placedBy(Terms.Origin.algo("", "", ""), type, Optional.of(px), order.sz());
  }

  /// A stop whose price is reached already would fire at once.
  void reached() {
    refuseReached(terms.tp(), 0);
    refuseReached(terms.sl(), 1);
  }

  private void refuseReached(Optional<Target> target, int index) {
    Market.Prices prices = session.prices(form.instrument());
    target
        .filter(known -> known.reached(prices))
        .ifPresent(
            known -> {
              int row = index + (terms.order().side() == Side.SELL ? 2 : 0);
              throw Refused.because(
                  REACHED.get(known.type()).get(row),
                  (index == 0 ? "TP" : "SL")
                      + " trigger price must be "
                      + (known.rising() ? "higher" : "lower")
                      + " than the "
                      + known.type().word()
                      + " price.");
            });
  }

  private void refuseTaken() {
    String id = terms.algoClOrdId();
    if (id.isEmpty()) {
      return;
    }
    if (session.account().algos().liveWith(id)) {
      throw Refused.because("51065", "algoClOrdId in use");
    }
    if (session.account().attachedWith(id)) {
      throw Refused.because(
          "51068", id + " already exists within algoClOrdId and attachAlgoClOrdId.");
    }
  }

  private void refuseTooMany() {
    long same =
        session.account().algos().live().stream()
            .filter(algo -> algo.instId().equals(terms.order().instId()))
            .filter(algo -> algo.terms().kind() == terms.kind())
            .count();
    switch (terms.kind()) {
      case CONDITIONAL, OCO -> refuse(same >= STOPS, "51261", "Too many TP/SL orders: 100.");
      case TRIGGER -> refuse(same >= TRIGGERS, "51260", "Too many trigger orders: 500.");
      case MOVE_ORDER_STOP -> refuse(same >= TRAILING, "51260", "Too many trailing stops: 50.");
    }
  }

  private void refuseClosing() {
    Terms order = terms.order();
    boolean closes = order.closesOnly();
    boolean net = order.posSide() == PosSide.NET;
    refuse(net && !closes, "51328", "closeFraction needs reduceOnly");
    refuse(!closes, "51331", "closeFraction must close");
    boolean priced = terms.targets().anyMatch(target -> target.ordPx().isPresent());
    refuse(
        priced || terms.kind() != AlgoType.CONDITIONAL,
        "51330",
        "closeFraction is only available for stop market orders.");
    boolean second =
        session.account().algos().live().stream()
            .filter(algo -> algo.terms().closesAll())
            .anyMatch(algo -> algo.terms().order().leg().equals(order.leg()));
    refuse(second, "51088", "The position has a closeFraction stop already");
  }

  private static void refuse(boolean broken, String code, String message) {
    if (broken) {
      throw Refused.because(code, message);
    }
  }
}
