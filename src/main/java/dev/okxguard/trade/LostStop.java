package dev.okxguard.trade;

import dev.okxguard.guard.Protection;
import dev.okxguard.guard.StopGuard;
import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import java.util.List;
import java.util.Optional;

/// A stop that nobody looked at when OKX took it, since the answer was lost. One that is gone by
/// the time somebody does may have left its position without protection.
record LostStop(Desk desk) {
  /// What is wrong, in words; empty when nothing is, or when the policy demands no stop.
  ///
  /// @throws dev.okxguard.model.Fault when that cannot be read
  Optional<String> danger(Event.Intent intent, String algoId) {
    return intent.action().equals(AlgoPlacement.ACTION)
        ? desk.exchange()
            .algoById(algoId)
            .filter(algo -> StopGuard.demands(desk.policy(), algo.instType()))
            .filter(algo -> protects(algo) && gone(algo.state()) && uncovered(algo))
            .map(algo -> "the stop is " + algo.state().word() + " and nothing stands in for it")
        : Optional.empty();
  }

  private static boolean protects(Algo algo) {
    boolean leg = algo.type() == AlgoType.CONDITIONAL || algo.type() == AlgoType.OCO;
    return algo.type() == AlgoType.MOVE_ORDER_STOP || leg && algo.stop().slTriggerPx().isPresent();
  }

  private static boolean gone(AlgoState state) {
    return switch (state) {
      case PAUSE, CANCELED, ORDER_FAILED, PARTIALLY_FAILED -> true;
      case LIVE, PARTIALLY_EFFECTIVE, EFFECTIVE -> false;
    };
  }

  /// Whether the leg that it would close is open, and not covered by other stops. Of spot nobody
  /// can tell.
  private boolean uncovered(Algo algo) {
    if (!algo.instType().contracts()) {
      return false;
    }
    List<Algo> pending = desk.exchange().pendingAlgos();
    return desk.exchange().positions().stream()
        .filter(leg -> Protection.on(leg, algo) && Protection.closes(leg, algo.side()))
        .anyMatch(leg -> StopGuard.uncovered(leg, pending).signum() > 0);
  }
}
