package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import dev.okxguard.journal.Entry;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Exchange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was sent of late, by the journal and by the exchange's own record: whichever knows more, so
/// that an emptied or moved state directory resets no count.
final class PastOrders {
  /// Longer than a UTC day, so that the day's count never depends on when in the day it is.
  private static final Duration WINDOW = Duration.ofHours(25);

  private static final List<InstType> TYPES =
      List.of(InstType.SPOT, InstType.SWAP, InstType.FUTURES);

  private final List<Readings.Reading<List<Order>>> histories;
  private final Instant since;

  private PastOrders(List<Readings.Reading<List<Order>>> histories, Instant since) {
    this.histories = histories;
    this.since = since;
  }

  static PastOrders start(Readings readings, Exchange exchange) {
    Instant since = exchange.serverTime().minus(WINDOW);
    List<Readings.Reading<List<Order>>> histories = new ArrayList<>();
    for (InstType type : TYPES) {
      histories.add(
          readings.start("order history of " + type, () -> exchange.history(type, since)));
    }
    return new PastOrders(histories, since);
  }

  /// Entries on record, newest first; empty when the exchange's record could not be read.
  ///
  /// @param resting what rests now, which the exchange's history leaves out
  Optional<List<Facts.PastEntry>> entries(
      Readings readings, Ledger ledger, Optional<List<Order>> resting) {
    List<Facts.PastEntry> entries = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Entry entry : ledger.entriesSince(since)) {
      known.add(entry.clOrdId());
      entries.add(
          new Facts.PastEntry(
              entry.time(),
              entry.instId(),
              entry.side().orElse(Side.BUY),
              entry.sz().orElse(BigDecimal.ZERO),
              entry.px(),
              true,
              entry.clOrdId()));
    }
    if (resting.isEmpty()) {
      return Optional.empty();
    }
    addUnknown(resting.get(), known, entries);
    for (Readings.Reading<List<Order>> history : histories) {
      Optional<List<Order>> orders = readings.value(history);
      if (orders.isEmpty()) {
        return Optional.empty();
      }
      addUnknown(orders.get(), known, entries);
    }
    entries.sort((a, b) -> b.time().compareTo(a.time()));
    return Optional.of(entries);
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
        .map(
            open ->
                new Facts.OpenIntent(
                    open.intent().intentId(),
                    open.intent().instId(),
                    Side.of(open.intent().request().path("side").asString("")).orElse(Side.BUY),
                    open.intent().notionalUsd()))
        .toList();
  }

  private static boolean holdsUp(Event.Intent intent) {
    return intent.entry() || intent.request().has("side") || intent.action().equals("close");
  }

  /// An order the exchange remembers that may have added exposure. When in doubt it counts.
  private static boolean mayHaveEntered(Order order) {
    boolean traded = order.accFillSz().signum() > 0 || !order.state().isFinal();
    boolean exit =
        order.reduceOnly()
            || (order.instType() == InstType.SPOT && order.side() == Side.SELL)
            || (order.posSide() == PosSide.LONG && order.side() == Side.SELL)
            || (order.posSide() == PosSide.SHORT && order.side() == Side.BUY);
    return traded && !exit && order.category().equals("normal");
  }

  private static Facts.PastEntry entry(Order order) {
    BigDecimal sz = order.sz();
    return new Facts.PastEntry(
        order.created(), order.instId(), order.side(), sz, order.px(), false, order.clOrdId());
  }
}
