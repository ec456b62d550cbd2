package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Finds out what became of an order whose fate is unknown, by asking and never by sending again.
///
/// Proof that there is none: the exchange's clock is past the request's expiry, and then twice, a
/// second apart, neither the order query, nor the pending orders, nor the history, nor the fills
/// know the client id, with every one of those reads having succeeded.
final class Resolver {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// How far past the expiry "not there" begins to count: clock error and late visibility.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /// An order older than its intent by more than this is somebody else's use of the same id.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  private static final int CONCLUSIVE_ROUNDS = 2;

  /// How long OKX takes a signed request that carries no expiry (30 s), and a little more.
  private static final Duration SIGNATURE_LIFE = Duration.ofSeconds(32);

  /// How often the effect of such a request is looked for before the command gives up.
  private static final int LATE_ROUNDS = 4;

  /// OKX forgets orders cancelled without a fill after two hours.
  private static final Duration MEMORY = Duration.ofMinutes(100);

  /// Bounds the wait when the exchange's clock stands still.
  private static final int MAX_ROUNDS = 30;

  private final Exchange exchange;
  private final Time time;
  private final Consumer<String> progress;

  Resolver(Exchange exchange, Time time, Consumer<String> progress) {
    this.exchange = exchange;
    this.time = time;
    this.progress = progress;
  }

  /// What became of any intent, by its action.
  Resolution what(Event.Intent intent, Instant since) {
    return switch (intent.action()) {
      case "place" -> order(intent, since);
      case "cancel" -> guarded(() -> settled(since, () -> cancelled(intent)));
      case "set-leverage" -> guarded(() -> settled(since, () -> leverageSet(intent)));
      case "set-position-mode" -> guarded(() -> settled(since, () -> modeSet(intent)));
      default ->
          new Resolution.Open("a newer version wrote '" + intent.action() + "'", Optional.empty());
    };
  }

  /// What became of the order that intent wanted.
  ///
  /// @param since when the intent was written
  Resolution order(Event.Intent intent, Instant since) {
    progress.accept("asking OKX what became of " + intent.clOrdId());
    return guarded(() -> ask(intent, since));
  }

  /// A request without an expiry may arrive late: that nothing has changed proves something only
  /// once OKX would refuse its signature.
  ///
  /// @param effect what is the case when the request had its effect, empty while it had none
  private Resolution settled(Instant since, Supplier<Optional<String>> effect)
      throws InterruptedException {
    for (int round = 0; round < LATE_ROUNDS; round++) {
      Optional<String> seen = effect.get();
      if (seen.isPresent()) {
        return new Resolution.Done(seen.get());
      }
      if (time.now().isAfter(since.plus(SIGNATURE_LIFE))) {
        return new Resolution.Absent();
      }
      time.pause(PAUSE);
    }
    return new Resolution.Open(
        "no effect yet, but OKX would still take the request", Optional.empty());
  }

  private Optional<String> cancelled(Event.Intent intent) {
    String ordId = intent.request().path("ordId").asString("");
    Optional<Order> order = exchange.orderById(intent.instId(), ordId);
    if (order.isPresent() && !order.get().state().isFinal()) {
      return Optional.empty();
    }
    return Optional.of(
        "the order is "
            + order.map(o -> o.state().word()).orElse("no longer known to the exchange"));
  }

  private Optional<String> leverageSet(Event.Intent intent) {
    BigDecimal wanted = Decimals.parse(intent.request().path("lever").asString("")).orElseThrow();
    TdMode mode = TdMode.of(intent.request().path("mgnMode").asString("")).orElseThrow();
    return exchange
        .leverage(intent.instId(), mode)
        .filter(lever -> Decimals.same(lever, wanted))
        .map(_ -> "the leverage is set");
  }

  private Optional<String> modeSet(Event.Intent intent) {
    String wanted = intent.request().path("posMode").asString("");
    return Optional.of("the position mode is set")
        .filter(_ -> exchange.config().posMode().word().equals(wanted));
  }

  private static Resolution guarded(Question question) {
    try {
      return question.ask();
    } catch (Fault fault) {
      return new Resolution.Open(fault.getMessage(), fault.exchange());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Resolution.Open("interrupted while asking", Optional.empty());
    }
  }

