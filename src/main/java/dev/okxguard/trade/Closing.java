package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.journal.Event;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.okx.Write;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One leg of a position to be closed, wholly or in part. Usually by a reduce-only order of exactly
/// the size, since what became of that can be told for certain; by OKX's own close of the whole leg
/// where no such order can serve.
final class Closing implements Errand {
  private static final int LOOKS = 3;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Desk desk;
  private final Ids ids;
  private final CloseRequest request;

  /// What the plan came to, for the check afterwards.
  private Optional<CloseTarget> planned = Optional.empty();

  Closing(Desk desk, Ids ids, CloseRequest request) {
    this.desk = desk;
    this.ids = ids;
    this.request = request;
  }

  @Override
  public String action() {
    return "close";
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
    request.mgnMode().ifPresent(mode -> body.put("mgnMode", mode.word()));
    request.posSide().ifPresent(side -> body.put("posSide", side.word()));
    request.ccy().ifPresent(ccy -> body.put("ccy", ccy));
    body.put("close", request.size().text());
    if (request.autoCxl()) {
      body.put("autoCxl", true);
    }
    return body;
  }

  @Override
  public boolean reduces() {
    return true;
  }

  /// Only read-only stops it, and not knowing the position.
  @Override
  public Plan plan(Account account) {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (!denials.isEmpty()) {
      return new Plan.Refused(Outcome.Denied.of(Ticket.bare(account.uid(), wanted()), denials));
    }
    LegChoice choice = new LegChoice(request);
    List<Position> positions = positions(choice);
    Position leg = choice.among(positions);
    Optional<Denial> trace = traced(account, leg);
    if (trace.isPresent()) {
      return new Plan.Refused(
          Outcome.Denied.of(Ticket.bare(account.uid(), wanted()), List.of(trace.get())));
    }
    CloseSizing sizing = new CloseSizing(leg, instrument(leg));
    CloseTarget target = CloseTarget.of(leg, positions, sizing.of(request.size()));
    planned = Optional.of(target);
    boolean order = !target.whole() || sizing.byOrder(target.sz()) && orderServes(leg, account);
    if (!target.whole()) {
      leaveRoom(target, account);
    }
    return ready(account, target, order);
  }

  /// An exit goes without a journal too, so that its key may be on no record but the exchange's.
  private Optional<Denial> traced(Account account, Position leg) {
    List<InstType> types = OrderFate.types(leg.instType(), false);
    return key()
        .flatMap(
            key ->
                account
                    .traces()
                    .against(
                        new Traces.Named(account.uid(), key, rival()),
                        types,
                        Optional.empty(),
                        false));
  }

  private Plan ready(Account account, CloseTarget target, boolean order) {
    ClOrdId id = ids.next(account.uid(), request.key());
    ObjectNode body =
        order
            ? desk.exchange().orderBody(target.order(), id)
            : desk.exchange().closeBody(target.position(), request.autoCxl(), id);
    Ticket ticket = Ticket.bare(account.uid(), body).judged(target.notionalUsd(), List.of());
    Write write = order ? Write.ORDER : Write.CLOSE;
    return Plan.Ready.of(ticket, id.text(), target.position().instType(), false, write, body);
  }

  /// A list without the leg is read again: it lags behind at times, and whoever closes right after
  /// an entry must not be told that nothing is there.
  private List<Position> positions(LegChoice choice) {
    List<Position> read = positions();
    try {
      for (int look = 1; look < LOOKS && choice.none(read); look++) {
        desk.time().pause(LOOK_AGAIN);
        read = positions();
      }
      return read;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted before anything was sent", "");
    }
  }

  private List<Position> positions() {
    try {
      return desk.exchange().positions();
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.AUTH || fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      throw new Fault(
          ExitCode.UNREACHABLE,
          "the positions could not be read, so nothing was sent: " + fault.getMessage(),
          "repeat it; if it goes on, close the position in OKX's app, and stop entries with:"
              + " okx guard halt",
          fault.exchange());
    }
  }

