package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.okx.WriteReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a cancel around its one request: which order, what the journal says, what became of
/// it.
final class Cancellation {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(150);
  private static final int LOOKS = 20;

  private final Desk desk;
  private final Resolver resolver;

  Cancellation(Desk desk, Resolver resolver) {
    this.desk = desk;
    this.resolver = resolver;
  }

  static ObjectNode body(CancelRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", request.instId());
    request.ordId().ifPresent(id -> body.put("ordId", id));
    request.clOrdId().ifPresent(id -> body.put("clOrdId", id));
    return body;
  }

  /// An order to cancel.
  record Target(InstType instType, String instId, String ordId, String clOrdId) {
    static Target of(Order order) {
      return new Target(order.instType(), order.instId(), order.ordId(), order.clOrdId());
    }
  }

  /// The order meant. When it cannot be looked up, its id alone has to do.
  Target find(CancelRequest request) {
    try {
      return look(request)
          .map(Target::of)
          .orElseThrow(
              () ->
                  new Fault(
                      ExitCode.REJECTED,
                      "OKX knows no such order on " + request.instId(),
                      "look with: okx order list --instId " + request.instId()));
    } catch (Fault fault) {
      boolean unread =
          fault.exitCode() == ExitCode.UNREACHABLE || fault.exitCode() == ExitCode.BUSY;
      if (!unread || request.ordId().isEmpty()) {
        throw fault;
      }
      desk.progress().accept("could not look the order up: " + fault.getMessage());
      InstType type = InstType.byForm(request.instId());
      return new Target(
          type, request.instId(), request.ordId().get(), request.clOrdId().orElse(""));
    }
  }

  private Optional<Order> look(CancelRequest request) {
    return request.ordId().isPresent()
        ? desk.exchange().orderById(request.instId(), request.ordId().get())
        : desk.exchange().order(request.instId(), new ClOrdId(request.clOrdId().orElseThrow()));
  }

  Event.Intent intent(Target order, String intentId) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("instId", order.instId());
    request.put("ordId", order.ordId());
    return new Event.Intent(
        intentId,
        Optional.empty(),
        Digest.sha256(List.of("cancel", order.instId(), order.ordId())),
        "cancel",
        order.instType().name(),
        order.instId(),
        order.clOrdId(),
        false,
        request,
        Optional.empty(),
        Optional.empty(),
        desk.policy().digest());
  }

  Outcome settle(Account account, Event.Intent intent, Ticket ticket, WriteReply reply) {
    return switch (reply) {
      case WriteReply.Accepted accepted -> {
        Optional<Order> seen = untilFinal(intent);
        note(
            account,
            seen.map(o -> Outcomes.accepted(intent, o))
                .orElseGet(() -> Outcomes.accepted(intent, accepted.ordId())));
        yield new Outcome.Accepted(
            ticket, intent.request().path("ordId").asString(""), seen, false, remark(seen));
      }
      case WriteReply.Refused refused -> refused(account, intent, ticket, refused.error());
      case WriteReply.NotSent not -> {
        note(account, Outcomes.word(intent, Outcomes.NOT_SENT, not.reason()));
        yield new Outcome.NotSent(ticket, not.reason(), Optional.empty());
      }
      case WriteReply.Unknown unknown -> unknown(account, intent, ticket, unknown.error());
    };
  }

  private Outcome refused(
      Account account, Event.Intent intent, Ticket ticket, ExchangeError error) {
    boolean busy = error.kind() == ExchangeError.Kind.BUSY;
    note(account, Outcomes.error(intent, busy ? Outcomes.NOT_SENT : Outcomes.REJECTED, error));
    return busy
        ? new Outcome.NotSent(ticket, error.meaning(), Optional.of(error))
        : new Outcome.Rejected(ticket, error, false);
  }

  private Outcome unknown(
      Account account, Event.Intent intent, Ticket ticket, ExchangeError error) {
    return switch (resolver.what(intent, desk.time().now())) {
      case Resolver.Resolution.Done done -> {
        note(account, Outcomes.word(intent, Outcomes.ACCEPTED, done.remark()));
        yield new Outcome.Accepted(
            ticket,
            intent.request().path("ordId").asString(""),
            untilFinal(intent),
            false,
            "the answer was lost; " + done.remark());
      }
      case Resolver.Resolution.Found found ->
          new Outcome.Accepted(
              ticket, found.order().ordId(), Optional.of(found.order()), false, "");
      case Resolver.Resolution.Absent _ -> {
        note(account, Outcomes.error(intent, Outcomes.NOT_SENT, error));
        yield new Outcome.NotSent(
            ticket, "the order still rests at OKX; the cancel did not arrive", Optional.of(error));
      }
      case Resolver.Resolution.Forgotten gone ->
          new Outcome.Unknown(ticket, gone.remark(), Optional.of(error));
      case Resolver.Resolution.Open open -> {
        note(account, Outcomes.error(intent, Outcomes.UNKNOWN, error));
        yield new Outcome.Unknown(ticket, open.reason(), Optional.of(error));
      }
    };
  }

  private Optional<Order> untilFinal(Event.Intent intent) {
    Optional<Order> seen = Optional.empty();
    try {
      for (int i = 0; i < LOOKS; i++) {
        seen =
            desk.exchange().orderById(intent.instId(), intent.request().path("ordId").asString(""));
        if (seen.isPresent() && seen.get().state().isFinal()) {
          return seen;
        }
        desk.time().pause(LOOK_AGAIN);
      }
    } catch (Fault fault) {
      desk.progress().accept("could not read the order: " + fault.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen;
  }

  private static String remark(Optional<Order> seen) {
    if (seen.isEmpty()) {
      return "OKX took the request; the order's state could not be read";
    }
    return seen.get().state().isFinal()
        ? ""
        : "OKX took the request, but the order is still " + seen.get().state().word();
  }

  /// Recording must never keep a cancel from happening.
  void note(Account account, Event event) {
    try {
      account.record(event);
    } catch (Fault fault) {
      desk.progress().accept("not in the journal: " + fault.getMessage());
    }
  }
}
