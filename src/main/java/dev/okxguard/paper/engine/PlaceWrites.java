package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.HashSet;
import java.util.Set;

/// POST trade/order and trade/batch-orders.
record PlaceWrites(Session session) {

  Result place(Call call) {
    refuseLate(call);
    return Reply.single(session, Reply.Act.PLACE, call.body(), this::item);
  }

  Result batch(Call call) {
    refuseLate(call);
    Set<String> seen = new HashSet<>();
    return Reply.batch(
        session,
        Reply.Act.PLACE,
        call.body(),
        body -> {
          String clOrdId = body.textOrEmpty("clOrdId");
          if (!clOrdId.isEmpty() && !seen.add(clOrdId)) {
            throw Refused.because("51016", "clOrdId in use by a pending order");
          }
          return item(body);
        });
  }

  /// A request that arrives after its `expTime` is not carried out.
  static void refuseLate(Call call) {
    if (call.expiry().filter(expiry -> expiry.isBefore(call.now())).isPresent()) {
      throw Refused.because("50036", "expTime has passed");
    }
  }

  private Reply.Item item(Fields body) {
    OrderForm form = new OrderForm(session, body);
    Instrument instrument = form.instrument();
    // Not yet accepted: the id is larger than any pending one's, so that funds count it last.
    OwnOrder asked =
        new OwnOrder("~", form.terms(instrument), session.now(), Progress.fresh(session.now()));
    OwnOrder passed = Checks.entry(asked, new Check.Request(session, instrument, body));
    String ordId = session.account().ids().next(session.now());
    OwnOrder order =
        new OwnOrder(ordId, passed.terms(), session.now(), Progress.fresh(session.now()));
    session.enter(order);
    Terms terms = order.terms();
    return new Reply.Item(
        ordId, terms.clOrdId(), "Order placed", new Row().text("tag", terms.tag()));
  }
}
