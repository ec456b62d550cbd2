package dev.okxguard.trade;

import dev.okxguard.journal.Foreseen;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Readings;
import java.util.List;
import java.util.Optional;

/// How an errand comes to stand in front of the account: whose it is, its lock, its journal, and
/// what earlier commands left open.
final class Entrance {
  private final Desk desk;
  private final Backlog backlog;

  Entrance(Desk desk, Backlog backlog) {
    this.desk = desk;
    this.backlog = backlog;
  }

  Account enter(boolean reduces) {
    if (reduces) {
      return Account.enterToReduce(desk, owner(), Account.SHORT_PATIENCE);
    }
    return enterToTrade();
  }

  /// The settings are read beside OKX's clock, which every entry needs next and asks for again
  /// where it could not be had, and the journal beside both.
  private Account enterToTrade() {
    try (Readings readings = new Readings()) {
      var clock = readings.start("the exchange's clock", desk.exchange()::serverTime);
      var journal = readings.start("the journal", this::foreseen);
      AccountConfig config = config();
      readings.value(clock);
      return Account.enter(desk, config, readings.value(journal).orElse(Foreseen.nothing()));
    }
  }

  private Foreseen foreseen() {
    return desk.knownUid()
        .get()
        .map(uid -> Foreseen.in(desk.journal(uid)))
        .orElse(Foreseen.nothing());
  }

  AccountConfig config() {
    AccountConfig config = desk.exchange().config();
    desk.account().accept(config.uid());
    desk.progress().accept(desk.environment().word() + " account " + config.uid());
    return config;
  }

  /// The account's uid, "" when nobody can tell.
  String uid() {
    return owner().uid();
  }

  /// Whose account it is; where OKX does not say, the one last seen with this key has to do, and
  /// where there is none, it stays unnamed.
  private Owner owner() {
    try {
      return Owner.of(config());
    } catch (Fault fault) {
      if (!fault.unanswered()) {
        throw fault;
      }
      return remembered(fault);
    }
  }

  /// The same, whatever OKX says: an emergency goes on.
  ///
  /// @throws Fault INTERRUPTED, and nothing else
  Owner ownerAnyway() {
    try {
      return Owner.of(config());
    } catch (Fault fault) {
      return remembered(Reductions.bearable(fault));
    }
  }

  private Owner remembered(Fault fault) {
    desk.progress().accept("could not read the account's settings: " + fault.getMessage());
    return new Owner(desk.knownUid().get().orElse(""), Optional.empty());
  }

  /// An exit goes first; only its own key's first attempt must be known before.
  void settleEarlier(Errand errand, Account account) {
    settleEarlier(errand.reduces(), account);
    if (errand.reduces()) {
      errand.key().ifPresent(key -> settleOwn(key, account));
    }
  }

  /// What may add risk waits for the fate of earlier intents; what only reduces it does not.
  void settleEarlier(boolean reduces, Account account) {
    if (!reduces) {
      backlog.resolve(account);
    }
  }

  /// An exit hangs on what its own key did before, where that is not known, and on nothing else.
  private void settleOwn(String key, Account account) {
    if (account.journaled() && open(key, account)) {
      settleQuietly(account);
    }
  }

  private static boolean open(String key, Account account) {
    try {
      return account.ledger().byKey(key).filter(past -> !past.settled()).isPresent();
    } catch (Fault broken) {
      return false;
    }
  }

  /// Settles what exits went ahead of, once all of them are told: not where the fate of one is not
  /// known.
  void settleBehind(List<Outcome> exits, Account account) {
    if (exits.stream().noneMatch(outcome -> outcome instanceof Outcome.Unknown)) {
      settleQuietly(account);
    }
  }

  /// What an exit went ahead of, or hangs on by its key, is settled unless OKX does not answer now.
  private void settleQuietly(Account account) {
    if (!account.journaled()) {
      return;
    }
    try {
      backlog.resolve(account);
    } catch (Fault fault) {
      desk.progress().accept("earlier intents stay open: " + fault.getMessage());
    }
  }
}
