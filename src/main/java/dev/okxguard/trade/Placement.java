package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Facts;
import dev.okxguard.guard.Judgement;
import dev.okxguard.guard.OrderRequest;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One order to be placed.
///
/// @param figures whether somebody wants to see what it would cost, which takes a further read
record Placement(Desk desk, Ids ids, PlaceRequest request, boolean figures) implements Judged {
  /// How often an order that should end at once is looked at.
  private static final int LOOKS = 12;

  @Override
  public String action() {
    return "place";
  }

  @Override
  public String instId() {
    return request.draft().instId();
  }

  @Override
  public Optional<String> key() {
    return request.key();
  }

  @Override
  public String digest() {
    String order = Digest.of(request.draft(), request.size());
    return request.cut().isEmpty() ? order : Digest.sha256(List.of("part", order, request.cut()));
  }

  /// Of a part the whole's key, of a whole its first part's.
  @Override
  public Optional<String> rival() {
    return key()
        .map(key -> request.cut().isEmpty() ? key + "/1" : key.substring(0, key.lastIndexOf('/')));
  }

  @Override
  public ObjectNode wanted() {
    ObjectNode body = desk.exchange().orderBody(request.draft(), ids.next());
    return switch (request.size()) {
      case Size.Exact _ -> body;
      case Size.Contracts _, Size.Base _, Size.Usd _, Size.RiskShare _, Size.RiskUsd _ ->
          body.put("sz", "").put("size", request.size().text());
    };
  }

  @Override
  public OrderRequest asked() {
    return new OrderRequest(request.draft(), request.key().isPresent());
  }

  @Override
  public ObjectNode body(Account account, OrderRequest asked) {
    return desk.exchange().orderBody(asked.draft(), ids.next(account.uid(), request.key()));
  }

  @Override
  public Plan plan(Account account, Snapshot snapshot, Verdict verdict) {
    Judgement judgement = verdict.judgement();
    Optional<Denial> trace = traced(account, snapshot, judgement.entry());
    if (trace.isPresent()) {
      return new Plan.Refused(Outcome.Denied.of(verdict.ticket(), List.of(trace.get())));
    }
    OrderDraft draft = verdict.asked().draft();
    ObjectNode body = verdict.ticket().request();
    keepExit(draft, judgement, body);
    String id = body.path("clOrdId").asString();
    Ticket ticket = judgement.entry() ? verdict.ticket() : ofExit(verdict.ticket());
    return Plan.Ready.of(ticket, id, draft.instType(), judgement.entry(), Write.ORDER, body);
  }

  private Optional<Denial> traced(Account account, Snapshot snapshot, boolean entry) {
    return key()
        .flatMap(
            key ->
                account
                    .traces()
                    .against(
                        new Traces.Named(account.uid(), key, rival()),
                        OrderFate.types(
                            request.draft().instType(), request.draft().tdMode() == TdMode.CASH),
                        snapshot.facts().pendingOrders(),
                        entry));
  }

  @Override
  public Sized sized(OrderDraft draft, Facts facts) {
    return Sizer.of(draft, request.size(), facts);
  }

  @Override
  public Ticket shown(Ticket ticket, OrderDraft draft, Snapshot snapshot) {
    return figures
        ? ticket.estimated(Calculator.estimate(desk.exchange(), draft, snapshot.facts()))
        : ticket;
  }

  private static Ticket ofExit(Ticket ticket) {
    return ticket.estimated(ticket.estimate().map(Estimate::ofExit));
  }

  /// An exit is one on the facts of this moment only; marked reduce-only, OKX keeps it one while it
  /// rests. With legs of their own (long/short mode) it always is.
  private static void keepExit(OrderDraft draft, Judgement judgement, ObjectNode body) {
    if (!judgement.entry() && draft.instType().hedged() && draft.posSide() == PosSide.NET) {
      body.put("reduceOnly", true);
    }
  }

  @Override
  public boolean proves() {
    return request.draft().stop().isPresent();
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    Optional<Order> seen = taken.seen().or(() -> look(sent, taken.id()));
    String remark =
        Outcomes.join(taken.remark(), seen.isEmpty() ? "its state could not be read yet" : "");
    Optional<String> flaw = new StopCheck(desk).flaw(sent.intent(), seen);
    if (flaw.isPresent() && new StopCheck(desk).demanded(sent.intent())) {
      return unsafe(account, sent, new Taken(taken.id(), seen, remark), flaw.get());
    }
    String noted =
        seen.isPresent() || proves()
            ? account.note(Outcomes.accepted(sent.intent(), seen, taken.id()))
            : "";
    return new Outcome.Accepted(
        sent.ticket(),
        taken.id(),
        seen,
        false,
        Outcomes.join(Outcomes.join(remark, noted), flaw.orElse("")));
  }

  /// Where the policy wants a stop, a missing one stops trading until a person has looked.
  private Outcome unsafe(Account account, Sent sent, Taken taken, String flaw) {
    String reason = "order " + taken.id() + " on " + instId() + ": " + flaw;
    String halted = account.halt(reason);
    String noted = account.note(Outcomes.unsafe(sent.intent(), taken.id(), taken.seen(), reason));
    return new Outcome.Unsafe(
        sent.ticket(),
        taken.id(),
        taken.seen(),
        Outcomes.join(reason, Outcomes.join(taken.remark(), Outcomes.join(halted, noted))));
  }

  /// The order's state; one that ends at once is waited for, briefly.
  private Optional<Order> look(Sent sent, String ordId) {
    boolean waits = request.draft().ordType().waits();
    return new Watch(desk, LOOKS)
        .order(sent.intent().instId(), ordId, order -> waits || order.state().isFinal());
  }
}
