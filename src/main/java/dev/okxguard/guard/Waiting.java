package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/// Waiting algo orders as the orders they may become. Nothing is set aside for them at the
/// exchange, so that only counting them keeps triggers from being stacked.
final class Waiting {
  private Waiting() {}

  /// Whether it cannot open anything, by the reading that pending orders have: reduce-only where
  /// OKX honours the flag, closing by its position side, a cash sale unlent. What closes the whole
  /// position closes whatever there is.
  static boolean onlyReduces(Algo algo, Optional<AccountConfig> config) {
    boolean flagged = algo.reduceOnly() && algo.instType().contracts();
    return algo.closesAll() || onlyReduces(LegKey.of(algo), algo.side(), flagged, config);
  }

  /// The same of an order.
  static boolean onlyReduces(Order order, Optional<AccountConfig> config) {
    boolean flagged = order.reduceOnly() && order.instType().contracts();
    return onlyReduces(LegKey.of(order), order.side(), flagged, config);
  }

  private static boolean onlyReduces(
      LegKey leg, Side side, boolean flagged, Optional<AccountConfig> config) {
    return (flagged && leg.posSide() == PosSide.NET)
        || leg.closedBy(side)
        || ExposureOf.cashSale(leg, side, config);
  }

  /// What it would be worth in USD at the worst of its prices and the mark.
  static BigDecimal usd(Situation order, Algo algo) {
    BigDecimal size =
        algo.sz().orElseThrow(() -> new MissingDatum("size of algo order " + algo.algoId()));
    Instrument instrument = order.instrument(algo.instId());
    if (quoteSized(algo)) {
      return order.facts().rates().usd(instrument.quoteCcy(), size);
    }
    BigDecimal worst = prices(algo).reduce(order.mark(algo.instId()), BigDecimal::max);
    return Valuation.usd(instrument, size, worst, order.facts().rates());
  }

  /// A market buy of spot counts quote currency unless it says otherwise; one with a price never.
  private static boolean quoteSized(Algo algo) {
    if (algo.instType().contracts() || orderPrices(algo).anyMatch(px -> px.signum() > 0)) {
      return false;
    }
    return algo.tgtCcy().isEmpty() ? algo.side() == Side.BUY : algo.tgtCcy().equals("quote_ccy");
  }

  private static Stream<BigDecimal> prices(Algo algo) {
    Stream<BigDecimal> own = Stream.of(algo.triggerPx(), algo.activePx()).flatMap(Optional::stream);
    return Stream.concat(Stream.concat(own, orderPrices(algo)), triggers(algo));
  }

  private static Stream<BigDecimal> orderPrices(Algo algo) {
    AttachedStop stop = algo.stop();
    return attached(algo)
        ? algo.ordPx().stream()
        : Stream.of(algo.ordPx(), stop.tpOrdPx(), stop.slOrdPx()).flatMap(Optional::stream);
  }

  private static Stream<BigDecimal> triggers(Algo algo) {
    AttachedStop stop = algo.stop();
    return attached(algo)
        ? Stream.of()
        : Stream.of(stop.tpTriggerPx(), stop.slTriggerPx()).flatMap(Optional::stream);
  }

  /// Whether the stop is not its own but its order's.
  private static boolean attached(Algo algo) {
    return algo.type() == AlgoType.TRIGGER;
  }
}
