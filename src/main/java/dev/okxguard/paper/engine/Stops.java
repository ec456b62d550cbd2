package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Keeps algo orders in step with orders, positions and prices.
///
/// Stops attached to a contract order belong to the position: they only ever reduce it, and they
/// are cancelled when it is closed by other means. Those of a spot order sell what was bought (or
/// buy back what was sold) and stay until cancelled.
record Stops(Session session) {

  /// Places and drops what follows from the state of orders and positions, then fires everything
  /// that the prices of now have reached.
  void run() {
    do {
      follow();
    } while (fireOne());
  }

  /// Places the stops of orders that ended with a fill, drops those of orders that ended without,
  /// and cancels algo orders whose position is gone.
  void follow() {
    algos().parents().forEach(this::settle);
    for (Algo algo : algos().live()) {
      if (algo.terms().bound() && orphaned(algo.terms().order())) {
        algos().put(algo.canceled(session.now()));
      }
    }
  }

  private boolean fireOne() {
    for (Algo algo : algos().live()) {
      Market.Prices prices = session.market().prices(algo.instId(), session.now());
      Optional<Algo.Spark> spark = algo.spark(prices);
      if (spark.isPresent()) {
        new Firing(session, algo, spark.get()).fire();
        return true;
      }
    }
    return false;
  }

  private void settle(String ordId) {
    OwnOrder parent = session.account().orders().get(ordId).orElseThrow();
    if (parent.pending()) {
      return;
    }
    algos().settle(ordId);
    if (parent.untouched()) {
      return;
    }
    List<Attached> after =
        parent.terms().attached().stream().map(attached -> start(parent, attached)).toList();
    if (!after.equals(parent.terms().attached())) {
      session.account().orders().put(parent.with(parent.terms().withAttached(after)));
    }
  }

  private Attached start(OwnOrder parent, Attached attached) {
    try {
      AlgoTerms terms = terms(parent, attached);
      String algoId = session.account().ids().next(session.now());
      BigDecimal last = session.prices(session.instrument(terms.order().instId())).last();
      algos().put(Algo.live(algoId, terms, parent.ordId(), last, session.now()));
      return attached;
    } catch (Refused refused) {
      return attached.failed(refused);
    }
  }

  private AlgoTerms terms(OwnOrder parent, Attached attached) {
    boolean both = attached.tp().isPresent() && attached.sl().isPresent();
    return new AlgoTerms(
        both ? AlgoType.OCO : AlgoType.CONDITIONAL,
        order(parent, attached),
        attached.algoClOrdId(),
        !parent.terms().spot(),
        false,
        attached.tp(),
        attached.sl(),
        Optional.empty(),
        OrdType.LIMIT,
        Optional.empty());
  }

  /// The order that undoes the filled part of the parent.
  private Terms order(OwnOrder parent, Attached attached) {
    Terms terms = parent.terms();
    BigDecimal filled = parent.progress().filled();
    BigDecimal part = attached.tp().flatMap(tp -> attached.sz()).orElse(filled).min(filled);
    BigDecimal sz = terms.spot() ? received(parent, part) : part.min(held(terms));
    boolean buysBack = terms.spot() && terms.side() == Side.SELL;
    return new Terms(
        terms.instId(),
        terms.instType(),
        terms.tdMode(),
        terms.side().opposite(),
        terms.posSide(),
        OrdType.MARKET,
        Optional.empty(),
        sz,
        buysBack ? "base_ccy" : "",
        !terms.spot() && terms.posSide() == PosSide.NET,
        terms.ccy(),
        "",
        terms.tag(),
        terms.stpMode(),
        terms.lever(),
        List.of(),
        Optional.empty());
  }

  /// A spot buy pays its fee out of what it bought.
  private BigDecimal received(OwnOrder parent, BigDecimal part) {
    Instrument instrument = session.instrument(parent.terms().instId());
    BigDecimal fee = parent.terms().side() == Side.BUY ? parent.progress().fee() : BigDecimal.ZERO;
    BigDecimal sz = Decimals.floorTo(part.add(fee), instrument.lotSz());
    if (sz.compareTo(instrument.minSz()) < 0) {
      throw Refused.because("51020", "Your order should meet or exceed the minimum order amount.");
    }
    return sz;
  }

  private BigDecimal held(Terms terms) {
    return session
        .account()
        .legs()
        .open(terms.leg())
        .filter(leg -> leg.sign() == terms.side().sign())
        .map(Leg::size)
        .orElseThrow(
            () ->
                Refused.because(
                    "51169",
                    "Order failed because you don't have any positions in this direction to"
                        + " reduce."));
  }

  /// Whether there is nothing that such an order could reduce.
  boolean orphaned(Terms order) {
    return session
        .account()
        .legs()
        .open(order.leg())
        .map(leg -> leg.sign() == order.side().sign())
        .orElse(true);
  }

  private Algos algos() {
    return session.account().algos();
  }
}
