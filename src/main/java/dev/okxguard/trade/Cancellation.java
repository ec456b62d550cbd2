package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Write;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One order to be cancelled.
record Cancellation(Desk desk, Ids ids, CancelRequest request) implements Errand {
  private static final int LOOKS = 20;

  @Override
  public String action() {
    return "cancel";
  }

  @Override
  public String instId() {
    return request.instId();
  }

  @Override
  public ObjectNode wanted() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", request.instId());
    request.ordId().ifPresent(id -> body.put("ordId", id));
    request.clOrdId().ifPresent(id -> body.put("clOrdId", id));
    return body;
  }

  @Override
  public boolean reduces() {
    return true;
  }

  /// Only read-only stops it.
  ///
  /// @throws Fault REJECTED when OKX knows no such order
  @Override
  public Plan plan(Account account) {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (!denials.isEmpty()) {
      return new Plan.Refused(Outcome.Denied.of(Ticket.bare(account.uid(), wanted()), denials));
    }
    Target order = find(account);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", order.instId());
    body.put("ordId", order.ordId());
    return new Plan.Ready(
        Ticket.bare(account.uid(), body),
        ids.next().text(),
        order.instType().name(),
        order.clOrdId(),
        false,
        Write.CANCEL,
        body);
  }

  /// The order meant. Where OKX does not show it, which may be too early for that, the journal says
  /// which one it is; where OKX does not answer, its id alone has to do.
  private Target find(Account account) {
    try {
      return look(account)
          .map(Target::of)
          .or(() -> onRecord(account))
          .orElseThrow(
              () ->
                  new Fault(
                      ExitCode.REJECTED,
                      "OKX knows no such order on " + request.instId(),
                      "look with: okx order list --instId " + request.instId()));
    } catch (Fault fault) {
      if (!fault.unanswered()) {
        throw fault;
      }
      desk.progress().accept("could not look the order up: " + fault.getMessage());
      return onRecord(account).or(this::asNamed).orElseThrow(() -> fault);
    }
  }

  /// By OKX's ids, or by the id the caller gave the order here, which OKX never sees.
  private Optional<Order> look(Account account) {
    if (request.ordId().isPresent()) {
      return desk.exchange().orderById(request.instId(), request.ordId().get());
    }
    return desk.exchange()
        .order(request.instId(), new ClOrdId(named()))
        .or(
            () ->
                account
                    .placed(named())
                    .map(past -> past.intent().clOrdId())
                    .filter(id -> !id.isEmpty())
                    .flatMap(id -> desk.exchange().order(request.instId(), new ClOrdId(id))));
  }

  private String named() {
    return request.ordId().or(request::clOrdId).orElseThrow();
  }

  private Optional<Target> onRecord(Account account) {
    return account
        .placed(named())
        .flatMap(past -> past.made(request.instId()))
        .map(outcome -> target(outcome.ordId(), outcome.clOrdId()));
  }

  private Optional<Target> asNamed() {
    return request.ordId().map(id -> target(id, request.clOrdId().orElse("")));
  }

  private Target target(String ordId, String clOrdId) {
    return new Target(InstType.byForm(request.instId()), request.instId(), ordId, clOrdId);
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    String ordId = sent.intent().request().path("ordId").asString("");
    Optional<Order> seen =
        new Watch(desk, LOOKS).order(request.instId(), ordId, order -> order.state().isFinal());
    String noted =
        seen.map(order -> account.note(Outcomes.accepted(sent.intent(), order))).orElse("");
    String remark = Outcomes.join(taken.remark(), Outcomes.join(remark(seen), noted));
    return new Outcome.Accepted(sent.ticket(), ordId, seen, false, remark);
  }

  private static String remark(Optional<Order> seen) {
    if (seen.isEmpty()) {
      return "OKX took the request; the order's state could not be read";
    }
    return seen.get().state().isFinal()
        ? ""
        : "OKX took the request, but the order is still " + seen.get().state().word();
  }

  /// An order to cancel.
  private record Target(InstType instType, String instId, String ordId, String clOrdId) {
    static Target of(Order order) {
      return new Target(order.instType(), order.instId(), order.ordId(), order.clOrdId());
    }
  }
}
