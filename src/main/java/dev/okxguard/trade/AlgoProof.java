package dev.okxguard.trade;

import dev.okxguard.guard.StopGuard;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import java.util.List;
import java.util.Optional;

/// Reads an algo order back after OKX took it. A stop the policy demands and that is not seen to
/// wait as it should halts trading: a position may be without protection.
record AlgoProof(Desk desk, AlgoDraft wanted) {

  Outcome outcome(Account account, Sent sent, Taken taken) {
    Optional<Algo> seen =
        new AlgoLook(desk)
            .until(
                taken.id(),
                algo -> AlgoMatch.unfit(wanted, algo).isEmpty() || algo.state().isFinal());
    List<String> unfit =
        seen.map(algo -> AlgoMatch.unfit(wanted, algo))
            .orElse(List.of("it could not be read back"));
    if (unfit.isEmpty()) {
      boolean fired = seen.filter(AlgoMatch::fired).isPresent();
      return accepted(sent, taken, fired ? "it fired at once" : "");
    }
    String what = "the algo order is not as it should be: " + String.join(", ", unfit);
    if (!protects() || !StopGuard.demands(desk.policy(), wanted.instType())) {
      return accepted(sent, taken, what);
    }
    String reason = "stop " + taken.id() + " of " + wanted.instId() + ": " + what;
    String halted = account.halt(reason);
    String noted =
        account.note(Outcomes.unsafe(sent.intent(), taken.id(), Optional.empty(), reason));
    return new Outcome.Unsafe(
        sent.ticket(),
        taken.id(),
        Optional.empty(),
        Outcomes.join(Outcomes.join(reason, taken.remark()), Outcomes.join(halted, noted)));
  }

  private static Outcome accepted(Sent sent, Taken taken, String remark) {
    return new Outcome.Accepted(
        sent.ticket(), taken.id(), Optional.empty(), false, Outcomes.join(taken.remark(), remark));
  }

  private boolean protects() {
    return wanted.type() == AlgoType.MOVE_ORDER_STOP || wanted.stop().slTriggerPx().isPresent();
  }
}
