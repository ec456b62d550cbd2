package dev.okxguard.paper.engine;

import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// POST trade/amend-order and trade/amend-batch-orders.
record AmendWrites(Session session) {
  private static final String BY_SYSTEM = "0";

  Result amend(Call call) {
    PlaceWrites.refuseLate(call);
    return Reply.single(session, Reply.Act.AMEND, call.body(), body -> item(body, new HashSet<>()));
  }

  Result batch(Call call) {
    PlaceWrites.refuseLate(call);
    Set<String> seen = new HashSet<>();
    return Reply.batch(session, Reply.Act.AMEND, call.body(), body -> item(body, seen));
  }

  /// @param seen the orders this request has named before
  private Reply.Item item(Fields body, Set<String> seen) {
    Instrument instrument = session.instrument(body.required("instId"));
    OwnOrder order = find(instrument, body);
    if (!seen.add(order.ordId())) {
      throw Refused.because("51512", "The request amends the order twice");
    }
    try {
      change(instrument, order, body);
    } catch (Refused refused) {
      if (body.flag("cxlOnFail")) {
        session.account().orders().put(order.canceled(BY_SYSTEM, session.now()));
      }
      throw refused;
    }
    Row more = new Row().text("reqId", body.textOrEmpty("reqId"));
    return new Reply.Item(order.ordId(), order.terms().clOrdId(), "", more);
  }

  private OwnOrder find(Instrument instrument, Fields body) {
    String ordId = body.textOrEmpty("ordId");
    String clOrdId = body.textOrEmpty("clOrdId");
    if (ordId.isEmpty() && clOrdId.isEmpty()) {
      throw Refused.because("51003", "ordId or clOrdId is needed");
    }
    return session
        .account()
        .orders()
        .find(instrument.instId(), ordId, clOrdId)
        .filter(OwnOrder::pending)
        .orElseThrow(
            () -> Refused.because("51503", "Nothing to amend: filled, canceled or unknown"));
  }

  private void change(Instrument instrument, OwnOrder order, Fields body) {
    Terms terms = order.terms();
    List<Attached> attached =
        new AttachAmendForm(instrument, terms.side()).read(terms.attached(), body);
    Optional<BigDecimal> newPx = body.positive("newPx");
    Optional<BigDecimal> newSz = body.positive("newSz");
    if (newPx.isEmpty() && newSz.isEmpty() && !body.hasElements("attachAlgoOrds")) {
      throw Refused.because("51500", "Nothing to change: newSz, newPx or TP/SL is needed");
    }
    Terms asked =
        newPx
            .map(terms::withPx)
            .orElse(terms)
            .withSz(newSz.orElse(terms.sz()))
            .withAttached(attached);
    if (asked.sz().compareTo(order.progress().filled()) <= 0) {
      session
          .account()
          .orders()
          .put(order.with(asked.withSz(order.progress().filled())).filled(session.now()));
      return;
    }
    apply(order.with(asked), new Check.Request(session, instrument, body), newPx.isPresent());
  }

  private void apply(OwnOrder asked, Check.Request request, boolean moved) {
    OwnOrder passed = checked(asked, request);
    if (moved && passed.terms().ordType() == OrdType.POST_ONLY && wouldTake(passed, request)) {
      throw Refused.because("51511", "The new px would take liquidity");
    }
    OwnOrder updated =
        session
            .account()
            .orders()
            .put(passed.with(passed.progress().in(passed.progress().state(), "", session.now())));
    if (moved) {
      new Matcher(session).enter(updated);
    } else {
      new ReduceOnly(session).enforce(updated.terms().leg());
    }
  }

  private OwnOrder checked(OwnOrder asked, Check.Request request) {
    try {
      return Checks.amendment(asked, request);
    } catch (Refused refused) {
      if (refused.code().equals("51008")) {
        String subCode = refused.subCode().equals("1000") ? "1030" : "1031";
        throw Refused.because("51502", subCode, refused.getMessage());
      }
      throw refused;
    }
  }

  private boolean wouldTake(OwnOrder order, Check.Request request) {
    Side side = order.terms().side();
    BigDecimal px = order.terms().px().orElseThrow();
    return session
        .best(request.instrument(), side)
        .map(best -> best.subtract(px).signum() * side.sign() <= 0)
        .orElse(false);
  }
}
