package dev.okxguard.trade;

import dev.okxguard.journal.OpenIntent;

/// Intents that an earlier command left without an outcome: a crash, a lost answer, a kill.
final class Backlog {
  private final Desk desk;
  private final Resolver resolver;

  Backlog(Desk desk, Resolver resolver) {
    this.desk = desk;
    this.resolver = resolver;
  }

  /// Asks what became of each, oldest first, and records the answer. What stays unknown stays open.
  void resolve(Account account) {
    for (OpenIntent open : account.ledger().openIntents()) {
      desk.progress()
          .accept("resolving " + open.intent().action() + " " + open.intent().intentId());
      switch (resolver.what(open.intent(), open.time())) {
        case Resolver.Resolution.Found found ->
            account.record(Outcomes.accepted(open.intent(), found.order()));
        case Resolver.Resolution.Done done ->
            account.record(Outcomes.word(open.intent(), "accepted", done.remark()));
        case Resolver.Resolution.Absent _ ->
            account.record(
                Outcomes.word(open.intent(), "not_sent", "not at the exchange after its expiry"));
        case Resolver.Resolution.Open still ->
            desk.progress()
                .accept(open.intent().intentId() + " is still unknown: " + still.reason());
      }
    }
  }
}
