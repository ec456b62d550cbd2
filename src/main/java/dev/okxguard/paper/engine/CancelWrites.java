package dev.okxguard.paper.engine;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;

/// POST trade/cancel-order and trade/cancel-batch-orders.
record CancelWrites(Session session) {
  private static final String BY_USER = "1";

  Result cancel(Call call) {
    return Reply.single(session, Reply.Act.CANCEL, call.body(), this::item);
  }

  Result batch(Call call) {
    return Reply.batch(session, Reply.Act.CANCEL, call.body(), this::item);
  }

  private Reply.Item item(Fields body) {
    String instId = session.instrument(body.required("instId")).instId();
    String ordId = body.textOrEmpty("ordId");
    String clOrdId = body.textOrEmpty("clOrdId");
    if (ordId.isEmpty() && clOrdId.isEmpty()) {
      throw Refused.because("51407", "ordId or clOrdId is needed");
    }
    OwnOrder order =
        session
            .account()
            .orders()
            .find(instId, ordId, clOrdId)
            .filter(OwnOrder::pending)
            .orElseThrow(
                () -> Refused.because("51400", "Nothing to cancel: filled, canceled or unknown"));
    session.account().orders().put(order.canceled(BY_USER, session.now()));
    return new Reply.Item(order.ordId(), order.terms().clOrdId(), "", new Row());
  }
}
