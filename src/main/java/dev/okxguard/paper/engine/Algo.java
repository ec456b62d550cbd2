package dev.okxguard.paper.engine;

import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// An algo order of the account.
///
/// @param parent order it was attached to, "" for one placed by itself
/// @param last last price when it was placed
/// @param best best price seen by a trailing stop, empty while it does not trail
/// @param fired what came of it, empty unless it fired
record Algo(
    String algoId,
    AlgoTerms terms,
    String parent,
    BigDecimal last,
    AlgoState state,
    Optional<BigDecimal> best,
    Optional<Fired> fired,
    Instant created,
    Instant updated)
    implements Recorded {

  /// What a fired algo order did.
  ///
  /// @param side tp, sl or ""
  /// @param ordId of the order placed, "" when it was refused with `failCode`
  /// @param px price of that order, the market's for one without
  record Fired(
      String side, String ordId, BigDecimal sz, BigDecimal px, String failCode, Instant time) {}

  /// What sets the algo order off.
  ///
  /// @param side tp, sl or ""
  record Spark(String side, Target target) {}

  static Algo live(String algoId, AlgoTerms terms, String parent, BigDecimal last, Instant now) {
    Optional<BigDecimal> best =
        terms.trail().filter(trail -> trail.activation().isEmpty()).map(trail -> last);
    return new Algo(algoId, terms, parent, last, AlgoState.LIVE, best, Optional.empty(), now, now);
  }

  boolean pending() {
    return state == AlgoState.LIVE;
  }

  String instId() {
    return terms.order().instId();
  }

  /// Everything that sets it off now; the stop-loss before the take-profit.
  Stream<Spark> sparks() {
    Stream<Spark> trailing =
        terms.trail().stream()
            .flatMap(trail -> best.stream().map(trail::target))
            .map(target -> new Spark("", target));
    return Stream.of(
            terms.sl().stream().map(target -> new Spark("sl", target)),
            terms.tp().stream().map(target -> new Spark("tp", target)),
            terms.trigger().stream().map(target -> new Spark("", target)),
            trailing)
        .flatMap(part -> part);
  }

  Optional<Spark> spark(Market.Prices prices) {
    return sparks().filter(spark -> spark.target().reached(prices)).findFirst();
  }

  /// The price that would start a trailing stop that does not trail yet.
  Optional<Target> activation() {
    return best.isPresent() ? Optional.empty() : terms.trail().flatMap(Trail::activation);
  }

  Algo trailing(BigDecimal newBest) {
    return new Algo(
        algoId, terms, parent, last, state, Optional.of(newBest), fired, created, updated);
  }

  Algo with(AlgoTerms other, Instant now) {
    return new Algo(algoId, other, parent, last, state, best, fired, created, now);
  }

  Algo canceled(Instant now) {
    return new Algo(algoId, terms, parent, last, AlgoState.CANCELED, best, fired, created, now);
  }

  Algo fired(Fired what) {
    AlgoState end = what.failCode().isEmpty() ? AlgoState.EFFECTIVE : AlgoState.ORDER_FAILED;
    return new Algo(
        algoId, terms, parent, last, end, best, Optional.of(what), created, what.time());
  }
}
