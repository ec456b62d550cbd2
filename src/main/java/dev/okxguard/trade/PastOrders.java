package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import dev.okxguard.journal.Entry;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Pair;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What was sent of late, by the journal and by the exchange's own record: whichever knows more, so
/// that an emptied or moved state directory resets no count.
final class PastOrders {
  /// Longer than a UTC day, so that the day's count never depends on when in the day it is.
  private static final Duration WINDOW = Duration.ofHours(25);

  private static final List<InstType> TYPES =
      List.of(InstType.SPOT, InstType.SWAP, InstType.FUTURES);

  /// The longest time that a count of entries looks back on within a day.
  private static final Duration COUNTED = Duration.ofHours(1);

  private static final List<InstType> RARE = List.of(InstType.MARGIN, InstType.OPTION);

  private final List<Readings.Reading<List<Order>>> histories;
  private final Instant since;

  private PastOrders(List<Readings.Reading<List<Order>>> histories, Instant since) {
    this.histories = histories;
    this.since = since;
  }

  /// Of rare types only those are read that may be entered at all, and no further back than what
  /// uses up the day's entries, so that an account on which others trade a lot is known at once.
  ///
  /// @param allowed types that may be entered
  /// @param most how many entries a day may have
  static PastOrders start(Readings readings, Exchange exchange, Set<String> allowed, int most) {
    Instant now = exchange.serverTime();
    Instant since = now.minus(WINDOW);
    List<Readings.Reading<List<Order>>> histories = new ArrayList<>();
    Stream.concat(TYPES.stream(), RARE.stream().filter(type -> allowed.contains(type.name())))
        .forEach(
            type ->
                histories.add(
                    readings.start(
                        "order history of " + type,
                        () -> exchange.history(type, since, read -> enough(read, now, most)))));
    return new PastOrders(histories, since);
  }

  private static boolean enough(List<Order> read, Instant now, int most) {
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
    return !read.isEmpty()
        && read.getLast().created().isBefore(now.minus(COUNTED))
        && read.stream()
                .filter(order -> mayHaveEntered(order) && !order.created().isBefore(midnight))
                .count()
            >= most;
  }

  /// Entries on record, newest first; empty when the exchange's record could not be read.
  ///
  /// @param resting what rests now, which the exchange's history leaves out
  Optional<List<Facts.PastEntry>> entries(
      Readings readings, Ledger ledger, Optional<List<Order>> resting) {
    return listed(readings, resting).map(orders -> merged(ledger, orders));
  }

  /// Every order the exchange shows, what rests first.
  private Optional<List<Order>> listed(Readings readings, Optional<List<Order>> resting) {
    List<Order> all = new ArrayList<>();
    Optional<List<Order>> next = resting;
    for (Readings.Reading<List<Order>> history : histories) {
      if (next.isEmpty()) {
        return next;
      }
      all.addAll(next.get());
      next = readings.value(history);
    }
    return next.map(last -> Stream.concat(all.stream(), last.stream()).toList());
  }

  private List<Facts.PastEntry> merged(Ledger ledger, List<Order> orders) {
    Map<String, Order> shown = new HashMap<>();
    orders.stream()
        .filter(order -> !order.clOrdId().isEmpty())
        .forEach(order -> shown.putIfAbsent(order.clOrdId(), order));
    List<Facts.PastEntry> entries = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Entry entry : ledger.entriesSince(since)) {
      if (entry.side().isPresent()) {
        known.add(entry.clOrdId());
      }
      entries.add(entry(entry, Optional.ofNullable(shown.get(entry.clOrdId())), ledger));
    }
    addUnknown(orders, known, entries);
    entries.sort((a, b) -> b.time().compareTo(a.time()));
    return entries;
  }

  /// The journal's times are this computer's, whose clock may have been behind: then the exchange's
  /// time of the order counts.
  private Facts.PastEntry entry(Entry entry, Optional<Order> shown, Ledger ledger) {
    return new Facts.PastEntry(
        shown.map(Order::created).filter(entry.time()::isBefore).orElse(entry.time()),
        entry.instId(),
        side(entry, shown, ledger),
        entry.sz().orElse(BigDecimal.ZERO),
        entry.px(),
        true,
        entry.clOrdId());
  }

  /// An amendment's body names no side: its order does, on record or at the exchange.
  private Side side(Entry entry, Optional<Order> shown, Ledger ledger) {
    if (entry.side().isPresent() || entry.clOrdId().isEmpty()) {
      return entry.side().orElse(Side.BUY);
    }
    return ledger.entriesSince(since).stream()
        .filter(other -> other.clOrdId().equals(entry.clOrdId()))
        .flatMap(other -> other.side().stream())
        .findFirst()
        .or(() -> shown.map(Order::side))
        .orElse(Side.BUY);
  }

  private void addUnknown(List<Order> orders, Set<String> known, List<Facts.PastEntry> entries) {
    orders.stream()
        .filter(order -> mayHaveEntered(order) && !order.created().isBefore(since))
        .filter(order -> order.clOrdId().isEmpty() || known.add(order.clOrdId()))
        .forEach(order -> entries.add(entry(order)));
  }

  /// Orders whose fate is unknown, exits too: a second exit beside one under way could turn the
  /// position.
  static List<Facts.OpenIntent> openIntents(Ledger ledger) {
    return ledger.openIntents().stream()
        .filter(open -> holdsUp(open.intent()))
        .flatMap(PastOrders::onEachSide)
        .toList();
  }

  /// Whether it may change a position, whenever it arrives.
  static boolean holdsUp(Event.Intent intent) {
    return intent.entry() || intent.request().has("side") || intent.action().equals("close");
  }

  /// The body of an amendment or of OKX's own close names no side, so it may be on either.
  private static Stream<Facts.OpenIntent> onEachSide(OpenIntent open) {
    Event.Intent intent = open.intent();
    return Side.of(intent.request().path("side").asString(""))
        .map(Stream::of)
        .orElseGet(() -> Arrays.stream(Side.values()))
        .map(
            side ->
                new Facts.OpenIntent(
                    intent.intentId(), intent.instId(), side, intent.notionalUsd()));
  }

  /// An order the exchange remembers that may have added exposure. When in doubt it counts.
  private static boolean mayHaveEntered(Order order) {
    boolean traded = order.accFillSz().signum() > 0 || !order.state().isFinal();
    boolean exit =
        order.reduceOnly()
            || (order.instType() == InstType.SPOT
                && order.side() == Side.SELL
                && Pair.of(order.instId()).forMoney())
            || order.posSide().closedBy(order.side());
    return traded && !exit && order.category().equals("normal");
  }

  private static Facts.PastEntry entry(Order order) {
    BigDecimal sz = order.sz();
    return new Facts.PastEntry(
        order.created(), order.instId(), order.side(), sz, order.px(), false, order.clOrdId());
  }
}
