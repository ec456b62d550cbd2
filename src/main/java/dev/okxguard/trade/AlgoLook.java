package dev.okxguard.trade;

import dev.okxguard.model.Algo;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks algo orders up.
record AlgoLook(Desk desk) {
  private static final int LOOKS = 20;

  /// @throws Fault REJECTED when OKX knows no such algo order on the instrument
  Algo named(AlgoName name) {
    return found(name).orElseThrow(() -> none(name));
  }

  /// Empty when OKX shows no such algo order on the instrument, or not yet.
  Optional<Algo> found(AlgoName name) {
    Optional<Algo> found =
        name.algoId().isPresent()
            ? desk.exchange().algoById(name.algoId().get())
            : desk.exchange().algo(new ClOrdId(name.algoClOrdId().orElseThrow()));
    return found.filter(algo -> algo.instId().equals(name.instId()));
  }

  Fault none(AlgoName name) {
    return new Fault(
        ExitCode.REJECTED,
        "OKX knows no such algo order on " + name.instId(),
        "look with: okx order algo list --instId " + name.instId());
  }

  /// Looks until it is as wanted, for a moment; gives what was seen last, if anything.
  Optional<Algo> until(String algoId, Predicate<Algo> wanted) {
    return new Watch(desk, LOOKS)
        .until("algo order", () -> desk.exchange().algoById(algoId), wanted);
  }
}
