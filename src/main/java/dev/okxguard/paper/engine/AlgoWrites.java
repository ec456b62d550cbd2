package dev.okxguard.paper.engine;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;

/// POST trade/order-algo, and trade/cancel-algos with its older sibling cancel-advance-algos.
record AlgoWrites(Session session) {

  Result place(Call call) {
    return AlgoReply.single(call.body(), this::place);
  }

  Result cancel(Call call) {
    return AlgoReply.batch(call.body(), this::cancel);
  }

  private Row place(Fields body) {
    AlgoForm form = AlgoForm.of(session, body);
    AlgoTerms terms = form.terms();
    new AlgoChecks(session, form, terms).placement();
    String algoId = session.account().ids().next(session.now());
    BigDecimal last = session.prices(form.instrument()).last();
    Algo algo = Algo.live(algoId, terms, "", last, session.now());
    return AlgoReply.row(session.account().algos().put(algo));
  }

  private Row cancel(Fields body) {
    Algo algo = find(session, body);
    if (!algo.pending()) {
      throw Refused.because("51400", "Nothing to cancel: filled, canceled or unknown");
    }
    return AlgoReply.row(session.account().algos().put(algo.canceled(session.now())));
  }

  /// The algo order a request names.
  ///
  /// @throws Refused 51407 without an id, 51603 when there is none
  static Algo find(Session session, Fields body) {
    String instId = session.instrument(body.required("instId")).instId();
    String algoId = body.textOrEmpty("algoId");
    String algoClOrdId = body.textOrEmpty("algoClOrdId");
    if (algoId.isEmpty() && algoClOrdId.isEmpty()) {
      throw Refused.because("51407", "ordId or clOrdId is needed");
    }
    return session
        .account()
        .algos()
        .find(algoId, algoClOrdId)
        .filter(algo -> algo.instId().equals(instId))
        .orElseThrow(() -> Refused.because("51603", "Order does not exist"));
  }
}
