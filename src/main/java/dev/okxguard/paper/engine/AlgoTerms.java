package dev.okxguard.paper.engine;

import dev.okxguard.model.OrdType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

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

  /// The type, with conditional for both kinds of take-profit and stop-loss.
  AlgoType kind() {
    return type == AlgoType.OCO ? AlgoType.CONDITIONAL : type;
  }

  /// Prices that set it off by themselves.
  Stream<Target> targets() {
    return Stream.of(tp, sl, trigger).flatMap(Optional::stream);
  }

  /// The same with its size in that currency.
  AlgoTerms sized(String tgtCcy) {
    return with(order.withTgtCcy(tgtCcy), tp, sl, trigger);
  }

  /// With other prices; what was one of two becomes a conditional one when it stands alone.
  AlgoTerms withTargets(
      Optional<Target> newTp, Optional<Target> newSl, Optional<Target> newTrigger) {
    return with(order, newTp, newSl, newTrigger);
  }

  AlgoTerms withSz(BigDecimal sz) {
    return with(order.withSz(sz), tp, sl, trigger);
  }

  private AlgoTerms with(
      Terms newOrder, Optional<Target> newTp, Optional<Target> newSl, Optional<Target> newTrigger) {
    boolean alone = type == AlgoType.OCO && newTp.isPresent() != newSl.isPresent();
    return new AlgoTerms(
        alone ? AlgoType.CONDITIONAL : type,
        newOrder,
        algoClOrdId,
        bound,
        closesAll,
        newTp,
        newSl,
        newTrigger,
        priced,
        trail);
  }
}
