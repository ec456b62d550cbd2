package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether an order exists or existed: by its client id, among the pending ones, in the history, in
/// the fills. A client id can be somebody else's or an older order's, so that content and time must
/// fit too.
record OrderFate(Exchange exchange) implements Fate {
  /// An order older than its intent by more than this is another use of the same id.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /// OKX forgets orders cancelled without a fill after two hours.
  private static final Duration MEMORY = Duration.ofMinutes(100);

  /// The windows of the newer lists: 7 days of orders, 3 days of fills. Older ones are archived.
  private static final Duration HISTORY = Duration.ofDays(7).minusHours(1);

  private static final Duration FILLS = Duration.ofDays(3).minusHours(1);

  @Override
  public int rounds() {
    return 30;
  }

  @Override
  public Optional<Resolution> look(Event.Intent intent, Instant since, boolean late) {
    Instant from = born(intent, since).minus(CLOCK_TOLERANCE);
    Optional<Order> order =
        new OrderLook(exchange).placed(intent).filter(o -> fits(o, intent, from));
    if (order.isEmpty() && late) {
      order = search(intent, from);
    }
    if (order.isPresent()) {
      return order.map(Resolution.Found::new);
    }
    return late ? filled(intent, from) : Optional.empty();
  }

  /// Nothing found is proof only while OKX would still remember an order that was cancelled without
  /// a fill; later it means no more than that nothing of it is left.
  @Override
  public Resolution nothing(Event.Intent intent) {
    boolean forgotten =
        intent.expiry().stream()
            .anyMatch(expiry -> exchange.serverTime().isAfter(expiry.plus(MEMORY)));
    return forgotten
        ? new Resolution.Forgotten(
            "nothing of it is left at OKX; it may have been cancelled without a fill")
        : new Resolution.Absent(
            "OKX never accepted it: it is past its expiry and twice neither orders, history nor"
                + " fills know it");
  }

  private Optional<Order> search(Event.Intent intent, Instant from) {
    Optional<Order> live = matching(exchange.pendingOrders(), intent, from);
    if (live.isPresent()) {
      return live;
    }
    return types(intent).stream().flatMap(type -> past(type, intent, from).stream()).findFirst();
  }

  private Optional<Order> past(InstType type, Event.Intent intent, Instant from) {
    Optional<Order> recent = matching(exchange.history(type, from), intent, from);
    return recent.isEmpty() && older(from, HISTORY)
        ? matching(exchange.archive(type, from), intent, from)
        : recent;
  }

  private boolean older(Instant from, Duration window) {
    return from.isBefore(exchange.serverTime().minus(window));
  }

  /// Where OKX may list the order of that intent.
  static List<InstType> types(Event.Intent intent) {
    InstType type =
        InstType.of(intent.instType()).orElseGet(() -> InstType.byForm(intent.instId()));
    boolean cash = intent.request().path("tdMode").asString("").equals(TdMode.CASH.word());
    return types(type, cash);
  }

  /// Where OKX may list an order. A spot pair traded on credit is listed as margin, or as spot
  /// where the account's mode has no other way to trade it.
  static List<InstType> types(InstType type, boolean cash) {
    return type == InstType.SPOT && !cash ? List.of(InstType.SPOT, InstType.MARGIN) : List.of(type);
  }

  private static Optional<Order> matching(List<Order> orders, Event.Intent intent, Instant from) {
    return orders.stream().filter(o -> fits(o, intent, from)).findFirst();
  }

  /// When the intent was written, by the exchange's clock: its expiry was counted from there. The
  /// local clock, which may have been wrong by hours, only stands in where there is no expiry.
  private static Instant born(Event.Intent intent, Instant since) {
    return intent.expiry().map(expiry -> expiry.minus(Gateway.VALIDITY)).orElse(since);
  }

  /// Whether an order is the one the intent wanted, by what no amendment can change. OKX's own
  /// close of a whole leg names no side.
  private static boolean fits(Order order, Event.Intent intent, Instant from) {
    String side = intent.request().path("side").asString(order.side().word());
    return order.clOrdId().equals(intent.clOrdId())
        && order.instId().equals(intent.instId())
        && order.side().word().equals(side)
        && !order.created().isBefore(from);
  }

  private Optional<Resolution> filled(Event.Intent intent, Instant from) {
    return fills(intent, from)
        .filter(f -> f.clOrdId().equals(intent.clOrdId()) && f.instId().equals(intent.instId()))
        .map(Fill::ordId)
        .distinct()
        .map(ordId -> named(intent.instId(), ordId))
        .filter(order -> fits(order, intent, from))
        .findFirst()
        .map(Resolution.Found::new);
  }

  private Stream<Fill> fills(Event.Intent intent, Instant from) {
    return older(from, FILLS)
        ? types(intent).stream().flatMap(type -> exchange.fillsArchive(type, from).stream())
        : exchange.fills(from).stream();
  }

  private Order named(String instId, String ordId) {
    return exchange
        .orderById(instId, ordId)
        .orElseThrow(
            () ->
                new Fault(
                    ExitCode.UNREACHABLE,
                    "fills name order " + ordId + " but it cannot be read",
                    ""));
  }
}
