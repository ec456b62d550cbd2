package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.journal.Event;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.WriteReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// The one way a write reaches the exchange, and the only class that knows the order of the steps:
/// lock, resolve, replay, halt, snapshot and guard, intent, one send, classify, outcome, verify.
public final class Gateway {
  /// The exchange drops a request it reads later than this after it was made. The HTTP timeout
  /// outlives it, so that "not there after the expiry" is proof.
  static final Duration VALIDITY = Duration.ofSeconds(5);

  private final Desk desk;
  private final Ids ids;
  private final Backlog backlog;
  private final Replay replay;
  private final Settlement settlement;

  public Gateway(Desk desk) {
    this.desk = desk;
    this.ids = new Ids(desk.environment(), desk.time(), desk.random());
    Resolver resolver = new Resolver(desk.exchange(), desk.time(), desk.progress());
    this.backlog = new Backlog(desk, resolver);
    this.replay = new Replay(desk);
    this.settlement = new Settlement(resolver);
  }

  /// Places the order at most once, or says why not.
  public Outcome place(PlaceRequest request) {
    return run(new Placement(desk, ids, request));
  }

  /// What [#place] would say, up to the point of sending. Sends and records nothing.
  public Outcome check(PlaceRequest request) {
    return check(new Placement(desk, ids, request));
  }

  /// Asks OKX to cancel an order and looks what became of it. Works while halted and without a
  /// usable journal, since it only reduces risk.
  ///
  /// @throws Fault REJECTED when OKX knows no such order
  public Outcome cancel(CancelRequest request) {
    return run(new Cancellation(desk, ids, request));
  }

  /// Places the algo order at most once, or says why not, and reads it back.
  public Outcome placeAlgo(AlgoPlaceRequest request) {
    return run(new AlgoPlacement(desk, ids, request));
  }

  /// What [#placeAlgo] would say, up to the point of sending. Sends and records nothing.
  public Outcome checkAlgo(AlgoPlaceRequest request) {
    return check(new AlgoPlacement(desk, ids, request));
  }

  /// Changes a waiting algo order and reads it back.
  ///
  /// @throws Fault REJECTED when OKX knows no such algo order or it is over, USAGE when its type
  ///   cannot be changed like that
  public Outcome amendAlgo(AlgoName name, AlgoChanges changes) {
    return run(new AlgoAmendment(desk, ids, name, changes));
  }

  /// Asks OKX to cancel an algo order and looks what became of it. Works while halted and without a
  /// usable journal, but leaves an open position the last stop its policy demands.
  ///
  /// @throws Fault REJECTED when OKX knows no such algo order
  public Outcome cancelAlgo(AlgoName name) {
    return run(new AlgoCancellation(desk, ids, name));
  }

  /// Changes a setting that decides how much an order risks.
  public Outcome set(SettingRequest request) {
    return run(new SettingChange(desk, ids, request));
  }

  /// Asks OKX what became of every open intent, and records it. Sends nothing.
  public List<Resolved> resolve() {
    try (Account account = Account.enter(desk, config())) {
      return backlog.resolve(account);
    }
  }

