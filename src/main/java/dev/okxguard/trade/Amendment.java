package dev.okxguard.trade;

import dev.okxguard.guard.OrderRequest;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Write;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One resting order to be changed.
record Amendment(Desk desk, Ids ids, AmendRequest request) implements Judged {
  private static final int LOOKS = 12;

  @Override
  public String action() {
    return "amend";
  }

  @Override
  public String instId() {
    return request.instId();
  }

  @Override
  public Optional<String> key() {
    return request.key();
  }

  @Override
  public ObjectNode wanted() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", request.instId());
    request.ordId().ifPresent(id -> body.put("ordId", id));
    if (request.ordId().isEmpty()) {
      request.clOrdId().ifPresent(id -> body.put("clOrdId", id));
    }
    change(body);
    return body;
  }

  private void change(ObjectNode body) {
    request.newSz().ifPresent(sz -> body.put("newSz", Decimals.text(sz)));
    request.newPx().ifPresent(px -> body.put("newPx", Decimals.text(px)));
    if (request.cancelOnFail()) {
      body.put("cxlOnFail", true);
    }
  }

  @Override
  public OrderRequest asked() {
    Order order = find();
    if (order.state().isFinal()) {
      throw gone("the order is " + order.state().word() + " and cannot be changed any more");
    }
    if (!order.clOrdId().startsWith(ClOrdId.PREFIX)) {
      desk.progress().accept("order " + order.ordId() + " was not placed by okx-guard");
    }
    if (Amended.by(request).in(order)) {
      throw gone("the order is so already: nothing to change");
    }
    return OrderRequest.change(order, Amended.draft(order, request));
  }

  private Order find() {
    Optional<Order> order =
        request.ordId().isPresent()
            ? desk.exchange().orderById(request.instId(), request.ordId().get())
            : desk.exchange().order(request.instId(), new ClOrdId(request.clOrdId().orElseThrow()));
    return order.orElseThrow(() -> gone("OKX knows no such order on " + request.instId()));
  }

  private Fault gone(String what) {
    return new Fault(
        ExitCode.REJECTED, what, "look with: okx order list --instId " + request.instId());
  }

  /// By `ordId`, since a client id may name a newer order by the time the request arrives.
  @Override
  public ObjectNode body(Account account, OrderRequest asked) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", request.instId());
    body.put("ordId", asked.replaces().orElseThrow().ordId());
    change(body);
    return body;
  }

  @Override
  public Plan plan(Account account, Snapshot snapshot, Verdict verdict) {
    Order order = verdict.asked().replaces().orElseThrow();
    ObjectNode body = verdict.ticket().request();
    String id = ids.next().text();
    body.put("reqId", id);
    return new Plan.Ready(
        verdict.ticket(),
        id,
        order.instType().name(),
        order.clOrdId(),
        verdict.judgement().entry(),
        Write.AMEND,
        body);
  }

  /// OKX's "accepted" means that it will try: the order itself has to show the change.
  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    String ordId = sent.intent().request().path("ordId").asString("");
    Optional<Order> seen =
        new Watch(desk, LOOKS)
            .order(
                request.instId(),
                ordId,
                order -> order.state().isFinal() || Amended.by(request).in(order));
    String noted =
        seen.map(order -> account.note(Outcomes.accepted(sent.intent(), order))).orElse("");
    String remark = Outcomes.join(taken.remark(), Outcomes.join(remark(seen), noted));
    return new Outcome.Accepted(sent.ticket(), ordId, seen, false, remark);
  }

  private String remark(Optional<Order> seen) {
    if (seen.isEmpty()) {
      return "OKX took the request; the order's state could not be read";
    }
    Order order = seen.get();
    if (Amended.by(request).in(order)) {
      return order.clOrdId().startsWith(ClOrdId.PREFIX)
          ? ""
          : "the order was not placed by okx-guard";
    }
    return "OKX took the request, but the order is "
        + order.state().word()
        + " with sz "
        + Decimals.text(order.sz())
        + order.px().map(px -> " at " + Decimals.text(px)).orElse("");
  }
}
