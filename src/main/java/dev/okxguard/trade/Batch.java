package dev.okxguard.trade;

import dev.okxguard.guard.Ahead;
import dev.okxguard.guard.Guard;
import dev.okxguard.guard.OrderRequest;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.okx.WriteReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// Several errands of one kind under one lock: as many to a request as OKX takes, each judged with
/// those before it counted in, each with an intent, a verdict and an outcome of its own.
final class Batch {
  /// What the batch shares with single errands, and the one way out.
  record Steps(
      Entrance entrance,
      Scribe scribe,
      Replay replay,
      Settlement settlement,
      Function<Write, Optional<Instant>> expiry,
      Post post) {}

  /// Sends bodies in one request, once.
  @FunctionalInterface
  interface Post {
    WriteReplies send(Write write, List<ObjectNode> bodies, Optional<Instant> expiry);
  }

  private final Desk desk;
  private final Steps steps;
  private final Write write;
  private final List<Item> items;
  private Optional<Instant> expiry = Optional.empty();
  private boolean posted;

  Batch(Desk desk, Steps steps, Write write, List<Errand> errands) {
    this.desk = desk;
    this.steps = steps;
    this.write = write;
    this.items = errands.stream().map(Item::new).toList();
  }

  /// @param settled told after each request how many have an outcome
  List<Outcome> run(IntConsumer settled) {
    return all(
        true,
        (account, chunk) -> {
          post(account, chunk);
          settled.accept((int) items.stream().filter(item -> !item.open()).count());
        });
  }

  List<Outcome> check() {
    return all(false, (_, chunk) -> chunk.forEach(item -> item.end(allowed(item))));
  }

  private static Outcome allowed(Item item) {
    return new Outcome.Allowed(item.ready().orElseThrow().ticket());
  }

  /// What happens to the items of one request that may go.
  private interface Last {
    void with(Account account, List<Item> chunk);
  }

  private List<Outcome> all(boolean real, Last last) {
    boolean reduces = items.stream().allMatch(item -> item.errand().reduces());
    uniqueKeys();
    try (Account account = steps.entrance().enter(reduces)) {
      steps.entrance().settleEarlier(reduces, account);
      if (account.journaled()) {
        items.forEach(item -> steps.replay().of(item.errand(), account).ifPresent(item::end));
      }
      List<Item> open = items.stream().filter(Item::open).toList();
      for (int from = 0; from < open.size(); from += write.most()) {
        List<Item> part = open.subList(from, Math.min(open.size(), from + write.most()));
        chunk(account, part, last);
        if (real) {
          part.forEach(item -> item.outcome().ifPresent(it -> RepeatStop.after(account, it)));
        }
      }
      List<Outcome> outcomes = items.stream().map(item -> item.outcome().orElseThrow()).toList();
      if (reduces) {
        steps.entrance().settleBehind(outcomes, account);
      }
      return outcomes;
    }
  }

  private void uniqueKeys() {
    Set<String> seen = new HashSet<>();
    for (Item item : items) {
      item.errand()
          .key()
          .filter(key -> !seen.add(key))
          .ifPresent(
              key -> {
                throw new Fault(
                    ExitCode.USAGE,
                    "intent id '" + key + "' is in the batch twice",
                    "each order needs an intent id of its own");
              });
    }
  }

  /// Trouble before the first request is the command's; later it is these items', since the
  /// outcomes of those before must be told.
  private void chunk(Account account, List<Item> chunk, Last last) {
    try {
      consider(account, chunk);
      List<Item> ready = chunk.stream().filter(Item::open).toList();
      if (!ready.isEmpty()) {
        last.with(account, ready);
      }
    } catch (Fault fault) {
      if (!posted) {
        throw fault;
      }
      chunk.stream().filter(Item::open).forEach(item -> item.end(failed(account, item, fault)));
    }
  }

  /// Whether each may go. The halt is looked at before the reads and after them.
  private void consider(Account account, List<Item> chunk) {
    Departure departure = Departure.from(desk);
    refuseOpen(
        account, chunk, i -> departure.halted(i.errand(), account, () -> ticket(account, i)));
    chunk.stream().filter(Item::open).forEach(item -> ask(account, item));
    List<OrderDraft> drafts =
        chunk.stream().flatMap(item -> item.asked().stream()).map(OrderRequest::draft).toList();
    if (!drafts.isEmpty()) {
      desk.progress().accept("reading positions, orders, balance and prices");
      judge(account, chunk, FactsReader.of(desk).read(drafts, account));
    }
    expiry = steps.expiry().apply(write);
    refuseOpen(account, chunk, i -> departure.held(i.errand(), account, ticket(account, i)));
    onceEach(account, chunk);
  }

  private void refuseOpen(
      Account account, List<Item> chunk, Function<Item, Optional<Outcome>> why) {
    chunk.stream()
        .filter(Item::open)
        .forEach(item -> why.apply(item).ifPresent(no -> refuse(account, item, no)));
  }

