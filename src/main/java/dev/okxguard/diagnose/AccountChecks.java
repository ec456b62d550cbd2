package dev.okxguard.diagnose;

import dev.okxguard.guard.StopGuard;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Algo;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The account behind the key, and what is open on it.
record AccountChecks(Sources sources) {
  List<Check> all() {
    return List.of(
        new Check(CheckId.SUB_ACCOUNT, this::subAccount),
        new Check(CheckId.MODE, this::mode),
        new Check(CheckId.BORROWING, this::borrowing),
        new Check(CheckId.LEVERAGE, this::leverage),
        new Check(CheckId.STOPS, this::stops),
        new Check(CheckId.ORDERS, this::orders));
  }

  private Finding subAccount() {
    AccountConfig account = sources.account.get();
    if (sources.environment() != Environment.LIVE) {
      return Finding.skip("only a live account matters");
    }
    return account.main()
        ? Finding.warn(
            "the key is the main account's: all of its money is in reach",
            "make a sub-account at OKX, move what may be lost there, and use a key of its own")
        : Finding.ok("a sub-account");
  }

  private Finding mode() {
    AccountConfig account = sources.account.get();
    String text = account.acctLv().title() + " mode, " + account.posMode().word();
    Optional<Event.Pinned> pinned = sources.latest().flatMap(Latest::pinned);
    boolean changed =
        pinned
            .filter(
                it ->
                    !it.acctLv().equals(account.acctLv().code())
                        || !it.posMode().equals(account.posMode().word()))
            .isPresent();
    return changed
        ? Finding.fail(
            text + " now; trading began with acctLv " + was(pinned.get()),
            "set it back at OKX, or a person accepts it: okx --"
                + sources.environment().word()
                + " reconcile adopt")
        : Finding.ok(text);
  }

  private static String was(Event.Pinned pinned) {
    return pinned.acctLv() + ", " + pinned.posMode();
  }

  private Finding borrowing() {
    return sources.account.get().spotBorrow()
        ? Finding.warn(
            "OKX lends what a spot order lacks, so that a spot sale can open a debt",
            "switch borrowing off in the account's settings at OKX")
        : Finding.ok("off");
  }

  private Finding leverage() {
    BigDecimal most = sources.limits.get().policy().maxLeverage();
    List<Position> held = sources.positions.get();
    List<String> beyond =
        held.stream()
            .filter(it -> it.lever().filter(lever -> lever.compareTo(most) > 0).isPresent())
            .map(it -> it.instId() + " " + Decimals.text(it.lever().orElseThrow()) + "x")
            .toList();
    String limit = "max_leverage " + Decimals.text(most);
    if (!beyond.isEmpty()) {
      return Finding.warn(
          "beyond " + limit + ": " + String.join(", ", beyond),
          "okx account set-leverage --instId … --lever " + Decimals.text(most) + ", or close");
    }
    String untold =
        held.stream().filter(this::untold).map(Position::instId).collect(Collectors.joining(", "));
    return untold.isEmpty()
        ? Finding.ok(held.size() + " open position(s), " + limit)
        : Finding.unknown("OKX names no leverage of " + untold, "okx account leverage --instId …");
  }

  /// Options have none, nor do cross positions in portfolio margin mode.
  private boolean untold(Position held) {
    boolean has =
        held.instType() != InstType.OPTION
            && !(held.mgnMode() == TdMode.CROSS
                && sources.account.get().acctLv() == AccountLevel.PORTFOLIO);
    return has && held.lever().filter(lever -> lever.signum() > 0).isEmpty();
  }

  private Finding stops() {
    try {
      List<Position> held = sources.positions.told();
      return held.isEmpty() ? Finding.ok("no open position") : stops(held, sources.algos.told());
    } catch (Fault fault) {
      return Finding.unknown("positions or stops: " + fault.getMessage(), fault.hint());
    }
  }

  private static Finding stops(List<Position> held, List<Algo> waiting) {
    String bare =
        held.stream()
            .flatMap(leg -> bare(leg, StopGuard.uncovered(leg, waiting)))
            .collect(Collectors.joining(", "));
    return bare.isEmpty()
        ? Finding.ok("each of " + held.size() + " open position(s) has one")
        : Finding.warn(
            "no stop for " + bare, "okx order algo place --slTriggerPx …, or okx order close");
  }

  private static Stream<String> bare(Position leg, BigDecimal contracts) {
    return contracts.signum() > 0
        ? Stream.of(
            Decimals.text(contracts) + " of " + Decimals.text(leg.pos().abs()) + " " + leg.instId())
        : Stream.of();
  }

  private Finding orders() {
    try {
      List<Order> resting = sources.orders.told();
      long foreign = resting.stream().filter(it -> !ours(it)).count();
      return foreign == 0
          ? Finding.ok(resting.size() + " resting, all of this program")
          : Finding.warn(
              foreign + " of " + resting.size() + " resting orders are not of this program",
              "see okx order list; one account for one program keeps the counts true");
    } catch (Fault fault) {
      return Finding.unknown("pending orders: " + fault.getMessage(), fault.hint());
    }
  }

  private static boolean ours(Order order) {
    return order.clOrdId().startsWith(ClOrdId.PREFIX);
  }
}
