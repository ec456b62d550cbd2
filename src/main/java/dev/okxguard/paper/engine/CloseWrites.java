package dev.okxguard.paper.engine;

import dev.okxguard.model.Book;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// POST trade/close-position: a market order that can only close, for all of one leg. The answer
/// has no order id, as at OKX.
record CloseWrites(Session session) {
  private static final String MARKET_CLOSE = "17";

  Result close(Call call) {
    if (!call.body().isObject()) {
      throw Refused.because("50002", "Body is not valid JSON").status(400);
    }
    Fields body = new Fields(call.body());
    Instrument instrument = session.instrument(body.required("instId"));
    LegKey key = new LegKey(instrument.instId(), mode(body), side(instrument, body));
    Leg leg =
        session
            .account()
            .legs()
            .open(key)
            .orElseThrow(() -> Refused.because("51023", "No such position"));
    Terms terms = terms(instrument, leg, body);
    clearClosingOrders(key, body.flag("autoCxl"));
    String ordId = session.account().ids().next(session.now());
    new Matcher(session)
        .enter(new OwnOrder(ordId, terms, session.now(), Progress.fresh(session.now())));
    Row row =
        new Row()
            .text("instId", instrument.instId())
            .text("posSide", key.posSide().word())
            .text("clOrdId", terms.clOrdId())
            .text("tag", terms.tag());
    return Result.of(Row.list(List.of(row.build())));
  }

  private Terms terms(Instrument instrument, Leg leg, Fields body) {
    ObjectNode request = request(leg, body);
    if (Options.option(instrument)) {
      price(request, instrument, leg);
    }
    Terms terms = new OrderForm(session, new Fields(request)).terms(instrument);
    return leg.instType() == InstType.MARGIN ? terms.withTgtCcy("base_ccy") : terms;
  }

  /// Options take no market orders: it takes what the book has, at once.
  private void price(ObjectNode request, Instrument instrument, Leg leg) {
    List<Book.Level> offers = session.offers(instrument, exit(leg));
    if (offers.isEmpty()) {
      throw Refused.because("51109", "The other side of the book is empty");
    }
    request.put("ordType", OrdType.IOC.word());
    request.put("px", offers.getLast().px().toPlainString());
  }

  private TdMode mode(Fields body) {
    return Optional.of(body.required("mgnMode"))
        .flatMap(TdMode::of)
        .filter(mode -> mode == TdMode.CROSS || mode == TdMode.ISOLATED)
        .orElseThrow(() -> Refused.parameter("mgnMode"));
  }

  private PosSide side(Instrument instrument, Fields body) {
    boolean net =
        session.account().profile().posMode() == PosMode.NET || !instrument.instType().hedged();
    return PosSide.of(body.text("posSide").orElse("net"))
        .filter(side -> net == (side == PosSide.NET))
        .orElseThrow(() -> Refused.parameter("posSide"));
  }

  private void clearClosingOrders(LegKey key, boolean cancel) {
    List<OwnOrder> closing = new ReduceOnly(session).closing(key);
    if (!closing.isEmpty() && !cancel) {
      throw Refused.because("51115", "Closing orders are pending; cancel them or set autoCxl")
          .status(429);
    }
    closing.forEach(
        order -> session.account().orders().put(order.canceled(MARKET_CLOSE, session.now())));
  }

  private static Side exit(Leg leg) {
    return leg.sign() > 0 ? Side.SELL : Side.BUY;
  }

  private static ObjectNode request(Leg leg, Fields body) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("instId", leg.instId());
    order.put("tdMode", leg.mgnMode().word());
    order.put("side", exit(leg).word());
    order.put("ccy", body.textOrEmpty("ccy"));
    order.put("posSide", leg.posSide().word());
    order.put("ordType", OrdType.MARKET.word());
    order.put("sz", leg.size().toPlainString());
    order.put("reduceOnly", true);
    order.put("clOrdId", body.textOrEmpty("clOrdId"));
    order.put("tag", body.textOrEmpty("tag"));
    return order;
  }
}
