package dev.okxguard.paper.engine;

import dev.okxguard.model.OrdType;
import java.math.BigDecimal;
import java.util.Optional;

/// What an algo order is to do.
///
/// @param order the order to place, of which type, price and size are settled when it fires
/// @param bound whether it is cancelled when its position is closed
/// @param closesAll whether it closes the position whatever its size (`closeFraction` 1)
/// @param trigger of the type of that name
/// @param priced type of a triggered order with a price: limit, fok or ioc
record AlgoTerms(
    AlgoType type,
    Terms order,
    String algoClOrdId,
    boolean bound,
    boolean closesAll,
    Optional<Target> tp,
    Optional<Target> sl,
    Optional<Target> trigger,
    OrdType priced,
    Optional<Trail> trail) {

  AlgoTerms withTargets(
      Optional<Target> newTp, Optional<Target> newSl, Optional<Target> newTrigger) {
    return new AlgoTerms(
        type, order, algoClOrdId, bound, closesAll, newTp, newSl, newTrigger, priced, trail);
  }

  AlgoTerms withSz(BigDecimal sz) {
    return new AlgoTerms(
        type, order.withSz(sz), algoClOrdId, bound, closesAll, tp, sl, trigger, priced, trail);
  }
}
