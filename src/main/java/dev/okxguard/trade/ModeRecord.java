package dev.okxguard.trade;

import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Keeps on record how the account is meant to be set: as it was when first seen, or as this
/// program set it. Writes only what is new.
record ModeRecord(Account account) {
  /// How often a key that trades where it should only watch is worth a record.
  private static final Duration AGAIN = Duration.ofHours(1);

  /// Takes in what the account is set to now.
  void see(Environment environment, AccountConfig config, Supplier<Instant> now) {
    Latest latest = account.ledger().latest();
    if (latest.pinned().isEmpty()) {
      account.record(new Event.Pinned(config.posMode().word(), config.acctLv().code()));
    }
    boolean watched =
        environment == Environment.LIVE
            && latest.promoted().filter(it -> it.stage().equals(Stage.OBSERVE.word())).isPresent();
    if (watched && (config.canTrade() || config.canWithdraw())) {
      seen(latest, config, now.get());
    }
  }

  private void seen(Latest latest, AccountConfig config, Instant now) {
    Optional<Instant> last = latest.tradingKey().map(Event.TradingKey::at);
    if (last.filter(at -> at.plus(AGAIN).isAfter(now)).isEmpty()) {
      account.record(new Event.TradingKey(now, String.join(",", new TreeSet<>(config.perm()))));
    }
  }

  /// Takes in that OKX took a write of ours.
  void took(Event.Intent intent) {
    if (!intent.action().equals("set-position-mode") || !account.journaled()) {
      return;
    }
    String mode = intent.request().path("posMode").asString("");
    account
        .ledger()
        .latest()
        .pinned()
        .filter(pinned -> !pinned.posMode().equals(mode))
        .ifPresent(pinned -> account.note(new Event.Pinned(mode, pinned.acctLv())));
  }
}
