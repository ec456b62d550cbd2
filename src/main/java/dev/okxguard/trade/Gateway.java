package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalBroken;
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
  private final Entrance entrance;
  private final Backlog backlog;
  private final Replay replay;
  private final Settlement settlement;

  public Gateway(Desk desk) {
    this.desk = desk;
    this.ids = new Ids(desk.environment(), desk.time(), desk.random());
    this.entrance = new Entrance(desk);
    Resolver resolver = new Resolver(desk.exchange(), desk.time(), desk.progress());
    this.backlog = new Backlog(desk, resolver);
    this.replay = new Replay(desk);
    this.settlement = new Settlement(resolver);
  }

  /// Places the order at most once, or says why not.
  public Outcome place(PlaceRequest request) {
    return run(new Placement(desk, ids, request, false));
  }

  /// What [#place] would say, up to the point of sending. Sends and records nothing.
  public Outcome check(PlaceRequest request) {
    return check(new Placement(desk, ids, request, true));
  }

  /// Asks OKX to cancel an order and looks what became of it. Works while halted and without a
  /// usable journal, since it only reduces risk.
  ///
  /// @throws Fault REJECTED when OKX knows no such order
  public Outcome cancel(CancelRequest request) {
    return run(new Cancellation(desk, ids, request));
  }

  /// Takes a position off, wholly or in part, and looks whether it is gone. Works while halted, and
  /// without a journal, a lock or a policy; never opens anything.
  ///
  /// @throws Fault REJECTED when there is no such position, USAGE when several could be meant,
  ///   UNREACHABLE when the positions cannot be read; nothing was sent then
  public Outcome close(CloseRequest request) {
    return run(new Closing(desk, ids, request));
  }

  /// What [#close] would send. Sends and records nothing.
  public Outcome check(CloseRequest request) {
    return check(new Closing(desk, ids, request));
  }

  /// Closes every open leg, each like [#close], whatever becomes of the others.
  ///
  /// @throws Fault UNREACHABLE when the positions cannot be read
  public ClosedLegs closeAll(boolean autoCxl) {
    return ClosedLegs.of(desk, autoCxl, this::close);
  }

  /// What [#closeAll] would send. Sends and records nothing.
  public ClosedLegs checkAll(boolean autoCxl) {
    return ClosedLegs.of(desk, autoCxl, this::check);
  }

  /// Cancels every pending order of the selection, page by page, until a read shows none or time is
  /// up. Works while halted, and without a journal, a lock or a policy.
  ///
  /// @throws Fault when the pending orders cannot be read at all; nothing was sent then
  public Cancelled cancelAll(CancelSelection selection) {
    try (Account account = entrance.toReduce()) {
      CancelAll.Sender sender =
          (write, bodies) -> desk.exchange().send(write, bodies, Optional.empty());
      return new CancelAll(desk, ids, account, sender).run(selection);
    }
  }

  /// Changes a setting that decides how much an order risks.
  public Outcome set(SettingRequest request) {
    return run(new SettingChange(desk, ids, request));
  }

  /// Asks OKX what became of every open intent, and records it. Sends nothing.
  public List<Resolved> resolve() {
    try (Account account = entrance.toEnter()) {
      return backlog.resolve(account);
    }
  }

  /// Whether anything may be entered at all: settles open intents, then looks at the halt, the
  /// policy and what is still unknown. Sends nothing.
  public Outcome standing() {
    AccountConfig config = entrance.config();
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
    try (Account account = entrance.enter(errand)) {
      settleEarlier(errand, account);
      Outcome outcome =
          switch (consider(errand, account)) {
            case Plan.Refused refused -> refused(errand, account, refused.outcome());
            case Plan.Ready ready -> send(errand, account, ready);
          };
      settleLater(errand, account, outcome);
      return outcome;
    }
  }

  private Outcome check(Errand errand) {
    try (Account account = entrance.enter(errand)) {
      settleEarlier(errand, account);
      return switch (consider(errand, account)) {
        case Plan.Refused refused -> refused.outcome();
        case Plan.Ready ready -> new Outcome.Allowed(ready.ticket());
      };
    }
  }

  /// Whether the errand may go, and as what.
  private Plan consider(Errand errand, Account account) {
    Optional<Outcome> earlier = earlier(errand, account);
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

  /// The first outcome of a repeated key. An exit does without when the journal cannot tell.
  private Optional<Outcome> earlier(Errand errand, Account account) {
    if (!account.journaled()) {
      return Optional.empty();
    }
    try {
      return replay.of(errand, account);
    } catch (JournalBroken broken) {
      if (!errand.reduces()) {
        throw broken;
      }
      desk.progress().accept("no earlier outcome can be looked up: " + broken.getMessage());
      return Optional.empty();
    }
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
    Optional<Instant> expiry = expiry(errand, ready);
    Sent sent = written(errand, account, ready, expiry);
    WriteReply reply = desk.exchange().send(ready.write(), ready.body(), expiry);
    return settlement.settle(errand, account, sent, reply);
  }

  /// An exit goes out without an expiry when OKX's clock cannot be had: it can open nothing,
  /// however late it arrives.
  private Optional<Instant> expiry(Errand errand, Plan.Ready ready) {
    if (!ready.write().expires()) {
      return Optional.empty();
    }
    try {
      return Optional.of(desk.exchange().serverTime().plus(VALIDITY));
    } catch (Fault fault) {
      if (!errand.reduces() || fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      desk.progress().accept("OKX's clock could not be read: " + fault.getMessage());
      return Optional.empty();
    }
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

  /// What only reduces risk does not wait for the fate of earlier intents; only its own key's first
  /// attempt must be known before.
  private void settleEarlier(Errand errand, Account account) {
    if (!errand.reduces()) {
      backlog.resolve(account);
    } else if (errand.key().isPresent()) {
      settleQuietly(account);
    }
  }

  /// What an exit went ahead of is settled after it, unless OKX does not answer now.
  private void settleLater(Errand errand, Account account, Outcome outcome) {
    if (errand.reduces() && !(outcome instanceof Outcome.Unknown)) {
      settleQuietly(account);
    }
  }

  private void settleQuietly(Account account) {
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
