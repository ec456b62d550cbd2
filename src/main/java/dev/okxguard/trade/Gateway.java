package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Guard;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.guard.Judgement;
import dev.okxguard.guard.OrderRequest;
import dev.okxguard.journal.Event;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Fault;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.okx.WriteReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The one way an order reaches the exchange, and the only class that knows the order of the steps:
/// lock, resolve, snapshot, halt, guard, intent, one send, classify, outcome, verify.
public final class Gateway {
  /// The exchange drops a request it reads later than this after it was made. The HTTP timeout
  /// outlives it, so that "not there after the expiry" is proof.
  static final Duration VALIDITY = Duration.ofSeconds(5);

  private final Desk desk;
  private final Guard guard;
  private final Ids ids;
  private final Backlog backlog;
  private final Replay replay;
  private final Settlement settlement;
  private final Cancellation cancellation;
  private final SettingChange setting;

  public Gateway(Desk desk) {
    this.desk = desk;
    this.guard = new Guard();
    this.ids = new Ids(desk.environment(), desk.time(), desk.random());
    Resolver resolver = new Resolver(desk.exchange(), desk.time(), desk.progress());
    this.backlog = new Backlog(desk, resolver);
    this.replay = new Replay(desk);
    this.settlement = new Settlement(desk, resolver);
    this.cancellation = new Cancellation(desk, resolver);
    this.setting = new SettingChange(desk, resolver);
  }

  /// Places the order at most once, or says why not.
  public Outcome place(PlaceRequest request) {
    AccountConfig config = account();
    try (Account account = Account.enter(desk, config)) {
      backlog.resolve(account);
      Optional<Outcome> earlier = replay.of(request, account);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      Verdict verdict = judge(request, account);
      if (verdict.refusal().isPresent()) {
        return refused(
            account, request.key(), "place", request.draft().instId(), verdict.refusal().get());
      }
      return send(request, account, verdict);
    }
  }

  /// What [#place] would say, up to the point of sending. Sends and records nothing.
  public Outcome check(PlaceRequest request) {
    AccountConfig config = account();
    try (Account account = Account.enter(desk, config)) {
      backlog.resolve(account);
      Optional<Outcome> earlier = replay.of(request, account);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      Verdict verdict = judge(request, account);
      return verdict.refusal().orElseGet(() -> new Outcome.Allowed(verdict.ticket()));
    }
  }

  /// Asks OKX what became of every open intent, and records it. Sends nothing.
  public List<Resolved> resolve() {
    try (Account account = Account.enter(desk, account())) {
      return backlog.resolve(account);
    }
  }

  /// Whether anything may be entered at all: settles open intents, then looks at the halt, the
  /// policy and what is still unknown. Sends nothing.
  public Outcome standing() {
    AccountConfig config = account();
    try (Account account = Account.enter(desk, config)) {
      backlog.resolve(account);
      Ticket ticket = Ticket.bare(config.uid(), JsonNodeFactory.instance.objectNode());
      Optional<String> halt = account.halted();
      if (halt.isPresent()) {
        return new Outcome.Halted(ticket, halt.get());
      }
      boolean unresolved = !PastOrders.openIntents(account.ledger()).isEmpty();
      List<Denial> denials = new GuardWrite().judgeStanding(desk.policy(), config, unresolved);
      return denials.isEmpty()
          ? new Outcome.Allowed(ticket)
          : new Outcome.Denied(ticket, denials, unresolved);
    }
  }

  /// Asks OKX to cancel an order and looks what became of it. Works while halted and without a
  /// usable journal, since it only reduces risk.
  ///
  /// @throws Fault REJECTED when OKX knows no such order
  public Outcome cancel(CancelRequest request) {
    AccountConfig config = account();
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    Ticket bare = Ticket.bare(config.uid(), Cancellation.body(request));
    if (!denials.isEmpty()) {
      return new Outcome.Denied(bare, denials, false);
    }
    try (Account account = Account.enterToReduce(desk, config)) {
      resolveIfPossible(account);
      Cancellation.Target order = cancellation.find(request);
      Event.Intent intent = cancellation.intent(order, ids.next().text());
      cancellation.note(account, intent);
      return cancellation.settle(
          account,
          intent,
          new Ticket(
              config.uid(),
              intent.intentId(),
              order.clOrdId(),
              intent.request(),
              Optional.empty(),
              List.of()),
          desk.exchange().cancel(order.instId(), order.ordId()));
    }
  }

  /// Changes a setting that decides how much an order risks.
  public Outcome set(SettingRequest request) {
    AccountConfig config = account();
    try (Account account = Account.enter(desk, config)) {
      backlog.resolve(account);
      Ticket bare = Ticket.bare(config.uid(), request.body());
      Optional<Outcome> refusal = refusal(request, account, bare);
      if (refusal.isPresent()) {
        return refused(
            account, Optional.empty(), request.action(), request.instId(), refusal.get());
      }
      Event.Intent intent = setting.intent(request, ids.next().text());
      account.record(intent);
      WriteReply reply =
          switch (request) {
            case SettingRequest.Leverage _ -> desk.exchange().setLeverage(intent.request());
            case SettingRequest.PositionMode _ -> desk.exchange().setPositionMode(intent.request());
          };
      return setting.settle(
          account, intent, bare.as(intent.intentId(), "", intent.request()), reply);
    }
  }

