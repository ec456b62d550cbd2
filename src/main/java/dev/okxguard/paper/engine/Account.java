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
    Reserved reserved,
    List<Trade> trades,
    Timers timers,
    Changes changes) {
  /// OKX's three months.
  static final Duration ARCHIVE = Duration.ofDays(90);

  static Account of(Profile profile, Ids ids, Changes changes) {
    Reserved reserved = new Reserved();
    return new Account(
        profile,
        ids,
        new Ledger(ids, changes),
        new FundingAccount(changes),
        new Orders(changes, reserved),
        new Algos(changes),
        new Legs(changes, reserved),
        reserved,
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

  /// Keeps a match.
  void add(Trade trade) {
    trades.add(trade);
    changes.happened(trade);
  }

  /// Takes in what is on record.
  void load(Recorded row) {
    switch (row) {
      case OwnOrder order -> orders.load(order);
      case Algo algo -> algos.load(algo);
      case Trade trade -> trades.add(trade);
      case Bill bill -> ledger.load(bill);
      case Legs.Closed closed -> legs.load(closed);
      case FundingAccount.Transfer transfer -> funding.load(transfer);
    }
  }

  /// Takes in what belongs on record and is not there yet.
  void remember(Recorded row) {
    load(row);
    changes.happened(row);
  }

  /// How long a record of what still counts is, in lines.
  long recorded() {
    return ledger.bills().size()
        + funding.transfers().size()
        + orders.count()
        + algos.count()
        + legs.closed().size()
        + trades.size();
  }

  /// All that still counts of the record.
  List<Recorded> record() {
    return Stream.of(
            ledger.bills().stream(),
            funding.transfers().stream(),
            orders.all(),
            algos.all(),
            legs.closed().stream(),
            trades.stream())
        .<Recorded>flatMap(rows -> rows)
        .toList();
  }

  /// Drops what is older than anything an endpoint shows.
  void forget(Instant now) {
    Instant oldest = now.minus(ARCHIVE);
    ledger.forget(oldest);
    funding.forget(now);
    orders.forget(now);
    algos.forget(now);
    legs.forget(now, oldest);
    Ended.drop(trades, trade -> trade.time().isBefore(oldest));
  }
}
