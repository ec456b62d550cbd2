package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The emergency stop: makes the halt file before anything else, takes lock and journal only where
/// they can be had at once, takes off what is wanted, and tells people afterwards.
record KillSwitch(Desk desk, Entrance entrance, Ids ids, Ways ways) {
  /// How long to wait for the lock. What another process does under it ends at the halt.
  private static final Duration MOMENT = Duration.ofMillis(200);

  /// The gateway's ways to the exchange.
  ///
  /// @param reduce one request, once
  /// @param carry an errand, with its fate found out
  /// @param told a line after each pass
  record Ways(
      Reductions.Sender reduce,
      BiFunction<Errand, Account, Outcome> carry,
      Consumer<String> told) {}

  Killed pull(KillRequest request) {
    String reason = "kill: " + request.reason();
    Optional<String> unhalted = halt(desk.knownUid().get().orElse(""), reason);
    Owner owner = entrance.ownerAnyway();
    unhalted = unhalted.isEmpty() ? unhalted : halt(owner.uid(), reason);
    unhalted.ifPresent(why -> ways.told().accept("NOT HALTED: " + why));
    Event halted = new Event.Halted(reason, "kill");
    try (Account account = Account.enterToReduce(desk, owner, MOMENT)) {
      account.note(halted);
      account.alarms().halt(account, reason);
      Killed killed = new Kill(desk, ids, account, request, ways).run(unhalted.isEmpty());
      account.alarms().halt(account, told(killed, request));
      return killed;
    }
  }

  /// Halts the account; where it has no name or its own file cannot be made, every account.
  ///
  /// @return why that could not be done
  private Optional<String> halt(String uid, String reason) {
    Halt halt = new Halt(desk.state());
    try {
      if (!uid.isEmpty()) {
        halt.set(desk.environment(), uid, reason, desk.time());
        return Optional.empty();
      }
    } catch (Fault fault) {
      desk.progress().accept(fault.getMessage());
    }
    try {
      halt.setAll(reason, desk.time());
      return Optional.empty();
    } catch (Fault fault) {
      return Optional.of(fault.getMessage());
    }
  }

  private static String told(Killed killed, KillRequest request) {
    Killed.Left left = killed.left();
    String what =
        switch (killed.state()) {
          case DONE -> request.flatten() ? "all is off" : "no entry is left";
          case RESIDUE -> "NOT all is off";
          case UNKNOWN -> "what is left is NOT known";
        };
    return "%s; %d orders, %d algo orders, %d positions remain%s"
        .formatted(
            what,
            left.orders().size(),
            left.algos().size(),
            left.positions().size(),
            killed.halted() ? "" : "; the halt file could NOT be made");
  }
}
