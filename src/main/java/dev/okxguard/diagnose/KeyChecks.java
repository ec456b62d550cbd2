package dev.okxguard.diagnose;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Fault;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The key: whether OKX takes it, and what it may do.
record KeyChecks(Sources sources) {
  private static final String OTHER_ENVIRONMENT = "50101";
  private static final String OTHER_ADDRESS = "50110";
  private static final String UNKNOWN_HERE = "50119";
  private static final Set<String> RIGHTS = Set.of("read_only", "trade", "withdraw");
  private static final String PAGE = "at OKX, under API keys: ";

  List<Check> all() {
    return List.of(
        new Check(CheckId.ACCEPTED, this::accepted),
        new Check(CheckId.KEY_ENVIRONMENT, () -> refused(OTHER_ENVIRONMENT, "it is")),
        new Check(CheckId.SITE, () -> refused(UNKNOWN_HERE, "it is")),
        new Check(CheckId.ADDRESS, () -> refused(OTHER_ADDRESS, "it is, or there is no list")),
        new Check(CheckId.WITHDRAW, this::withdraw),
        new Check(CheckId.TRADE, this::trade),
        new Check(CheckId.BOUND, this::bound),
        new Check(CheckId.EXPIRY, this::expiry));
  }

  private Finding accepted() {
    try {
      String uid = sources.account.told().uid();
      return sources.knownUid.get().filter(before -> !before.equals(uid)).isPresent()
          ? Finding.fail(
              "OKX names another account than the one this key was seen with before",
              "a key never changes its account, so something alters answers: okx account config")
          : Finding.ok("accepted");
    } catch (Fault fault) {
      return switch (code(fault)) {
        case OTHER_ENVIRONMENT -> Finding.waiting(CheckId.KEY_ENVIRONMENT);
        case UNKNOWN_HERE -> Finding.waiting(CheckId.SITE);
        case OTHER_ADDRESS -> Finding.waiting(CheckId.ADDRESS);
        default -> Finding.fail(fault.getMessage(), fault.hint());
      };
    }
  }

  private static String code(Fault fault) {
    return fault.exchange().map(ExchangeError::code).orElse("");
  }

  /// Whether the key was refused for that reason.
  private Finding refused(String code, String fine) {
    if (paper()) {
      return Finding.skip("a paper key");
    }
    try {
      sources.account.told();
      return Finding.ok(fine);
    } catch (Fault fault) {
      return code(fault).equals(code)
          ? Finding.fail(said(fault), remedy(code, fault))
          : Finding.waiting(CheckId.ACCEPTED);
    }
  }

  /// OKX's own words name the caller's address, which is nobody else's business.
  private static String said(Fault fault) {
    return fault
        .exchange()
        .map(error -> error.meaning() + " (" + error.code() + ")")
        .orElseGet(fault::getMessage);
  }

  private String remedy(String code, Fault fault) {
    return switch (code) {
      case OTHER_ADDRESS ->
          PAGE + "add this computer's address to the key's; okx account config names it";
      case UNKNOWN_HERE ->
          "set site = 'global', 'eea', 'us' or 'tr' in the profile, as the account's web site has"
              + " it; or the key was deleted";
      default -> fault.hint();
    };
  }

  private boolean paper() {
    return sources.environment() == Environment.PAPER;
  }

  private Finding withdraw() {
    AccountConfig account = sources.account.get();
    if (account.canWithdraw()) {
      return Finding.fail(
          "the key may withdraw: whoever has it can empty the account",
          PAGE + "make one with Read and Trade only, and delete this one");
    }
    return account.perm().isEmpty() || !RIGHTS.containsAll(account.perm())
        ? Finding.unknown(
            "cannot be told from the rights that OKX names: "
                + account.perm().stream().sorted().collect(Collectors.joining(", ")),
            PAGE + "see that the key may not withdraw")
        : Finding.ok("it cannot");
  }

  private Finding trade() {
    if (sources.account.get().canTrade()) {
      return Finding.ok("it may");
    }
    return sources.configuration.get().readOnly()
        ? Finding.skip("it may only read, and so may this profile")
        : Finding.warn(
            "the key may only read, so that OKX will refuse every order",
            PAGE + "add Trade when trading is meant, or set read_only = true in the profile");
  }

  private Finding bound() {
    AccountConfig account = sources.account.get();
    if (sources.environment() != Environment.LIVE) {
      return Finding.skip("only a live key matters");
    }
    return account.ip().isEmpty()
        ? Finding.warn(
            "the key works from any address", PAGE + "list the addresses that may use it")
        : Finding.ok("bound to " + account.ip().size() + " address(es)");
  }

  private Finding expiry() {
    AccountConfig account = sources.account.get();
    if (sources.environment() != Environment.LIVE) {
      return Finding.skip("only live keys expire");
    }
    boolean mayAct = account.canTrade() || account.canWithdraw();
    return account.ip().isEmpty() && mayAct
        ? Finding.warn(
            "OKX deletes an unbound key that may trade after 14 days without use",
            PAGE + "bind it to an address")
        : Finding.ok("it does not expire");
  }
}