  private Resolution ask(Event.Intent intent, Instant since) throws InterruptedException {
    int absent = 0;
    for (int round = 0; round < MAX_ROUNDS && absent < CONCLUSIVE_ROUNDS; round++) {
      boolean conclusive = expired(intent);
      Optional<Resolution> found = find(intent, since, conclusive);
      if (found.isPresent()) {
        return found.get();
      }
      absent = conclusive ? absent + 1 : 0;
      if (absent < CONCLUSIVE_ROUNDS) {
        time.pause(PAUSE);
      }
    }
    return absent < CONCLUSIVE_ROUNDS
        ? new Resolution.Open("the exchange's clock does not pass the expiry", Optional.empty())
        : absent(intent);
  }

  /// Nothing found is proof only while OKX would still remember an order that was cancelled without
  /// a fill; later it means no more than that nothing of it is left.
  private Resolution absent(Event.Intent intent) {
    boolean forgotten =
        intent.expiry().stream()
            .anyMatch(expiry -> exchange.serverTime().isAfter(expiry.plus(MEMORY)));
    return forgotten
        ? new Resolution.Forgotten(
            "nothing of it is left at OKX; it may have been cancelled without a fill")
        : new Resolution.Absent();
  }

  /// Whether the exchange would drop the request by now. Without an expiry the margin after the
  /// intent's own time has to do.
  private boolean expired(Event.Intent intent) {
    return intent.expiry().stream()
        .allMatch(expiry -> exchange.serverTime().isAfter(expiry.plus(MARGIN)));
  }

  private Optional<Resolution> find(Event.Intent intent, Instant since, boolean everywhere) {
    ClOrdId id = new ClOrdId(intent.clOrdId());
    Instant from = born(intent, since).minus(CLOCK_TOLERANCE);
    Optional<Order> order = exchange.order(intent.instId(), id).filter(o -> fits(o, intent, from));
    if (order.isEmpty() && everywhere) {
      order = search(intent, from);
    }
    if (order.isPresent()) {
      return order.map(Resolution.Found::new);
    }
    return everywhere ? filled(intent, from) : Optional.empty();
  }

  private Optional<Order> search(Event.Intent intent, Instant from) {
    List<Order> pending = exchange.pendingOrders();
    Optional<Order> live = matching(pending, intent, from);
    if (live.isPresent()) {
      return live;
    }
    InstType type =
        InstType.of(intent.instType()).orElseGet(() -> InstType.byForm(intent.instId()));
    return matching(exchange.history(type, from), intent, from);
  }

  private static Optional<Order> matching(List<Order> orders, Event.Intent intent, Instant from) {
    return orders.stream().filter(o -> fits(o, intent, from)).findFirst();
  }

  /// When the intent was written, by the exchange's clock: its expiry was counted from there. The
  /// local clock, which may have been wrong by hours, only stands in where there is no expiry.
  private static Instant born(Event.Intent intent, Instant since) {
    return intent.expiry().map(expiry -> expiry.minus(Gateway.VALIDITY)).orElse(since);
  }

  /// Whether an order is the one the intent wanted, by what no amendment can change.
  private static boolean fits(Order order, Event.Intent intent, Instant from) {
    return order.clOrdId().equals(intent.clOrdId())
        && order.instId().equals(intent.instId())
        && order.side().word().equals(intent.request().path("side").asString(""))
        && !order.created().isBefore(from);
  }

  private Optional<Resolution> filled(Event.Intent intent, Instant from) {
    return exchange.fills(from).stream()
        .filter(f -> f.clOrdId().equals(intent.clOrdId()) && f.instId().equals(intent.instId()))
        .map(Fill::ordId)
        .distinct()
        .map(
            ordId ->
                exchange
                    .orderById(intent.instId(), ordId)
                    .orElseThrow(
                        () ->
                            new Fault(
                                ExitCode.UNREACHABLE,
                                "fills name order " + ordId + " but it cannot be read",
                                "")))
        .filter(order -> fits(order, intent, from))
        .findFirst()
        .map(Resolution.Found::new);
  }

  /// Something to ask the exchange.
  private interface Question {
    Resolution ask() throws InterruptedException;
  }

  /// What asking gave.
  sealed interface Resolution {
    /// The order exists, or existed.
    record Found(Order order) implements Resolution {}

    /// What the intent wanted is the case.
    record Done(String remark) implements Resolution {}

    /// Proven: it was never accepted.
    record Absent() implements Resolution {}

    /// Not there now, and too old to say whether it ever was: it holds nothing, but it must not be
    /// taken for never sent.
    record Forgotten(String remark) implements Resolution {}

    /// Still not known.
    record Open(String reason, Optional<ExchangeError> error) implements Resolution {}
  }
}
