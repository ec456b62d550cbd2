package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.StopGuard;
import dev.okxguard.model.Algo;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which of several algo orders must stay when the others go, because an open position needs them
/// as stops where the policy demands stops.
record NeededStops(Desk desk) {
  /// Those that stay, each with the reason. As with a single cancel, positions that cannot be read
  /// keep nothing.
  ///
  /// @param wanted what somebody wants gone, a part of `pending`
  Map<Algo, Denial> of(List<Algo> wanted, List<Algo> pending) {
    Map<Algo, Denial> kept = new LinkedHashMap<>();
    if (wanted.stream().noneMatch(algo -> StopGuard.demands(desk.policy(), algo.instType()))) {
      return kept;
    }
    Optional<List<Position>> positions = TwoLooks.either(this::positions);
    List<Algo> left = new ArrayList<>(pending);
    for (Algo algo : wanted) {
      List<Denial> denials =
          new StopGuard(desk.policy(), positions, Optional.of(List.copyOf(left))).judgeCancel(algo);
      if (denials.isEmpty()) {
        left.remove(algo);
      } else {
        kept.put(algo, denials.getFirst());
      }
    }
    return kept;
  }

  private Optional<List<Position>> positions() {
    try {
      return Optional.of(desk.exchange().positions());
    } catch (Fault fault) {
      if (fault.exitCode() != ExitCode.UNREACHABLE && fault.exitCode() != ExitCode.BUSY) {
        throw fault;
      }
      desk.progress().accept("could not see which stops protect a position: " + fault.getMessage());
      return Optional.empty();
    }
  }
}
