package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.util.Optional;

/// What an open contract leg is worth at any mark price, and what it needs to live on.
///
/// @param maintenance of its tier, as a fraction of its value
record Exposure(Leg leg, Instrument instrument, BigDecimal maintenance) {

  static Exposure of(Session session, Leg leg) {
    return new Exposure(
        leg,
        session.instrument(leg.instId()),
        session.market().maintenance(leg.instId(), leg.size()));
  }

  BigDecimal upl(BigDecimal mark) {
    return Valued.gain(instrument, leg, mark);
  }

  BigDecimal mmr(BigDecimal mark) {
    return Contracts.money(value(mark).multiply(maintenance));
  }

  /// Maintenance margin and what a liquidation would cost.
  BigDecimal required(BigDecimal mark) {
    return mmr(mark).add(Contracts.money(value(mark).multiply(fee())));
  }

  /// The price of a range that is worst for the leg.
  BigDecimal worst(Market.Range range) {
    return leg.sign() > 0 ? range.low() : range.high();
  }

  /// The mark price at which `money`, the leg's profit counted, is just what the leg requires;
  /// empty when no price does it.
  ///
  /// A linear leg stands at `money + sign · face · (p - avg) = face · p · rate`, an inverse one at
  /// `money + sign · face · (1/avg - 1/p) = face · rate / p`.
  Optional<BigDecimal> brink(BigDecimal money) {
    BigDecimal face = leg.size().multiply(instrument.contractValue());
    BigDecimal sign = BigDecimal.valueOf(leg.sign());
    BigDecimal rate = maintenance.add(fee());
    BigDecimal entry = Contracts.value(instrument, leg.size(), leg.avgPx()).multiply(sign);
    BigDecimal over = instrument.inverse() ? face.multiply(rate.add(sign)) : entry.subtract(money);
    BigDecimal under = instrument.inverse() ? money.add(entry) : face.multiply(sign.subtract(rate));
    return Optional.of(under)
        .filter(divisor -> divisor.signum() != 0)
        .map(divisor -> Decimals.divide(over, divisor))
        .filter(price -> price.signum() > 0);
  }

  private BigDecimal value(BigDecimal mark) {
    return Contracts.money(Contracts.value(instrument, leg.size(), mark));
  }

  private BigDecimal fee() {
    return Fees.taker(leg.instType()).negate();
  }
}
