package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.okx.WriteReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Requests that can only reduce risk, one after the other, each on record where there is a
/// journal. One refusal or lost answer keeps nothing else from going.
final class Reductions {
  private static final Subject NOTHING = new Subject("", "", "");

  private final Desk desk;
  private final Ids ids;
  private final Account account;
  private final Sender sender;

  private final Set<String> met = new LinkedHashSet<>();
  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final List<Event.Intent> unanswered = new ArrayList<>();
  private int requests;
  private boolean untold;
  private boolean cancelTaken;

  /// The gateway's way to the exchange.
  @FunctionalInterface
  interface Sender {
    WriteReplies send(Write write, List<ObjectNode> bodies);
  }

  Reductions(Desk desk, Ids ids, Account account, Sender sender) {
    this.desk = desk;
    this.ids = ids;
    this.account = account;
    this.sender = sender;
  }

  /// Cancels all of them, in requests as full as may be.
  void cancelOrders(List<Order> orders) {
    cancel(Write.CANCEL, orders.stream().map(o -> named(o.instId(), "ordId", o.ordId())).toList());
  }

  /// The same for algo orders; OKX takes those of one type together.
  void cancelAlgos(List<Algo> algos) {
    Map<String, List<ObjectNode>> byType =
        algos.stream()
            .collect(
                Collectors.groupingBy(
                    a -> a.type().word(),
                    TreeMap::new,
                    Collectors.mapping(
                        a -> named(a.instId(), "algoId", a.algoId()), Collectors.toList())));
    byType.values().forEach(ofOneType -> cancel(Write.CANCEL_ALGO, ofOneType));
  }

  private static ObjectNode named(String instId, String idField, String id) {
    return JsonNodeFactory.instance.objectNode().put("instId", instId).put(idField, id);
  }

  private void cancel(Write write, List<ObjectNode> bodies) {
    bodies.forEach(body -> met.add(id(body)));
    for (int from = 0; from < bodies.size(); from += write.most()) {
      List<ObjectNode> part = bodies.subList(from, Math.min(from + write.most(), bodies.size()));
      ObjectNode request = JsonNodeFactory.instance.objectNode();
      request.putArray("orders").addAll(part);
      send(write, part, intent(ids.next(), "cancel-batch", NOTHING, request));
    }
  }

  /// Closes a leg, or a part of it.
  ///
  /// @param id the client id in the body
  WriteReply close(Write write, Leg leg, ClOrdId id, ObjectNode body) {
    Subject subject = new Subject(leg.instType().name(), leg.instId(), id.text());
    return send(write, List.of(body), intent(id, "close", subject, body)).get(0);
  }

  /// What an intent is about, each "" where there is none.
  private record Subject(String instType, String instId, String clOrdId) {}

  private Event.Intent intent(ClOrdId id, String action, Subject subject, ObjectNode request) {
    return new Event.Intent(
        id.text(),
        Optional.empty(),
        Digest.sha256(List.of(action, request.toString())),
        action,
        subject.instType(),
        subject.instId(),
        subject.clOrdId(),
        false,
        request,
        Optional.empty(),
        dropped(),
        desk.policy().digest());
  }

  /// By OKX's clock, as for every intent: asked no second time once it cannot be had, so that
  /// several requests do not each wait for it.
  private Optional<Instant> dropped() {
    if (untold) {
      return Optional.empty();
    }
    Optional<Instant> ends = new Scribe(desk).signatureEnds();
    untold = ends.isEmpty();
    return ends;
  }

  private WriteReplies send(Write write, List<ObjectNode> bodies, Event.Intent intent) {
    remarks.add(account.note(intent));
    requests++;
    try {
      WriteReplies replies = sender.send(write, bodies);
      settle(intent, replies);
      return replies;
    } catch (Fault fault) {
      remarks.add(account.note(Outcomes.word(intent, Outcomes.NOT_SENT, fault.getMessage())));
      remarks.add(bearable(fault).getMessage());
      return new WriteReplies(
          bodies.stream()
              .map(_ -> (WriteReply) new WriteReply.NotSent(fault.getMessage()))
              .toList());
    }
  }

