package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Ledger;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Side;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What may have been on its way to OKX when trading was halted, and may still arrive: an entry
/// that another command, or one that crashed, has on record without an outcome. Until OKX would
/// drop it no list shows whether it comes.
record OnTheWay(Desk desk, Account account) {

  /// One of them in words; empty when nothing is on its way any more, or no journal tells.
  ///
  /// @param sales whether sales of coins count too: nothing keeps a second one from owing the coins
  ///   that the first one takes, where OKX lends
  /// @throws Fault INTERRUPTED, and nothing else
  Optional<String> any(boolean sales) {
    return intents().filter(intent -> counts(intent, sales)).map(OnTheWay::words).findFirst();
  }

  /// Whether any of that instrument may change a position, exits too.
  ///
  /// @throws Fault as above
  boolean trades(String instId) {
    return intents()
        .anyMatch(intent -> intent.instId().equals(instId) && PastOrders.holdsUp(intent));
  }

  /// All that have no outcome and may still arrive, exits too.
  ///
  /// @throws Fault as above
  Stream<Event.Intent> intents() {
    try {
      return ledger().stream()
          .flatMap(known -> known.openIntents().stream())
          .filter(open -> !late(open))
          .map(OpenIntent::intent)
          .toList()
          .stream();
    } catch (Fault fault) {
      Reductions.bearable(fault);
      return Stream.of();
    }
  }

  private static boolean counts(Event.Intent intent, boolean sales) {
    boolean sells = intent.request().path("side").asString("").equals(Side.SELL.word());
    return intent.entry() || sales && sells && InstType.byForm(intent.instId()) == InstType.SPOT;
  }

  private Optional<Ledger> ledger() {
    if (account.journaled()) {
      return Optional.of(account.ledger());
    }
    return Optional.of(account.uid())
        .filter(uid -> !uid.isEmpty())
        .map(uid -> JournalReader.ledger(desk.journal(uid)));
  }

  private boolean late(OpenIntent open) {
    Instant dropped = Resolver.dropped(open.intent(), open.time());
    return (open.intent().expiry().isPresent() ? now() : desk.time().now()).isAfter(dropped);
  }

  /// OKX's clock or, where that cannot be had, this computer's.
  private Instant now() {
    try {
      return desk.exchange().serverTime();
    } catch (Fault fault) {
      Reductions.bearable(fault);
      return desk.time().now();
    }
  }

  private static String words(Event.Intent intent) {
    return intent.action()
        + " "
        + intent.intentId()
        + " on "
        + intent.instId()
        + " was on its way at the halt and may still arrive";
  }
}
