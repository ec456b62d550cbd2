package dev.okxguard.cli.guard;

import dev.okxguard.cli.Session;
import dev.okxguard.journal.Entry;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is used of the limits, by dotted key. For people; the guard judges by its own measure.
final class Usage {
  private Usage() {}

  /// What the journal alone can tell; nothing when there is none.
  static Map<String, String> onRecord(Session session, Optional<String> uid) {
    Map<String, String> used = new LinkedHashMap<>();
    uid.flatMap(id -> ledger(session, id))
        .ifPresent(
            ledger -> {
              count(ledger, session.time().now(), used);
              ledger.latest().marks().ifPresent(marks -> lost(marks, session.time().now(), used));
            });
    return used;
  }

  /// What the breakers saw at their last look; a day that is over says nothing of today's loss.
  private static void lost(Event.Marks marks, Instant now, Map<String, String> used) {
    Instant today = now.truncatedTo(ChronoUnit.DAYS);
    if (!marks.at().isBefore(today)) {
      used.put("breakers.max_daily_loss_ratio", fallen(marks.dayStart(), marks.equity()));
    }
    used.put("breakers.max_drawdown", fallen(marks.highWater(), marks.equity()));
  }

  private static String fallen(BigDecimal from, BigDecimal to) {
    BigDecimal lost = from.subtract(to).max(BigDecimal.ZERO);
    return from.signum() <= 0
        ? "not known"
        : Decimals.text(Decimals.floorTo(Decimals.divide(lost, from), STEP));
  }

  /// That and what the account shows.
  ///
  /// @throws Fault as its reads do
  static Map<String, String> now(Session session) {
    Map<String, String> used = onRecord(session, Optional.of(session.exchange().config().uid()));
    List<Position> held = session.exchange().positions().stream().filter(it -> !it.flat()).toList();
    int resting =
        session.exchange().pendingOrders().size() + session.exchange().pendingAlgos().size();
    used.put("limits.max_open_positions", Integer.toString(held.size()));
    used.put("limits.max_open_orders", Integer.toString(resting));
    most(held, Position::notionalUsd)
        .ifPresent(usd -> used.put("limits.max_position_size", Decimals.text(usd)));
    most(held, Position::lever)
        .ifPresent(lever -> used.put("limits.max_leverage", Decimals.text(lever)));
    measure(session.exchange().balance(), held, used);
    return used;
  }

  private static void measure(Balance balance, List<Position> held, Map<String, String> used) {
    if (balance.totalEq().signum() <= 0) {
      return;
    }
    BigDecimal total =
        held.stream()
            .flatMap(it -> it.notionalUsd().stream())
            .map(BigDecimal::abs)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    used.put(
        "limits.max_total_ratio",
        Decimals.text(Decimals.floorTo(Decimals.divide(total, balance.totalEq()), STEP)));
  }

  private static final BigDecimal STEP = new BigDecimal("0.0001");

  private static Optional<BigDecimal> most(
      List<Position> held, Function<Position, Optional<BigDecimal>> figure) {
    return held.stream()
        .flatMap(it -> figure.apply(it).stream())
        .map(BigDecimal::abs)
        .max(Comparator.naturalOrder());
  }

  private static void count(Ledger ledger, Instant now, Map<String, String> used) {
    used.put("limits.max_daily_trades", since(ledger, now.truncatedTo(ChronoUnit.DAYS)));
    used.put("limits.max_orders_per_minute", since(ledger, now.minus(Duration.ofMinutes(1))));
    long repeated =
        ledger.entriesSince(now.minus(Duration.ofHours(1))).stream()
            .collect(Collectors.groupingBy(Usage::direction, Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    used.put("limits.repeat_limit", Long.toString(repeated));
  }

  private static String direction(Entry entry) {
    return entry.instId() + " " + entry.side();
  }

  private static String since(Ledger ledger, Instant time) {
    return Integer.toString(ledger.entriesSince(time).size());
  }

  private static Optional<Ledger> ledger(Session session, String uid) {
    Path journal = session.state().journal(session.environment(), uid);
    if (!Files.isDirectory(journal)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JournalReader.ledger(journal));
    } catch (Fault fault) {
      session.progress("the journal cannot be read: " + fault.getMessage());
      return Optional.empty();
    }
  }
}