  /// Whether anything may be entered at all: settles open intents, then looks at the halt, the
  /// policy and what is still unknown. Sends nothing.
  public Outcome standing() {
    AccountConfig config = config();
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

  private Outcome run(Errand errand) {
    try (Account account = enter(errand)) {
      settleEarlier(errand, account);
      return switch (consider(errand, account)) {
        case Plan.Refused refused -> refused(errand, account, refused.outcome());
        case Plan.Ready ready -> send(errand, account, ready);
      };
    }
  }

  private Outcome check(Errand errand) {
    try (Account account = enter(errand)) {
      settleEarlier(errand, account);
      return switch (consider(errand, account)) {
        case Plan.Refused refused -> refused.outcome();
        case Plan.Ready ready -> new Outcome.Allowed(ready.ticket());
      };
    }
  }

  /// Whether the errand may go, and as what.
  private Plan consider(Errand errand, Account account) {
    Optional<Outcome> earlier = account.journaled() ? replay.of(errand, account) : Optional.empty();
    if (earlier.isPresent()) {
      return new Plan.Refused(earlier.get());
    }
    return halted(errand, account, Optional.empty())
        .orElseGet(
            () -> {
              Plan plan = errand.plan(account);
              return halted(errand, account, Optional.of(plan)).orElse(plan);
            });
  }

  /// The halt is looked at before the reads and after them, which may have taken a while.
  private static Optional<Plan> halted(Errand errand, Account account, Optional<Plan> plan) {
    if (errand.reduces()) {
      return Optional.empty();
    }
    return account
        .halted()
        .map(reason -> new Plan.Refused(new Outcome.Halted(ticket(errand, account, plan), reason)));
  }

  private static Ticket ticket(Errand errand, Account account, Optional<Plan> plan) {
    return plan.map(
            known ->
                switch (known) {
                  case Plan.Ready ready -> ready.ticket();
                  case Plan.Refused refused -> refused.outcome().ticket();
                })
        .orElseGet(() -> Ticket.bare(account.uid(), errand.wanted()));
  }

  /// Records why nothing is sent. A refusal stands whether or not it can be recorded.
  private Outcome refused(Errand errand, Account account, Outcome outcome) {
    switch (outcome) {
      case Outcome.Denied _, Outcome.Halted _ ->
          account.note(
              new Event.Denied(
                  errand.key(),
                  errand.action(),
                  errand.instId(),
                  outcome.ticket().request(),
                  Outcomes.reasons(outcome),
                  desk.policy().digest()));
      case Outcome.Accepted _,
          Outcome.Rejected _,
          Outcome.NotSent _,
          Outcome.Unknown _,
          Outcome.Unsafe _,
          Outcome.Allowed _ -> {}
    }
    return outcome;
  }

  private Outcome send(Errand errand, Account account, Plan.Ready ready) {
    Optional<Instant> expiry =
        Optional.of(ready.write())
            .filter(write -> write.expires())
            .map(_ -> desk.exchange().serverTime().plus(VALIDITY));
    Sent sent = written(errand, account, ready, expiry);
    WriteReply reply = desk.exchange().send(ready.write(), ready.body(), expiry);
    return settlement.settle(errand, account, sent, reply);
  }

  /// Puts the intent on record. Without that no entry goes out; what only reduces risk does.
  private Sent written(Errand errand, Account account, Plan.Ready ready, Optional<Instant> expiry) {
    Event.Intent intent =
        new Event.Intent(
            ready.intentId(),
            errand.key(),
            errand.digest(),
            errand.action(),
            ready.instType(),
            errand.instId(),
            ready.clOrdId(),
            ready.entry(),
            ready.body(),
            ready.ticket().notionalUsd(),
            expiry,
            desk.policy().digest());
    Instant written = desk.time().now();
    if (errand.reduces()) {
      account.note(intent);
    } else {
      account.record(intent);
      desk.progress().accept("allowed; intent " + ready.intentId() + " is in the journal");
    }
    Ticket ticket = ready.ticket().as(ready.intentId(), ready.clOrdId(), ready.body());
    return new Sent(ticket, intent, written);
  }

  private Account enter(Errand errand) {
    return errand.reduces() ? Account.enterToReduce(desk, owner()) : Account.enter(desk, config());
  }

  private AccountConfig config() {
    AccountConfig config = desk.exchange().config();
    desk.account().accept(config.uid());
    desk.progress().accept(desk.environment().word() + " account " + config.uid());
    return config;
  }

  /// Whose account it is; where OKX does not say, the one last seen with this key has to do.
  private Account.Owner owner() {
    try {
      return Account.Owner.of(config());
    } catch (Fault fault) {
      boolean unread =
          fault.exitCode() == ExitCode.UNREACHABLE || fault.exitCode() == ExitCode.BUSY;
      Optional<String> known = unread ? desk.knownUid().get() : Optional.empty();
      desk.progress().accept("could not read the account's settings: " + fault.getMessage());
      return new Account.Owner(known.orElseThrow(() -> fault), Optional.empty());
    }
  }

  /// Nothing about earlier intents may keep a risk from being reduced.
  private void settleEarlier(Errand errand, Account account) {
    if (!errand.reduces()) {
      backlog.resolve(account);
      return;
    }
    if (!account.journaled()) {
      return;
    }
    try {
      backlog.resolve(account);
    } catch (Fault fault) {
      desk.progress().accept("earlier intents stay open: " + fault.getMessage());
    }
  }
}
