package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns an algo order into the order it stands for, which passes the same checks and the same
/// matching as any other.
record Firing(Session session, Algo algo, Algo.Spark spark) {
  private static final Fields NOTHING_MORE = new Fields(JsonNodeFactory.instance.objectNode());

  /// Leaves the algo order effective, or failed with the code of the refusal.
  void fire() {
    Instrument instrument = session.instrument(algo.instId());
    BigDecimal px =
        spark
            .target()
            .ordPx()
            .orElseGet(() -> session.prices(instrument).of(spark.target().type()));
    Terms terms = terms(instrument);
    try {
      OwnOrder asked = order("~", terms);
      Terms passed =
          Checks.entry(asked, new Check.Request(session, instrument, NOTHING_MORE)).terms();
      String ordId = session.account().ids().next(session.now());
      // Final before the fill, which may close the position the algo order is bound to.
      end(ordId, passed.sz(), px, "");
      session.enter(order(ordId, passed));
    } catch (Refused refused) {
      end("", terms.sz(), px, refused.code());
    }
  }

  private void end(String ordId, BigDecimal sz, BigDecimal px, String failCode) {
    session
        .account()
        .algos()
        .put(algo.fired(new Algo.Fired(spark.side(), ordId, sz, px, failCode, session.now())));
  }

  private Terms terms(Instrument instrument) {
    Optional<BigDecimal> px = spark.target().ordPx();
    OrdType type = px.isPresent() ? algo.terms().priced() : OrdType.MARKET;
    Terms.Origin origin =
        Terms.Origin.algo(algo.algoId(), algo.terms().algoClOrdId(), algo.terms().type().source());
    return algo.terms().order().placedBy(origin, type, px, size(instrument));
  }

  /// Never more than the position it closes, or than what there is to sell or to pay with.
  private BigDecimal size(Instrument instrument) {
    Terms order = algo.terms().order();
    if (order.closesOnly()) {
      Optional<BigDecimal> held = session.account().legs().open(order.leg()).map(Leg::size);
      BigDecimal size = held.orElse(order.sz());
      return algo.terms().closesAll() ? size : size.min(order.sz());
    }
    if (order.spot() && order.side() == Side.SELL && !order.quoteSized()) {
      BigDecimal free = session.funds().of(instrument.baseCcy()).availBal();
      BigDecimal most = Decimals.floorTo(free, instrument.lotSz());
      return most.compareTo(instrument.minSz()) < 0 ? order.sz() : most.min(order.sz());
    }
    if (order.spot() && order.side() == Side.BUY && order.quoteSized()) {
      BigDecimal free = session.funds().of(instrument.quoteCcy()).availBal();
      return free.signum() == 0 ? order.sz() : free.min(order.sz());
    }
    return order.sz();
  }

  private OwnOrder order(String ordId, Terms terms) {
    return new OwnOrder(ordId, terms, session.now(), Progress.fresh(session.now()));
  }
}
