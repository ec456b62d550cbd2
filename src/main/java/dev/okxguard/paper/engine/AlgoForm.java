package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads an algo order of a request: the checks that need the request alone.
record AlgoForm(Session session, Fields body, AlgoType type, Instrument instrument) {

  static AlgoForm of(Session session, Fields body) {
    Instrument instrument = new OrderForm(session, body).instrument();
    AlgoType type =
        AlgoType.of(body.required("ordType")).orElseThrow(() -> Refused.parameter("ordType"));
    return new AlgoForm(session, body, type, instrument);
  }

  AlgoTerms terms() {
    Terms order = new OrderForm(session, new Fields(order())).terms(instrument);
    TargetForm targets = new TargetForm(body, instrument, order.side());
    TriggerForm triggers = new TriggerForm(session, body, instrument, order.side());
    boolean stops = type == AlgoType.CONDITIONAL || type == AlgoType.OCO;
    if (!stops) {
      refuseStray();
    }
    Optional<Target> tp = stops ? targets.takeProfit() : Optional.empty();
    Optional<Target> sl = stops ? targets.stopLoss() : Optional.empty();
    refuseMissing(tp, sl);
    boolean closesAll = closesAll();
    AlgoTerms terms =
        new AlgoTerms(
            type,
            order,
            AttachForm.clientId(body, "algoClOrdId"),
            bound(order, closesAll),
            closesAll,
            // OKX keeps the stop-loss alone when a one-way stop names both.
            type == AlgoType.CONDITIONAL && sl.isPresent() ? Optional.empty() : tp,
            sl,
            type == AlgoType.TRIGGER ? Optional.of(triggers.trigger()) : Optional.empty(),
            type == AlgoType.TRIGGER ? triggers.priced() : OrdType.LIMIT,
            type == AlgoType.MOVE_ORDER_STOP ? Optional.of(triggers.trail()) : Optional.empty());
    return terms.sized(tgtCcy(terms));
  }

  private void refuseMissing(Optional<Target> tp, Optional<Target> sl) {
    boolean complete =
        switch (type) {
          case CONDITIONAL -> tp.isPresent() || sl.isPresent();
          case OCO -> tp.isPresent() && sl.isPresent();
          case TRIGGER, MOVE_ORDER_STOP -> true;
        };
    if (!complete) {
      throw Refused.parameter(tp.isEmpty() ? "tpTriggerPx" : "slTriggerPx");
    }
  }

  /// A stop on a type that has none must not be taken as if it were one.
  private void refuseStray() {
    List.of("tpTriggerPx", "tpOrdPx", "slTriggerPx", "slOrdPx").stream()
        .filter(name -> body.text(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw Refused.parameter(name);
            });
  }

  private boolean closesAll() {
    Optional<String> fraction = body.text("closeFraction");
    if (fraction.isEmpty()) {
      return false;
    }
    if (!fraction.get().equals("1") || body.text("sz").isPresent()) {
      throw Refused.parameter("closeFraction");
    }
    if (!instrument.instType().contracts()) {
      throw Refused.because("51327", "closeFraction is for contracts");
    }
    return true;
  }

  private boolean bound(Terms order, boolean closesAll) {
    boolean asked = body.flag("cxlOnClosePos");
    if (asked && !order.closesOnly()) {
      throw Refused.parameter("cxlOnClosePos");
    }
    return asked || closesAll;
  }

  /// The size of a spot market buy counts quote currency unless said otherwise; as soon as one of
  /// the orders has a price, sizes count base currency.
  private String tgtCcy(AlgoTerms terms) {
    Optional<String> asked = body.text("tgtCcy");
    if (asked.isPresent() && type == AlgoType.TRIGGER) {
      throw Refused.because("51281", "tgtCcy does not go with trigger orders");
    }
    Terms order = terms.order();
    if (asked.isPresent() && !order.spot()) {
      throw Refused.because("59110", "tgtCcy is not for this instrument");
    }
    if (order.instType().contracts()) {
      return "";
    }
    if (order.instType() == InstType.MARGIN && order.closesOnly()) {
      return "base_ccy";
    }
    boolean priced = terms.targets().anyMatch(target -> target.ordPx().isPresent());
    if (priced && asked.filter(ccy -> ccy.equals("quote_ccy")).isPresent()) {
      throw Refused.parameter("tgtCcy");
    }
    return priced ? "base_ccy" : order.tgtCcy();
  }

  /// The order it places, as a market order would be asked for.
  private ObjectNode order() {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("ordType", OrdType.MARKET.word());
    for (String name : new String[] {"instId", "tdMode", "side", "ccy", "tag", "tgtCcy"}) {
      order.put(name, body.textOrEmpty(name));
    }
    order.put("reduceOnly", body.flag("reduceOnly"));
    order.put("posSide", body.text("posSide").orElse(PosSide.NET.word()));
    // What closes all has no size of its own; the least one stands for it until it fires.
    String least = instrument.minSz().toPlainString();
    boolean closesAll = body.text("closeFraction").isPresent();
    order.put("sz", closesAll ? least : body.textOrEmpty("sz"));
    if (type == AlgoType.TRIGGER && body.hasElements("attachAlgoOrds")) {
      order.set("attachAlgoOrds", body.body().path("attachAlgoOrds"));
    } else if (body.hasElements("attachAlgoOrds")) {
      throw Refused.parameter("attachAlgoOrds");
    }
    return order;
  }
}
