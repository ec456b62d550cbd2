package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Matches orders with the market: new ones walk the synthetic book as takers, resting ones fill in
/// full at their own price as soon as the last price touches it. (On a real exchange a touch may
/// leave an order waiting; here it never does, so that a simulated fill is never missed.)
record Matcher(Session session) {
  private static final String PRICE_LIMIT = "15";
  private static final String IOC = "14";
  private static final String FOK = "13";
  private static final String POST_ONLY = "31";
  private static final String SELF_TRADE = "32";

  /// Puts an accepted order to the market, at once as taker, then resting if it may.
  OwnOrder enter(OwnOrder order) {
    Instrument instrument = session.instrument(order.terms().instId());
    Walk walk = walk(instrument, order);
    OrdType type = order.terms().ordType();
    if (type == OrdType.POST_ONLY && !walk.empty()) {
      return put(order.canceled(POST_ONLY, session.now()));
    }
    if (type == OrdType.FOK && !walk.complete()) {
      return put(order.canceled(FOK, session.now()));
    }
    if (!clearOwnOrders(order, walk)) {
      return put(order.canceled(SELF_TRADE, session.now()));
    }
    OwnOrder taken = put(order);
    for (Contracts.Lot lot : walk.matches()) {
      taken = new Settlement(session).fill(taken, lot, true);
    }
    OwnOrder settled = taken.pending() ? rest(taken, walk) : taken;
    new ReduceOnly(session).enforce(order.terms().leg());
    new Stops(session).follow();
    return session.account().orders().get(settled.ordId()).orElseThrow();
  }

  /// Fills resting orders that the last price of now touches, oldest first.
  void touch() {
    Orders orders = session.account().orders();
    for (OwnOrder known : orders.pending()) {
      Market.Prices prices = session.market().prices(known.terms().instId(), session.now());
      // An earlier fill of this round may have cut or cancelled it.
      orders
          .get(known.ordId())
          .filter(OwnOrder::pending)
          .filter(order -> Watches.target(order).reached(prices))
          .ifPresent(this::fillAtOwnPrice);
    }
  }

  private void fillAtOwnPrice(OwnOrder order) {
    Contracts.Lot lot = new Contracts.Lot(order.terms().px().orElseThrow(), order.rest());
    new Settlement(session).fill(order, lot, false);
    new ReduceOnly(session).enforce(order.terms().leg());
    new Stops(session).follow();
  }

  private OwnOrder rest(OwnOrder order, Walk walk) {
    return switch (order.terms().ordType()) {
      case LIMIT, POST_ONLY -> order;
      case IOC, OPTIMAL_LIMIT_IOC, MMP, MMP_AND_POST_ONLY, RPI, FOK, OP_FOK ->
          put(order.canceled(IOC, session.now()));
      case MARKET ->
          order.terms().quoteSized() && walk.complete() && !order.untouched()
              ? put(order.filled(session.now()))
              : put(order.canceled(order.terms().spot() ? IOC : PRICE_LIMIT, session.now()));
    };
  }

  private Walk walk(Instrument instrument, OwnOrder order) {
    Terms terms = order.terms();
    Optional<BigDecimal> budget = Optional.empty();
    if (terms.quoteSized()) {
      budget = Optional.of(terms.sz());
    } else if (terms.spot() && terms.ordType() == OrdType.MARKET && terms.side() == Side.BUY) {
      budget = Optional.of(session.funds().of(instrument.quoteCcy()).availBal());
    }
    Optional<BigDecimal> base = Optional.of(order.rest());
    if (terms.quoteSized()) {
      base =
          terms.side() == Side.BUY
              ? Optional.empty()
              : Optional.of(session.funds().of(instrument.baseCcy()).availBal());
    }
    return Walk.through(
        session.offers(instrument, terms.side()),
        new Walk.Appetite(
            terms.side(), base, budget, limit(instrument, terms), instrument.lotSz()));
  }

  private Optional<BigDecimal> limit(Instrument instrument, Terms terms) {
    if (terms.ordType().priced()) {
      return terms.px();
    }
    return terms.spot()
        ? Optional.empty()
        : Optional.of(session.band(instrument).edge(terms.side()));
  }

  /// Self-trade prevention in the taker's mode; false when the taker must go.
  private boolean clearOwnOrders(OwnOrder taker, Walk walk) {
    List<OwnOrder> own = ownInTheWay(taker, walk);
    if (own.isEmpty()) {
      return true;
    }
    String mode = taker.terms().stpMode();
    if (!mode.equals("cancel_taker")) {
      own.forEach(order -> put(order.canceled(SELF_TRADE, session.now())));
    }
    return mode.equals("cancel_maker");
  }

  private List<OwnOrder> ownInTheWay(OwnOrder taker, Walk walk) {
    Optional<BigDecimal> reach = taker.terms().px();
    if (reach.isEmpty() && !walk.empty()) {
      reach = Optional.of(walk.worst());
    }
    if (reach.isEmpty() || taker.terms().ordType() == OrdType.POST_ONLY) {
      return List.of();
    }
    BigDecimal worst = reach.get();
    Side side = taker.terms().side();
    return session.account().orders().pending().stream()
        .filter(order -> order.terms().instId().equals(taker.terms().instId()))
        .filter(order -> order.terms().side() == side.opposite())
        .filter(order -> !order.ordId().equals(taker.ordId()))
        .filter(
            order -> order.terms().px().orElseThrow().subtract(worst).signum() * side.sign() <= 0)
        .toList();
  }

  private OwnOrder put(OwnOrder order) {
    return session.account().orders().put(order);
  }
}