  /// One word for the request: whatever of it is open leaves it open, else what was taken counts.
  private void settle(Event.Intent intent, WriteReplies replies) {
    boolean open = false;
    boolean taken = false;
    String said = "";
    for (WriteReply reply : replies.all()) {
      switch (reply) {
        case WriteReply.Accepted _ -> taken = true;
        case WriteReply.Refused busy when unsent(busy) -> {
          said = busy.error().meaning();
          remarks.add(text(busy.error()));
        }
        case WriteReply.Refused refused -> {
          said = refused.error().code() + " " + refused.error().message();
          refusals.add(text(refused.error()));
        }
        case WriteReply.NotSent not -> {
          said = not.reason();
          remarks.add(said);
        }
        case WriteReply.Unknown unknown -> {
          open = true;
          said = unknown.error().message();
        }
      }
    }
    if (open) {
      unanswered.add(intent);
    }
    cancelTaken |= taken && cancels(intent);
    remarks.add(account.note(outcome(intent, word(open, taken, replies), said, replies)));
  }

  private static Event.Outcome outcome(
      Event.Intent intent, String word, String said, WriteReplies replies) {
    boolean order = !cancels(intent) && replies.get(0) instanceof WriteReply.Accepted;
    return order
        ? Outcomes.accepted(intent, ((WriteReply.Accepted) replies.get(0)).id())
        : Outcomes.word(intent, word, said);
  }

  /// OKX's refusal in words.
  static String text(ExchangeError error) {
    return error.code() + " " + error.message() + " (" + error.meaning() + ")";
  }

  private static String word(boolean open, boolean taken, WriteReplies replies) {
    if (open) {
      return Outcomes.UNKNOWN;
    }
    boolean unsent = replies.all().stream().allMatch(Reductions::unsent);
    return taken ? Outcomes.ACCEPTED : unsent ? Outcomes.NOT_SENT : Outcomes.REJECTED;
  }

  /// Whether nothing of it was accepted, and it may be sent again: also where OKX had no time for
  /// it.
  private static boolean unsent(WriteReply reply) {
    return reply instanceof WriteReply.NotSent
        || reply instanceof WriteReply.Refused no && no.error().kind() == ExchangeError.Kind.BUSY;
  }

  /// Settles the cancels whose answer was lost, where none of their orders rests any more.
  ///
  /// @param left ids of the orders and algo orders that rest, by a good look
  void seen(Set<String> left) {
    unanswered.removeIf(intent -> cancels(intent) && gone(intent, left));
  }

  private static boolean cancels(Event.Intent intent) {
    return intent.request().has("orders");
  }

  private boolean gone(Event.Intent intent, Set<String> left) {
    boolean none =
        intent.request().path("orders").values().stream()
            .noneMatch(item -> left.contains(id((ObjectNode) item)));
    if (none) {
      remarks.add(
          account.note(
              Outcomes.word(intent, Outcomes.ACCEPTED, "none of the orders rests any more")));
    }
    return none;
  }

  private static String id(ObjectNode body) {
    return body.path("ordId").asString(body.path("algoId").asString(""));
  }

  /// Ids of the orders whose cancel was asked for.
  Set<String> met() {
    return met;
  }

  /// How many requests went out, or tried to.
  int requests() {
    return requests;
  }

  /// What OKX said against one, a text each.
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// What else there is to know, a text each.
  List<String> remarks() {
    remarks.remove("");
    return List.copyOf(remarks);
  }

  /// Whether the fate of a cancel is not known.
  boolean cancelUnanswered() {
    return unanswered.stream().anyMatch(Reductions::cancels);
  }

  /// Whether OKX took a cancel.
  boolean cancelTaken() {
    return cancelTaken;
  }

  /// A fault that stops one request but not the next look.
  static Fault bearable(Fault fault) {
    if (fault.exitCode() == ExitCode.INTERRUPTED) {
      throw fault;
    }
    return fault;
  }
}
