package dev.okxguard.trade;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Optional;

/// The way into an account: whose it is, then its lock and journal. What only reduces risk gets in
/// without any of them.
record Entrance(Desk desk) {

  /// Waits for the lock, unless the errand only reduces risk.
  Account enter(Errand errand) {
    return errand.reduces() ? toReduce() : toEnter();
  }

  /// For whatever may add risk.
  Account toEnter() {
    return Account.enter(desk, config());
  }

  /// For what only reduces it.
  Account toReduce() {
    return Account.enterToReduce(desk, owner());
  }

  /// The account's uid, "" when nobody can tell.
  String uid() {
    return owner().uid();
  }

  AccountConfig config() {
    AccountConfig config = desk.exchange().config();
    desk.account().accept(config.uid());
    desk.progress().accept(desk.environment().word() + " account " + config.uid());
    return config;
  }

  /// Whose account it is; where OKX does not say, the one last seen with this key has to do, and
  /// where there is none, it stays unnamed.
  private Account.Owner owner() {
    try {
      return Account.Owner.of(config());
    } catch (Fault fault) {
      boolean unread =
          fault.exitCode() == ExitCode.UNREACHABLE || fault.exitCode() == ExitCode.BUSY;
      if (!unread) {
        throw fault;
      }
      desk.progress().accept("could not read the account's settings: " + fault.getMessage());
      return new Account.Owner(desk.knownUid().get().orElse(""), Optional.empty());
    }
  }
}
