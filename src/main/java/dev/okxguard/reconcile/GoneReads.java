package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks what became of orders that are known and wait no more. What the exchange has forgotten is
/// left out.
record GoneReads(Exchange exchange, Deadline deadline) {
  /// More than that are not asked for one by one.
  private static final int FEW = 40;

  /// How far back the lists go that are read instead.
  private static final Duration LISTED = Duration.ofDays(6);

  /// By id.
  ///
  /// @throws Unread when they could not be read
  Map<String, Order> orders(List<Books.Lookup> lookups) {
    List<Books.Lookup> wanted = lookups.stream().filter(it -> !it.algo()).toList();
    Map<String, Order> found = new HashMap<>();
    if (wanted.size() > FEW) {
      listedOrders(wanted).forEach(order -> found.put(order.ordId(), order));
    }
    ordersOneByOne(unlisted(wanted, found)).forEach(order -> found.put(order.ordId(), order));
    return found;
  }

  /// By id.
  ///
  /// @throws Unread when they could not be read
  Map<String, Algo> algos(List<Books.Lookup> lookups) {
    List<Books.Lookup> wanted = lookups.stream().filter(Books.Lookup::algo).toList();
    Map<String, Algo> found = new HashMap<>();
    if (wanted.size() > FEW) {
      listedAlgos().forEach(algo -> found.put(algo.algoId(), algo));
    }
    algosOneByOne(unlisted(wanted, found)).forEach(algo -> found.put(algo.algoId(), algo));
    return found;
  }

  /// The lists go by when an order was created: of those that waited for longer a few are asked
  /// for.
  private static List<Books.Lookup> unlisted(List<Books.Lookup> wanted, Map<String, ?> found) {
    return wanted.stream().filter(it -> !found.containsKey(it.id())).limit(FEW).toList();
  }

  private List<Order> ordersOneByOne(List<Books.Lookup> wanted) {
    try (Reads reads = new Reads(deadline)) {
      return values(
              reads,
              wanted.stream()
                  .map(
                      it ->
                          reads.start(
                              "order " + it.id(),
                              () -> new ById(exchange).order(it.instId(), it.id())))
                  .toList())
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private List<Algo> algosOneByOne(List<Books.Lookup> wanted) {
    try (Reads reads = new Reads(deadline)) {
      return values(
              reads,
              wanted.stream()
                  .map(it -> reads.start("algo order " + it.id(), () -> exchange.algoById(it.id())))
                  .toList())
          .flatMap(Optional::stream)
          .toList();
    }
  }

  private List<Order> listedOrders(List<Books.Lookup> wanted) {
    Instant now = exchange.serverTime();
    Span span = new Span(now.minus(LISTED), now);
    List<InstType> types =
        wanted.stream()
            .map(it -> InstType.byForm(it.instId()))
            .flatMap(
                type -> type == InstType.SPOT ? Stream.of(type, InstType.MARGIN) : Stream.of(type))
            .distinct()
            .toList();
    try (Reads reads = new Reads(deadline)) {
      return values(
              reads,
              types.stream()
                  .map(type -> reads.start("orders of " + type, () -> exchange.orders(type, span)))
                  .toList())
          .flatMap(List::stream)
          .toList();
    }
  }

  private List<Algo> listedAlgos() {
    Instant since = exchange.serverTime().minus(LISTED);
    try (Reads reads = new Reads(deadline)) {
      return values(
              reads,
              Arrays.stream(AlgoType.values())
                  .map(
                      type ->
                          reads.start(
                              "ended algo orders, " + type.word(),
                              () -> exchange.algoHistory(type, since)))
                  .toList())
          .flatMap(List::stream)
          .toList();
    }
  }

  private static <T> Stream<T> values(Reads reads, List<Readings.Reading<T>> readings) {
    reads.all(readings);
    return readings.stream().map(reads::value);
  }
}
