package dev.okxguard.paper.market;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/// One instrument with what only the exchange knows of it.
///
/// @param code the numeric id (`instIdCode`)
/// @param underlying whose price path it follows, for example `BTC`
/// @param base the price the path moves around
/// @param basisPpm how far it trades above its index, in parts per million
/// @param expiry when it is delivered; empty for spot and swaps
/// @param option its terms when it is an option
record Listing(
    Instrument instrument,
    long code,
    String underlying,
    BigDecimal base,
    long basisPpm,
    Optional<Instant> expiry,
    Optional<OptionTerms> option) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /// Greatest leverage of margin trading, as OKX has it for these pairs.
  private static final Optional<BigDecimal> MARGIN_LEVER = Optional.of(BigDecimal.TEN);

  /// A listing that is no option.
  Listing(
      Instrument instrument,
      long code,
      String underlying,
      BigDecimal base,
      long basisPpm,
      Optional<Instant> expiry) {
    this(instrument, code, underlying, base, basisPpm, expiry, Optional.empty());
  }

  String id() {
    return instrument.instId();
  }

  /// The price on the tick when the underlying is that far from its base.
  BigDecimal price(long ppm, long basis) {
    BigDecimal exact =
        base.multiply(MILLION.add(BigDecimal.valueOf(ppm)))
            .multiply(MILLION.add(BigDecimal.valueOf(basis)))
            .movePointLeft(12);
    return onTick(exact);
  }

  /// The nearest price on the tick.
  BigDecimal onTick(BigDecimal price) {
    BigDecimal tick = instrument.tickSz();
    return price.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
  }

  /// The index's name: `BTC-USDT` for spot and linear contracts, `BTC-USD` for inverse ones.
  String index() {
    return underlying + "-" + (instrument.inverse() ? "USD" : "USDT");
  }

  /// The instrument in the state it has at that time.
  Instrument instrument(Instant at) {
    boolean expired = expiry.isPresent() && !at.isBefore(expiry.get());
    return expired ? withState("expired") : instrument;
  }

  /// A spot pair as it is listed for margin trading.
  Listing margin() {
    // Unlike the spot pair it has a family.
    Instrument pair = variant(InstType.MARGIN, id(), MARGIN_LEVER, instrument.state());
    return new Listing(pair, code, underlying, base, basisPpm, expiry, option);
  }

  private Instrument withState(String state) {
    return variant(instrument.instType(), instrument.instFamily(), instrument.lever(), state);
  }

  private Instrument variant(
      InstType type, String family, Optional<BigDecimal> lever, String state) {
    return new Instrument(
        type,
        instrument.instId(),
        family,
        instrument.baseCcy(),
        instrument.quoteCcy(),
        instrument.settleCcy(),
        instrument.inverse(),
        instrument.ctVal(),
        instrument.ctMult(),
        instrument.ctValCcy(),
        instrument.tickSz(),
        instrument.lotSz(),
        instrument.minSz(),
        lever,
        instrument.maxLmtSz(),
        instrument.maxMktSz(),
        state,
        instrument.groupId());
  }
}
