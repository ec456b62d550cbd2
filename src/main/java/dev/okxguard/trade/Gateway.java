package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.okx.WriteReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The one way a write reaches the exchange, and the only class that knows the order of the steps:
/// lock, resolve, replay, halt, snapshot and guard, intent, one send, classify, outcome, verify.
public final class Gateway {
  /// The exchange drops a request it reads later than this after it was made. The HTTP timeout
  /// outlives it, so that "not there after the expiry" is proof.
  static final Duration VALIDITY = Duration.ofSeconds(5);

  private final Desk desk;
  private final Ids ids;
  private final Backlog backlog;
  private final Entrance entrance;
  private final Scribe scribe;
  private final Replay replay;
  private final Settlement settlement;
  private final Expiry expiry;

  public Gateway(Desk desk) {
    this.desk = desk;
    this.ids = new Ids(desk.environment(), desk.time(), desk.random());
    Resolver resolver = new Resolver(desk.exchange(), desk.time(), desk.progress());
    this.backlog = new Backlog(desk, resolver);
    this.entrance = new Entrance(desk, backlog);
    this.scribe = new Scribe(desk);
    this.replay = new Replay(desk);
    this.settlement = new Settlement(resolver);
    this.expiry = new Expiry(desk);
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
  /// @throws Fault USAGE when its type cannot be changed like that
  public Outcome amendAlgo(AlgoName name, AlgoChanges changes) {
    return run(new AlgoAmendment(desk, ids, name, changes));
  }

  /// Asks OKX to cancel an algo order and looks what became of it. Works while halted and without a
  /// usable journal, but leaves an open position the last stop its policy demands.
  public Outcome cancelAlgo(AlgoName name) {
    return run(new AlgoCancellation(desk, ids, name));
  }

  /// Changes a resting order, or says why not.
  public Outcome amend(AmendRequest request) {
    return run(new Amendment(desk, ids, request));
  }

  /// What [#amend] would say, up to the point of sending.
  public Outcome checkAmend(AmendRequest request) {
    return check(new Amendment(desk, ids, request));
  }

  /// Places several orders, up to 20 in one request, each an intent of its own with its own
  /// outcome. Later ones are judged with the earlier ones counted in.
  ///
  /// @param settled told after each request how many have an outcome
  /// @return the outcomes, in the order of the requests
  /// @throws Fault before anything is sent; later trouble is an outcome
  public List<Outcome> placeAll(List<PlaceRequest> requests, IntConsumer settled) {
    return batch(Write.ORDER, requests, r -> new Placement(desk, ids, r, false)).run(settled);
  }

  /// What [#placeAll] would say, up to the point of sending.
  public List<Outcome> checkAll(List<PlaceRequest> requests) {
    return batch(Write.ORDER, requests, r -> new Placement(desk, ids, r, true)).check();
  }

  /// Changes several resting orders, as [#placeAll] places them.
  ///
  /// @throws Fault as above
  public List<Outcome> amendAll(List<AmendRequest> requests, IntConsumer settled) {
    return batch(Write.AMEND, requests, r -> new Amendment(desk, ids, r)).run(settled);
  }

  /// What [#amendAll] would say, up to the point of sending.
  public List<Outcome> checkAmendAll(List<AmendRequest> requests) {
    return batch(Write.AMEND, requests, r -> new Amendment(desk, ids, r)).check();
  }

  /// Cancels several orders and looks what became of each. Works as [#cancel] does.
  ///
  /// @throws Fault as above
  public List<Outcome> cancelAll(List<CancelRequest> requests, IntConsumer settled) {
    return batch(Write.CANCEL, requests, r -> new Cancellation(desk, ids, r)).run(settled);
  }

  /// What [#cancelAll] would say, up to the point of sending.
  public List<Outcome> checkCancelAll(List<CancelRequest> requests) {
    return batch(Write.CANCEL, requests, r -> new Cancellation(desk, ids, r)).check();
  }

  private <T> Batch batch(Write write, List<T> requests, Function<T, Errand> errand) {
    Batch.Steps steps =
        new Batch.Steps(entrance, scribe, replay, settlement, expiry::of, desk.exchange()::send);
    return new Batch(desk, steps, write, requests.stream().map(errand).toList());
  }

  /// Cancels every pending order of the selection, page by page, until a read shows none or time is
  /// up. Works as [#cancel] does.
  ///
  /// @throws Fault when the pending orders cannot be read at all; nothing was sent then
  public Cancelled cancelAll(CancelSelection selection) {
    try (Account account = entrance.enter(true)) {
      Reductions requests = new Reductions(desk, ids, account, this::reduce);
      return new CancelAll(desk, account, requests, selection).run();
    }
  }

  /// Halts trading, then takes off what the request says, whatever else is broken.
  ///
  /// @param told a line after each pass
  public Killed kill(KillRequest request, Consumer<String> told) {
    KillSwitch.Ways ways = new KillSwitch.Ways(this::reduce, this::carry, told);
    return new KillSwitch(desk.atOnce(), entrance, ids, ways).pull(request);
  }

  /// Arms OKX's dead man's switch for our orders anew; zero switches it off.
  ///
  /// @param why it is switched off, for the record
  public Beat beat(Duration timeout, String why) {
    return new Heart(desk, entrance, this::reduce).beat(timeout, why);
  }

  private WriteReplies reduce(Write write, List<ObjectNode> bodies) {
    return desk.exchange().send(write, bodies, expiry.ifTold(write));
  }

  /// Takes a position off, wholly or in part, and looks whether it is gone. Works while halted, and
  /// without a journal, a lock or a policy; never opens anything.
  ///
  /// @throws Fault USAGE when several could be meant, UNREACHABLE when the positions cannot be
  ///   read; nothing was sent then
  public Outcome close(CloseRequest request) {
    return run(new Closing(desk, ids, request));
  }

  /// What [#close] would send. Sends and records nothing.
  public Outcome checkClose(CloseRequest request) {
    return check(new Closing(desk, ids, request));
  }

  /// Closes every open leg, each like [#close], whatever becomes of the others, and without a wait
  /// between them.
  ///
  /// @throws Fault UNREACHABLE when the positions cannot be read
  public ClosedLegs closeAll(boolean autoCxl) {
    try (Account account = entrance.enter(true)) {
      ClosedLegs closed =
          ClosedLegs.of(
              desk, account.uid(), autoCxl, leg -> carry(new Closing(desk, ids, leg), account));
      entrance.settleBehind(closed.legs(), account);
      return closed;
    }
  }

  /// What [#closeAll] would send. Sends and records nothing.
  public ClosedLegs checkCloseAll(boolean autoCxl) {
    return ClosedLegs.of(desk, entrance.uid(), autoCxl, this::checkClose);
  }

  /// Changes a setting that decides how much an order risks.
  public Outcome set(SettingRequest request) {
    return run(new SettingChange(desk, ids, request));
  }

  /// Asks OKX what became of every open intent, and records it. Sends nothing.
  public List<Resolved> resolve() {
    try (Account account = Account.enter(desk, entrance.config())) {
      return backlog.resolve(account);
    }
  }

  /// Whether anything may be entered at all: settles open intents, then looks at the breakers, the
  /// halt, the policy and what is still unknown. Sends no order; a breaker that trips halts.
  public Standing standing() {
    return new StandingCheck(desk, backlog).of(entrance.config());
  }

  private Outcome run(Errand errand) {
    try (Account account = entrance.enter(errand.reduces())) {
      entrance.settleEarlier(errand, account);
      Outcome outcome = carry(errand, account);
      if (errand.reduces()) {
        entrance.settleBehind(List.of(outcome), account);
      }
      return outcome;
    }
  }

  private Outcome carry(Errand errand, Account account) {
    Departure departure = Departure.from(desk);
    return switch (consider(errand, account, departure)) {
      case Plan.Refused refused ->
          RepeatStop.after(account, scribe.refused(errand, account, refused.outcome()));
      case Plan.Ready ready -> send(errand, account, ready, departure);
    };
  }

  private Outcome check(Errand errand) {
    try (Account account = entrance.enter(errand.reduces())) {
      entrance.settleEarlier(errand, account);
      return switch (consider(errand, account, Departure.from(desk))) {
        case Plan.Refused refused -> refused.outcome();
        case Plan.Ready ready -> new Outcome.Allowed(ready.ticket());
      };
    }
  }

  /// Whether the errand may go, and as what. The halt is looked at before the reads and after them,
  /// which may have taken a while.
  private Plan consider(Errand errand, Account account, Departure departure) {
    Supplier<Ticket> bare = () -> Ticket.bare(account.uid(), errand.wanted());
    Optional<Outcome> refused =
        replay.earlier(errand, account).or(() -> departure.halted(errand, account, bare));
    if (refused.isPresent()) {
      return new Plan.Refused(refused.get());
    }
    Plan plan = planned(errand, account, bare);
    return departure
        .halted(errand, account, plan::ticket)
        .<Plan>map(Plan.Refused::new)
        .orElse(plan);
  }

  /// What is not there, or is over, is an outcome like OKX's own refusal of it; read-only comes
  /// first.
  private Plan planned(Errand errand, Account account, Supplier<Ticket> bare) {
    try {
      return errand.plan(account);
    } catch (Fault fault) {
      if (fault.exitCode() != ExitCode.REJECTED) {
        throw fault;
      }
      List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
      return new Plan.Refused(
          denials.isEmpty()
              ? Outcome.Rejected.of(bare.get(), fault)
              : Outcome.Denied.of(bare.get(), denials));
    }
  }

  private Outcome send(Errand errand, Account account, Plan.Ready ready, Departure departure) {
    Optional<Instant> until =
        errand.reduces() ? expiry.ifTold(ready.write()) : Optional.of(expiry.ofEntry());
    Optional<Outcome> held = departure.held(errand, account, ready.ticket());
    if (held.isPresent()) {
      return scribe.refused(errand, account, held.get());
    }
    Sent sent = scribe.intent(errand, ready, until);
    scribe.write(errand.reduces(), account, List.of(sent));
    WriteReply reply = desk.exchange().send(ready.write(), ready.body(), until);
    return settlement.settle(errand, account, sent, reply);
  }
}
