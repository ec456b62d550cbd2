package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.okx.WriteReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cancels everything of a selection: look, cancel what is there in full requests, look again,
/// until nothing is left or a bound is reached. Stops that an open position needs stay. One refusal
/// or lost answer keeps nothing else from going.
final class CancelAll {
  private static final int PASSES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final Desk desk;
  private final Ids ids;
  private final Account account;
  private final Sender sender;

  private final Map<Algo, Denial> kept = new LinkedHashMap<>();
  private final Set<String> met = new LinkedHashSet<>();
  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final List<Event.Intent> unanswered = new ArrayList<>();

  /// The gateway's way to the exchange.
  @FunctionalInterface
  interface Sender {
    WriteReplies send(Write write, List<ObjectNode> bodies);
  }

  /// What rests of the selection.
  private record Resting(List<Order> orders, List<Algo> algos) {
    boolean none() {
      return orders.isEmpty() && algos.isEmpty();
    }
  }

  CancelAll(Desk desk, Ids ids, Account account, Sender sender) {
    this.desk = desk;
    this.ids = ids;
    this.account = account;
    this.sender = sender;
  }

  /// @throws Fault when what rests cannot be read at first
  Cancelled run(CancelSelection selection) {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (!denials.isEmpty()) {
      return Cancelled.denied(account.uid(), denials);
    }
    Resting resting = read(selection);
    Optional<String> unread = Optional.empty();
    long end = desk.time().nanos() + PATIENCE.toNanos();
    try {
      for (int pass = 0; pass < PASSES && goesOn(resting, unread, end); pass++) {
        cancel(resting);
        desk.time().pause(BETWEEN);
        try {
          resting = read(selection);
          unread = Optional.empty();
        } catch (Fault fault) {
          unread = Optional.of(bearable(fault).getMessage());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unread = Optional.of("interrupted");
    }
    return told(resting, unread);
  }

  private boolean goesOn(Resting resting, Optional<String> unread, long end) {
    return !(resting.none() && unread.isEmpty()) && desk.time().nanos() - end < 0;
  }

  private Resting read(CancelSelection selection) {
    List<Order> orders = desk.exchange().pendingOrders().stream().filter(selection::takes).toList();
    return new Resting(orders, selection.algos() ? algos(selection) : List.of());
  }

  private List<Algo> algos(CancelSelection selection) {
    List<Algo> pending = desk.exchange().pendingAlgos();
    List<Algo> wanted = pending.stream().filter(selection::takes).toList();
    kept.clear();
    kept.putAll(new NeededStops(desk).of(wanted, pending));
    return wanted.stream().filter(algo -> !kept.containsKey(algo)).toList();
  }

  private void cancel(Resting resting) {
    List<ObjectNode> orders =
        resting.orders().stream().map(o -> body(o.instId(), "ordId", o.ordId())).toList();
    send(Write.CANCEL, orders);
    Map<String, List<ObjectNode>> algos =
        resting.algos().stream()
            .collect(
                Collectors.groupingBy(
                    a -> a.type().word(),
                    TreeMap::new,
                    Collectors.mapping(
                        a -> body(a.instId(), "algoId", a.algoId()), Collectors.toList())));
    algos.values().forEach(ofOneType -> send(Write.CANCEL_ALGO, ofOneType));
  }

  private ObjectNode body(String instId, String idField, String id) {
    met.add(id);
    return JsonNodeFactory.instance.objectNode().put("instId", instId).put(idField, id);
  }

  private void send(Write write, List<ObjectNode> bodies) {
    for (int from = 0; from < bodies.size(); from += write.most()) {
      sendOne(write, bodies.subList(from, Math.min(from + write.most(), bodies.size())));
    }
  }

  private void sendOne(Write write, List<ObjectNode> bodies) {
    Event.Intent intent = intent(bodies);
    remarks.add(account.note(intent));
    try {
      settle(intent, sender.send(write, bodies));
    } catch (Fault fault) {
      remarks.add(account.note(Outcomes.word(intent, Outcomes.NOT_SENT, fault.getMessage())));
      remarks.add(bearable(fault).getMessage());
    }
  }

  private Event.Intent intent(List<ObjectNode> bodies) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.putArray("orders").addAll(bodies);
    return new Event.Intent(
        ids.next().text(),
        Optional.empty(),
        Digest.sha256(List.of("cancel-batch", request.toString())),
        "cancel-batch",
        "",
        "",
        "",
        false,
        request,
        Optional.empty(),
        Optional.<Instant>empty(),
        desk.policy().digest());
  }

  /// One word for the request: whatever of it is open leaves it open, else what was taken counts.
  private void settle(Event.Intent intent, WriteReplies replies) {
    boolean open = false;
    boolean taken = false;
    String said = "";
    for (WriteReply reply : replies.all()) {
      switch (reply) {
        case WriteReply.Accepted _ -> taken = true;
        case WriteReply.Refused refused -> {
          said = refused.error().code() + " " + refused.error().message();
          refusals.add(said + " (" + refused.error().meaning() + ")");
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
    remarks.add(account.note(Outcomes.word(intent, word(open, taken, replies), said)));
  }

  private static String word(boolean open, boolean taken, WriteReplies replies) {
    if (open) {
      return Outcomes.UNKNOWN;
    }
    boolean unsent = replies.all().stream().allMatch(r -> r instanceof WriteReply.NotSent);
    return taken ? Outcomes.ACCEPTED : unsent ? Outcomes.NOT_SENT : Outcomes.REJECTED;
  }

  /// What of it was lost is settled by the last look, where that shows none of it.
  private Cancelled told(Resting resting, Optional<String> unread) {
    if (unread.isEmpty()) {
      unanswered.removeIf(intent -> gone(intent, resting));
    }
    remarks.remove("");
    return new Cancelled(
        account.uid(),
        met.size() + kept.size(),
        resting.orders(),
        Stream.concat(resting.algos().stream(), kept.keySet().stream()).toList(),
        unread,
        List.copyOf(refusals),
        !unanswered.isEmpty(),
        List.copyOf(kept.values()),
        String.join("; ", remarks));
  }

  private boolean gone(Event.Intent intent, Resting resting) {
    Set<String> left = resting.orders().stream().map(Order::ordId).collect(Collectors.toSet());
    resting.algos().forEach(algo -> left.add(algo.algoId()));
    boolean none =
        intent.request().path("orders").values().stream()
            .noneMatch(
                item ->
                    left.contains(item.path("ordId").asString(""))
                        || left.contains(item.path("algoId").asString("")));
    if (none) {
      remarks.add(
          account.note(
              Outcomes.word(intent, Outcomes.ACCEPTED, "none of the orders rests any more")));
    }
    return none;
  }

  /// A fault that stops one request but not the next look.
  private static Fault bearable(Fault fault) {
    if (fault.exitCode() == ExitCode.INTERRUPTED) {
      throw fault;
    }
    return fault;
  }
}
