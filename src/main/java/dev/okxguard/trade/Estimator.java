package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import dev.okxguard.guard.OrderPrices;
import dev.okxguard.guard.StopPrices;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.FeeRates;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.MissingRate;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/// Works out an [Estimate]. Every price is the bad side's: see [OrderPrices].
final class Estimator {
  private final OrderDraft draft;
  private final Facts facts;
  private final Instrument instrument;
  private final Optional<FeeRates> rates;
  private final Optional<OrderPrices> prices;

  private Estimator(
      OrderDraft draft, Facts facts, Instrument instrument, Optional<FeeRates> rates) {
    this.draft = draft;
    this.facts = facts;
    this.instrument = instrument;
    this.rates = rates;
    this.prices =
        facts
            .quote()
            .filter(quote -> quote.instId().equals(draft.instId()))
            .filter(quote -> quote.last().signum() > 0)
            .map(quote -> new OrderPrices(draft, quote, facts.book(), instrument.inverse()));
  }

  /// The estimate of a sized order; empty without the instrument's record.
  ///
  /// @param rates what the account pays on that instrument
  static Optional<Estimate> of(OrderDraft draft, Facts facts, Optional<FeeRates> rates) {
    return Optional.ofNullable(facts.instruments().get(draft.instId()))
        .map(instrument -> new Estimator(draft, facts, instrument, rates).estimate());
  }

  private Estimate estimate() {
    Optional<BigDecimal> loss = loss();
    Optional<BigDecimal> gain = gain();
    return new Estimate(
        entry(),
        instrument.instType().contracts() ? Optional.of(draft.sz()) : Optional.empty(),
        base().map(amount -> new Amount(amount, instrument.coin())),
        notional(),
        valueUsd(),
        margined() ? facts.leverage() : Optional.empty(),
        margin(),
        taker(),
        feeRate(),
        fee(valueUsd(), feeRate()),
        loss,
        gain,
        gain.flatMap(
            won -> loss.filter(lost -> lost.signum() > 0).map(lost -> Decimals.divide(won, lost))));
  }

  private Optional<BigDecimal> entry() {
    return prices.flatMap(OrderPrices::entry);
  }

  /// Contracts or base currency; quote currency at the price it would fill at.
  private Optional<BigDecimal> size() {
    return draft.quoteSized()
        ? entry().map(px -> Decimals.floorTo(Decimals.divide(draft.sz(), px), instrument.lotSz()))
        : Optional.of(draft.sz());
  }

  private Optional<BigDecimal> base() {
    return instrument.inverse()
        ? entry().map(px -> Valuation.base(instrument, draft.sz(), px))
        : size().map(size -> Valuation.base(instrument, size, BigDecimal.ONE));
  }

  private Optional<Amount> notional() {
    if (instrument.inverse()) {
      return base().map(amount -> new Amount(amount, instrument.settleCcy()));
    }
    Optional<BigDecimal> value =
        draft.quoteSized()
            ? Optional.of(draft.sz())
            : prices
                .flatMap(OrderPrices::value)
                .map(px -> Valuation.value(instrument, draft.sz(), px));
    return value.map(amount -> new Amount(amount, instrument.valueCcy()));
  }

  private Optional<BigDecimal> valueUsd() {
    if (draft.quoteSized()) {
      return known(() -> facts.rates().usd(instrument.quoteCcy(), draft.sz()));
    }
    return prices
        .flatMap(OrderPrices::value)
        .flatMap(px -> known(() -> Valuation.usd(instrument, draft.sz(), px, facts.rates())));
  }

  /// Only swaps and futures tie up their value divided by the leverage.
  private boolean margined() {
    return draft.instType() == InstType.SWAP || draft.instType() == InstType.FUTURES;
  }

  private Optional<Amount> margin() {
    if (!margined() || draft.reduceOnly()) {
      return Optional.empty();
    }
    return facts
        .leverage()
        .filter(lever -> lever.signum() > 0)
        .flatMap(
            lever ->
                notional()
                    .map(value -> new Amount(Decimals.divide(value.value(), lever), value.ccy())));
  }

  /// Whether the order would meet resting ones: it must, or its limit reaches the market.
  private boolean taker() {
    return switch (draft.ordType()) {
      case POST_ONLY, MMP_AND_POST_ONLY, RPI -> false;
      case MARKET, OPTIMAL_LIMIT_IOC, FOK, IOC, OP_FOK -> true;
      case LIMIT, MMP -> crosses();
    };
  }

  private boolean crosses() {
    Optional<BigDecimal> market = prices.map(OrderPrices::market);
    if (market.isEmpty() || draft.px().isEmpty()) {
      return true;
    }
    int above = draft.px().get().compareTo(market.get());
    return draft.side() == Side.BUY ? above >= 0 : above <= 0;
  }

  /// Options pay on their underlying, up to a part of the premium: no rate of the value.
  private Optional<BigDecimal> feeRate() {
    if (draft.instType() == InstType.OPTION || draft.instType() == InstType.EVENTS) {
      return Optional.empty();
    }
    return rates.map(both -> taker() ? both.taker() : both.maker());
  }

  private static Optional<BigDecimal> fee(Optional<BigDecimal> value, Optional<BigDecimal> rate) {
    return value.flatMap(usd -> rate.map(usd::multiply));
  }

  private Optional<BigDecimal> loss() {
    return StopPrices.worst(draft)
        .filter(stop -> beyond(stop, -1))
        .flatMap(stop -> both(stop, known(() -> moved(stop, true)), true));
  }

  private Optional<BigDecimal> gain() {
    return StopPrices.target(draft)
        .filter(target -> beyond(target, 1))
        .flatMap(target -> both(target, known(() -> moved(target, false)), false));
  }

  /// Whether that price lies on the winning (1) or the losing (-1) side of the entry.
  private boolean beyond(BigDecimal exit, int side) {
    return size().isPresent()
        && entry().filter(px -> exit.compareTo(px) * draft.side().sign() * side > 0).isPresent();
  }

  private BigDecimal moved(BigDecimal exit, boolean loss) {
    BigDecimal size = size().orElseThrow();
    BigDecimal entry = entry().orElseThrow();
    return loss
        ? Valuation.lossUsd(instrument, size, entry, exit, facts.rates())
        : Valuation.gainUsd(instrument, size, entry, exit, facts.rates());
  }

  /// With the fees of the way in and, as a taker, of the way out.
  private Optional<BigDecimal> both(BigDecimal exit, Optional<BigDecimal> moved, boolean loss) {
    Optional<BigDecimal> out =
        size().flatMap(size -> known(() -> Valuation.usd(instrument, size, exit, facts.rates())));
    Optional<BigDecimal> fees =
        fee(valueUsd(), feeRate()).flatMap(in -> fee(out, rates.map(FeeRates::taker)).map(in::add));
    return moved.flatMap(usd -> fees.map(paid -> loss ? usd.add(paid) : usd.subtract(paid)));
  }

  private static Optional<BigDecimal> known(Supplier<BigDecimal> worth) {
    try {
      return Optional.of(worth.get());
    } catch (MissingRate unknown) {
      return Optional.empty();
    }
  }
}
