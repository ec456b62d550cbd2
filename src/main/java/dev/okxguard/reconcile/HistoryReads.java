package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what happened on the account.
record HistoryReads(Exchange exchange, Deadline deadline) {
  /// Up to that many orders are asked for one by one.
  private static final int FEW = 40;

  /// How many fills or bills one look reads and holds. OKX gives as many bills in 40 seconds.
  static final int MOST = 20_000;

  /// Orders live a while before they fill.
  private static final Duration EARLIER = Duration.ofHours(1);

  static final Set<InstType> TYPES =
      Set.of(InstType.SPOT, InstType.MARGIN, InstType.SWAP, InstType.FUTURES, InstType.OPTION);

  /// Fills and bills of a span, on their way.
  record Started(
      Span span, Readings.Reading<List<Fill>> fills, Readings.Reading<List<Bill>> bills) {}

  /// Starts to read what happened since a little before the span: what is late shows there. Of more
  /// than [#MOST] the newest are read.
  Started start(Reads reads, Span span) {
    Span wide = wide(span);
    return new Started(
        span,
        reads.start("fills", () -> exchange.fills(wide, TYPES, MOST)),
        reads.start("bills", () -> exchange.bills(wide, MOST)));
  }

  private static Span wide(Span span) {
    return new Span(span.from().minus(Bookkeeping.OVERLAP), span.to());
  }

  /// What happened in that span, unless that is more than so many fills or bills.
  ///
  /// @throws Unread when it could not be read
  Slice read(Span span, int most) {
    try (Reads reads = new Reads(deadline)) {
      var fills = reads.start("fills", () -> exchange.fills(span, TYPES, most));
      var bills = reads.start("bills", () -> exchange.bills(span, most));
      reads.all(List.of(fills, bills));
      History read = new History(span, reads.value(fills), reads.value(bills), Map.of());
      boolean all = read.fills().size() <= most && read.bills().size() <= most;
      return all ? new Slice.Whole(read) : new Slice.TooMuch(newest(read, most));
    }
  }

  /// How long a time the newest of what is too much took.
  private static Duration newest(History read, int most) {
    Stream<Instant> times =
        read.bills().size() > most
            ? read.bills().stream().map(Bill::time)
            : read.fills().stream().map(Fill::time);
    List<Instant> sorted = times.sorted().toList();
    return Duration.between(sorted.getFirst(), sorted.getLast());
  }

  /// The same with the orders behind it that are needed to tell whose doing it was.
  ///
  /// @throws Unread when they could not be read
  History explained(History history, Books books, Ours ours) {
    Map<String, String> unknown = unknown(history, books, ours);
    Map<String, Order> orders = new HashMap<>();
    boolean listed = unknown.size() > FEW;
    if (listed) {
      listed(history.span(), unknown).forEach(order -> orders.put(order.ordId(), order));
    }
    unknown.keySet().removeAll(orders.keySet());
    one(unknown).forEach(order -> orders.put(order.ordId(), order));
    unknown.keySet().removeAll(orders.keySet());
    Instant now = exchange.serverTime();
    unknown.values().removeIf(instId -> !ById.ended(instId, now));
    if (!listed && !unknown.isEmpty()) {
      listed(history.span(), unknown).forEach(order -> orders.put(order.ordId(), order));
    }
    return new History(history.span(), history.fills(), history.bills(), orders);
  }

  /// Instruments by the order ids that have to be asked for.
  private static Map<String, String> unknown(History history, Books books, Ours ours) {
    Map<String, String> unknown = new HashMap<>();
    Set<String> billed = new HashSet<>();
    for (Bill bill : history.bills()) {
      bill.mgnMode().ifPresent(_ -> billed.add(bill.ordId()));
      boolean order = !bill.ordId().isEmpty() && !bill.instId().isEmpty();
      if (order && !ours.gave(bill.clOrdId(), bill.ordId())) {
        unknown.put(bill.ordId(), bill.instId());
      }
    }
    for (Fill fill : history.fills()) {
      boolean modeUnknown = fill.instType().contracts() && !billed.contains(fill.ordId());
      if (modeUnknown || !ours.gave(fill.clOrdId(), fill.ordId())) {
        unknown.put(fill.ordId(), fill.instId());
      }
    }
    unknown.keySet().removeAll(books.orders().keySet());
    return unknown;
  }

  private List<Order> listed(Span span, Map<String, String> wanted) {
    Span created = new Span(span.from().minus(Bookkeeping.OVERLAP).minus(EARLIER), span.to());
    Set<InstType> types = EnumSet.noneOf(InstType.class);
    wanted.values().forEach(instId -> types.add(InstType.byForm(instId)));
    if (types.contains(InstType.SPOT)) {
      types.add(InstType.MARGIN);
    }
    OrderSearch search = new OrderSearch(wanted, span.from(), FEW);
    try (Reads reads = new Reads(deadline)) {
      List<Readings.Reading<List<Order>>> lists =
          types.stream()
              .map(
                  type ->
                      reads.start(
                          "orders of " + type,
                          () -> exchange.orders(type, created, search.enough(type))))
              .toList();
      reads.all(lists);
      return lists.stream()
          .flatMap(list -> reads.value(list).stream())
          .filter(order -> wanted.containsKey(order.ordId()))
          .toList();
    }
  }

  /// What is beyond few is left out, and counts as nobody's we know.
  private List<Order> one(Map<String, String> wanted) {
    try (Reads reads = new Reads(deadline)) {
      List<Readings.Reading<Optional<Order>>> orders = new ArrayList<>();
      wanted.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .limit(FEW)
          .forEach(
              order ->
                  orders.add(
                      reads.start(
                          "order " + order.getKey(),
                          () -> new ById(exchange).order(order.getValue(), order.getKey()))));
      reads.all(orders);
      return orders.stream().flatMap(order -> reads.value(order).stream()).toList();
    }
  }
}