  private void ask(Account account, Item item) {
    try {
      switch (item.errand()) {
        case Judged judged -> item.asks(judged.asked());
        case Errand plain -> take(account, item, plain.plan(account));
      }
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.AUTH || fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      item.end(failed(account, item, fault));
    }
  }

  private void judge(Account account, List<Item> chunk, Readout readout) {
    for (Item item : chunk) {
      if (item.open() && item.errand() instanceof Judged judged) {
        OrderRequest asked = item.asked().orElseThrow();
        Snapshot snapshot =
            readout.of(asked.draft(), ahead(item, chunk, readout.common().pendingOrders()));
        take(account, item, judged.plan(account, asked, snapshot));
        if (item.open()
            && judged.sized(asked.draft(), snapshot.facts()) instanceof Sized.Ready(var sized)) {
          item.counts(new Guard().ahead(asked.of(sized), snapshot.facts(), desk.policy()));
        }
      }
    }
  }

  /// Everything the batch sends before that item, but for what the reading shows already.
  private List<Ahead> ahead(Item of, List<Item> chunk, Optional<List<Order>> resting) {
    Set<String> shown = new HashSet<>();
    resting.ifPresent(all -> all.forEach(order -> shown.add(order.clOrdId())));
    Predicate<Item> shows =
        item ->
            !chunk.contains(item)
                && item.ahead().flatMap(Ahead::changes).isEmpty()
                && item.ready().filter(plan -> shown.contains(plan.clOrdId())).isPresent();
    return items.subList(0, items.indexOf(of)).stream()
        .filter(Item::unseen)
        .filter(shows.negate())
        .flatMap(item -> item.ahead().stream())
        .toList();
  }

  private void take(Account account, Item item, Plan plan) {
    switch (plan) {
      case Plan.Refused refused -> refuse(account, item, refused.outcome());
      case Plan.Ready ready -> item.may(ready);
    }
  }

  private void refuse(Account account, Item item, Outcome outcome) {
    item.end(steps.scribe().refused(item.errand(), account, outcome));
  }

  /// OKX's answers name orders, so that no order may be in a request twice.
  private void onceEach(Account account, List<Item> chunk) {
    Set<String> named = new HashSet<>();
    for (Item item : chunk) {
      String ordId = item.ready().map(plan -> plan.body().path("ordId").asString("")).orElse("");
      if (item.open() && !ordId.isEmpty() && !named.add(ordId)) {
        String reason = "an earlier item of the batch is about this order already";
        item.end(new Outcome.NotSent(ticket(account, item), reason, Optional.empty()));
      }
    }
  }

  private static Ticket ticket(Account account, Item item) {
    return item.ready()
        .map(Plan.Ready::ticket)
        .orElseGet(() -> Ticket.bare(account.uid(), item.errand().wanted()));
  }

  private void post(Account account, List<Item> chunk) {
    boolean reduces = chunk.getFirst().errand().reduces();
    List<Sent> sent =
        chunk.stream()
            .map(i -> steps.scribe().intent(i.errand(), i.ready().orElseThrow(), expiry))
            .toList();
    steps.scribe().write(reduces, account, sent);
    posted = true;
    List<ObjectNode> bodies = sent.stream().map(s -> s.intent().request()).toList();
    try {
      settle(account, chunk, sent, steps.post().send(write, bodies, expiry));
    } catch (Fault fault) {
      for (int i = 0; i < chunk.size(); i++) {
        leaveOpen(chunk.get(i), sent.get(i), fault);
      }
    }
  }

  /// Its intent is on record and has no outcome: only asking OKX closes it.
  private static void leaveOpen(Item item, Sent sent, Fault fault) {
    if (item.open()) {
      item.end(new Outcome.Unknown(sent.ticket(), fault.getMessage(), fault.exchange()));
    }
  }

  /// What is unknown comes last, since finding out takes time in which the rest must be on record.
  private void settle(Account account, List<Item> chunk, List<Sent> sent, WriteReplies replies) {
    List<Integer> unknown = new ArrayList<>();
    for (int i = 0; i < chunk.size(); i++) {
      if (replies.get(i) instanceof WriteReply.Unknown) {
        unknown.add(i);
      } else {
        settle(account, chunk.get(i), sent.get(i), replies.get(i));
      }
    }
    unknown.forEach(i -> settle(account, chunk.get(i), sent.get(i), replies.get(i)));
  }

  private void settle(Account account, Item item, Sent sent, WriteReply reply) {
    item.end(steps.settlement().settle(item.errand(), account, sent, reply));
  }

  private Outcome failed(Account account, Item item, Fault fault) {
    Ticket ticket = ticket(account, item);
    if (fault.exitCode() != ExitCode.REJECTED) {
      return new Outcome.NotSent(ticket, fault.getMessage(), fault.exchange());
    }
    return Outcome.Rejected.of(ticket, fault);
  }
}
