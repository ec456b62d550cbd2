package dev.okxguard.paper.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Everything the exchange knows of one account.
///
/// @param trades every match, oldest first
record Account(
    Profile profile,
    Ids ids,
    Ledger ledger,
    Orders orders,
    Legs legs,
    List<Trade> trades,
    Timers timers,
    Changes changes) {
  /// OKX's three months.
  static final Duration ARCHIVE = Duration.ofDays(90);

  static Account of(Profile profile, Ids ids, Changes changes) {
    return new Account(
        profile,
        ids,
        new Ledger(ids, changes),
        new Orders(changes),
        new Legs(changes),
        new ArrayList<>(),
        new Timers(changes),
        changes);
  }

  /// Drops what is older than anything an endpoint shows.
  void forget(Instant now) {
    ledger.forget(now, ARCHIVE);
    orders.forget(now, ARCHIVE);
    legs.forget(now, ARCHIVE);
    trades.removeIf(trade -> trade.time().isBefore(now.minus(ARCHIVE)));
  }
}