  private Optional<Outcome> refusal(SettingRequest request, Account account, Ticket ticket) {
    Optional<String> halt = account.halted();
    if (halt.isPresent()) {
      return Optional.of(new Outcome.Halted(ticket, halt.get()));
    }
    List<Denial> denials = setting.judge(request);
    return denials.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Denied(ticket, denials, false));
  }

  /// Nothing about earlier intents may keep a cancel from happening.
  private void resolveIfPossible(Account account) {
    if (!account.journaled()) {
      return;
    }
    try {
      backlog.resolve(account);
    } catch (Fault fault) {
      desk.progress().accept("earlier intents stay open: " + fault.getMessage());
    }
  }

  private AccountConfig account() {
    AccountConfig config = desk.exchange().config();
    desk.account().accept(config.uid());
    desk.progress().accept(desk.environment().word() + " account " + config.uid());
    return config;
  }

  private Verdict judge(PlaceRequest request, Account account) {
    OrderDraft draft = request.draft();
    ClOrdId id = ids.next();
    ObjectNode body = desk.exchange().orderBody(draft, id);
    Ticket bare = Ticket.bare(account.config().uid(), body);
    Optional<String> halt = account.halted();
    if (halt.isPresent()) {
      return Verdict.refuse(bare, id, new Outcome.Halted(bare, halt.get()));
    }
    desk.progress().accept("reading positions, orders, balance and prices");
    Snapshot snapshot = new FactsReader(desk.exchange(), desk.environment()).read(draft, account);
    Judgement judgement =
        guard.judge(
            new OrderRequest(draft, request.key().isPresent()), snapshot.facts(), desk.policy());
    Ticket ticket = bare.judged(judgement.notionalUsd(), judgement.checks());
    Optional<String> haltedMeanwhile = account.halted();
    if (haltedMeanwhile.isPresent()) {
      return Verdict.refuse(ticket, id, new Outcome.Halted(ticket, haltedMeanwhile.get()));
    }
    if (judgement.allowed()) {
      keepExit(draft, judgement, body);
      return Verdict.pass(ticket, id, judgement.entry());
    }
    snapshot.problems().forEach(problem -> desk.progress().accept("could not read " + problem));
    boolean unresolved = judgement.denials().stream().anyMatch(d -> d.rule().equals("unresolved"));
    return Verdict.refuse(ticket, id, new Outcome.Denied(ticket, judgement.denials(), unresolved));
  }

  /// An exit is one on the facts of this moment only; marked reduce-only, OKX keeps it one while it
  /// rests. With legs of their own (long/short mode) it always is.
  private static void keepExit(OrderDraft draft, Judgement judgement, ObjectNode body) {
    if (!judgement.entry() && draft.instType().contracts() && draft.posSide() == PosSide.NET) {
      body.put("reduceOnly", true);
    }
  }

  /// Records why nothing is sent. A refusal stands whether or not it can be recorded.
  private Outcome refused(
      Account account, Optional<String> key, String action, String instId, Outcome refusal) {
    try {
      account.record(
          new Event.Denied(
              key,
              action,
              instId,
              refusal.ticket().request(),
              Outcomes.reasons(refusal),
              desk.policy().digest()));
    } catch (Fault fault) {
      desk.progress().accept("the refusal is not in the journal: " + fault.getMessage());
    }
    return refusal;
  }

  private Outcome send(PlaceRequest request, Account account, Verdict verdict) {
    ClOrdId id = verdict.id();
    ObjectNode body = verdict.ticket().request();
    Instant expiry = desk.exchange().serverTime().plus(VALIDITY);
    Event.Intent intent =
        new Event.Intent(
            id.text(),
            request.key(),
            Digest.of(request.draft()),
            "place",
            request.draft().instType().name(),
            request.draft().instId(),
            id.text(),
            verdict.entry(),
            body,
            verdict.ticket().notionalUsd(),
            Optional.of(expiry),
            desk.policy().digest());
    Instant written = desk.time().now();
    account.record(intent);
    desk.progress().accept("allowed; intent " + id + " is in the journal; sending it once");
    return settlement.settle(
        account,
        intent,
        written,
        verdict.ticket().as(id.text(), id.text(), body),
        desk.exchange().place(body, expiry));
  }

  /// The guard's word, with what it was about.
  private record Verdict(Ticket ticket, ClOrdId id, boolean entry, Optional<Outcome> refusal) {
    static Verdict pass(Ticket ticket, ClOrdId id, boolean entry) {
      return new Verdict(ticket, id, entry, Optional.empty());
    }

    static Verdict refuse(Ticket ticket, ClOrdId id, Outcome outcome) {
      return new Verdict(ticket, id, true, Optional.of(outcome));
    }
  }
}
