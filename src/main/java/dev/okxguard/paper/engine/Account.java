package dev.okxguard.paper.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Everything the exchange knows of one account.
///
/// @param trades every match, oldest first
record Account(
    Profile profile,
    Ids ids,
    Ledger ledger,
    FundingAccount funding,
    Orders orders,
    Algos algos,
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
        new FundingAccount(changes),
        new Orders(changes),
        new Algos(changes),
        new Legs(changes),
        new ArrayList<>(),
        new Timers(changes),
        changes);
  }

  /// Whether a live algo order, or one still to come with an order, has that client id.
  boolean algoIdTaken(String algoClOrdId) {
    return algos.liveWith(algoClOrdId) || attachedWith(algoClOrdId);
  }

  /// Whether an order, or one still to be triggered, carries a stop of that client id.
  boolean attachedWith(String algoClOrdId) {
    Stream<Terms> placed =
        algos.parents().stream().flatMap(id -> orders.get(id).stream()).map(OwnOrder::terms);
    Stream<Terms> triggered = algos.live().stream().map(algo -> algo.terms().order());
    return Stream.concat(placed, triggered)
        .flatMap(terms -> terms.attached().stream())
        .anyMatch(attached -> attached.algoClOrdId().equals(algoClOrdId));
  }

  /// Instruments that something open is on; what prices may change something about.
  Stream<String> touched() {
    Stream<String> held = legs.open().stream().map(Leg::instId);
    Stream<String> ordered = orders.pending().stream().map(order -> order.terms().instId());
    Stream<String> watched = algos.live().stream().map(Algo::instId);
    return Stream.of(held, ordered, watched).flatMap(ids -> ids).distinct();
  }

  /// Drops what is older than anything an endpoint shows.
  void forget(Instant now) {
    ledger.forget(now, ARCHIVE);
    funding.forget(now);
    orders.forget(now, ARCHIVE);
    algos.forget(now, ARCHIVE);
    legs.forget(now, ARCHIVE);
    trades.removeIf(trade -> trade.time().isBefore(now.minus(ARCHIVE)));
  }
}