  private Optional<Instrument> instrument(Position leg) {
    try {
      return desk.exchange().instrument(leg.instType(), leg.instId());
    } catch (Fault fault) {
      desk.progress().accept("could not read the instrument: " + fault.getMessage());
      return Optional.empty();
    }
  }

  private boolean orderServes(Position leg, Account account) {
    return !request.autoCxl() && account.holdsToReduce(leg);
  }

  /// Where OKX ignores reduce-only, what else is pending against the leg, or may still arrive,
  /// could turn it together with this order.
  private void leaveRoom(CloseTarget target, Account account) {
    if (request.autoCxl()) {
      throw new Fault(
          ExitCode.USAGE,
          "OKX cancels closing orders by itself only for a whole close",
          "leave out --autoCxl, or the size");
    }
    if (orderServes(target.position(), account) || account.settings().isEmpty()) {
      return;
    }
    Stream<BigDecimal> resting =
        desk.exchange().pendingOrders().stream()
            .filter(order -> against(target, order))
            .map(Order::remaining);
    Stream<BigDecimal> coming =
        new OnTheWay(desk, account).intents().map(intent -> against(target, intent));
    BigDecimal ahead = Stream.concat(resting, coming).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (ahead.compareTo(target.rest()) > 0) {
      throw new Fault(
          ExitCode.REJECTED,
          "with the orders that rest against it or may still arrive this could turn the position;"
              + " nothing was sent",
          "cancel them first: okx order cancel-all --instId " + request.instId());
    }
  }

  /// What of the leg an intent may take off; OKX's own close, which names no side, all of it.
  private static BigDecimal against(CloseTarget target, Event.Intent intent) {
    JsonNode body = intent.request();
    Position leg = target.position();
    boolean whole = intent.action().equals("close") && !body.has("side");
    String mode = body.path(whole ? "mgnMode" : "tdMode").asString("");
    boolean side = body.path("side").asString("").equals(target.order().side().word());
    return intent.instId().equals(leg.instId())
            && mode.equals(leg.mgnMode().word())
            && (whole || side)
        ? Decimals.parse(body.path("sz").asString("")).orElse(target.held().abs())
        : BigDecimal.ZERO;
  }

  private static boolean against(CloseTarget target, Order order) {
    Position leg = target.position();
    return order.instId().equals(leg.instId())
        && order.tdMode() == leg.mgnMode()
        && order.side() == target.order().side();
  }

  @Override
  public boolean proves() {
    return true;
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    CloseTarget target = planned.orElseThrow();
    CloseCheck.Seen seen = new CloseCheck(desk, target).look(sent, taken);
    return switch (seen.verdict()) {
      case CloseCheck.Safe safe -> {
        String noted = account.note(Outcomes.accepted(sent.intent(), seen.order(), taken.id()));
        String remark = Outcomes.join(safe.remark(), Outcomes.join(target.remark(), noted));
        yield new Outcome.Accepted(
            sent.ticket(),
            seen.ordId(taken),
            seen.order(),
            false,
            Outcomes.join(taken.remark(), remark));
      }
      case CloseCheck.Unsafe unsafe -> unsafe(account, sent, seen, unsafe.reason());
    };
  }

  /// Stops trading: a person must look.
  private Outcome unsafe(Account account, Sent sent, CloseCheck.Seen seen, String what) {
    String reason = "closing " + planned.orElseThrow().leg().text() + ": " + what;
    String halted = account.halt(reason);
    String ordId = seen.order().map(Order::ordId).orElse("");
    String noted = account.note(Outcomes.unsafe(sent.intent(), ordId, seen.order(), reason));
    return new Outcome.Unsafe(
        sent.ticket(), ordId, seen.order(), Outcomes.join(reason, Outcomes.join(halted, noted)));
  }
}
