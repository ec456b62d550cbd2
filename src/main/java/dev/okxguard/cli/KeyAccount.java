package dev.okxguard.cli;

import dev.okxguard.journal.Accounts;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The account that the key in use was seen with. OKX gives no key to another account, so that an
/// answer that names another one is not believed: halts and records are an account's own, and those
/// of another would stop nothing.
record KeyAccount(
    Supplier<Accounts> accounts,
    Supplier<Environment> environment,
    Supplier<Secret> key,
    Consumer<String> progress) {

  /// Empty when there is none.
  Optional<String> known() {
    try {
      return accounts.get().recall(environment.get(), key.get());
    } catch (Fault fault) {
      progress.accept("cannot tell which account this is: " + fault.getMessage());
      return Optional.empty();
    }
  }

  /// Notes what OKX says.
  ///
  /// @throws Fault UNREACHABLE when it was another one before
  void seen(String uid) {
    Optional<String> before = known();
    if (before.isEmpty()) {
      note(uid);
    } else if (!before.get().equals(uid)) {
      throw another(before.get(), uid);
    }
  }

  private void note(String uid) {
    try {
      accounts.get().remember(environment.get(), key.get(), uid);
    } catch (Fault fault) {
      progress.accept("could not note the account for offline use: " + fault.getMessage());
    }
  }

  private Fault another(String before, String uid) {
    return new Fault(
        ExitCode.UNREACHABLE,
        "OKX names account " + uid + ", but this key was seen with account " + before,
        "A key never changes its account: something alters answers, or did when this was noted: "
            + accounts.get().file(environment.get(), key.get()));
  }
}
