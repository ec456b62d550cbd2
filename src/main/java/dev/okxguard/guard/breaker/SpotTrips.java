package dev.okxguard.guard.breaker;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// Follows what was bought of a coin until it is sold again, at average cost. Coins that were there
/// before the fills seen are no trip.
final class SpotTrips implements LegTrips {
  /// What the lot or a fee leaves over does not keep a trip open.
  private static final BigDecimal REST = new BigDecimal("0.01");

  private final LegTrips.Name name;
  private BigDecimal held;
  private BigDecimal cost;
  private BigDecimal peak;
  private BigDecimal net;

  SpotTrips(Tally.Open open) {
    this.name = LegTrips.Name.of(open);
    this.held = open.held();
    this.cost = open.basis();
    this.peak = open.peak();
    this.net = open.net();
  }

  @Override
  public Optional<Trip> take(Fill fill) {
    if (fill.side() == Side.BUY) {
      buy(fill);
      return Optional.empty();
    }
    return held.signum() > 0 ? sell(fill) : Optional.empty();
  }

  private void buy(Fill fill) {
    held = held.add(fill.feeInCoin() ? fill.sz().add(fill.fee()) : fill.sz());
    BigDecimal paid = fill.px().multiply(fill.sz());
    cost = cost.add(fill.feeInCoin() ? paid : paid.subtract(fill.fee()));
    peak = peak.max(held);
  }

  private Optional<Trip> sell(Fill fill) {
    BigDecimal sold = fill.sz().min(held);
    BigDecimal fee = Decimals.divide(fill.fee().multiply(sold), fill.sz());
    BigDecimal spent = Decimals.divide(cost.multiply(sold), held);
    net = net.add(fill.px().multiply(sold)).add(fee).subtract(spent);
    cost = cost.subtract(spent);
    held = held.subtract(sold);
    if (held.compareTo(peak.multiply(REST)) > 0) {
      return Optional.empty();
    }
    Trip trip = new Trip(fill.time(), net);
    held = BigDecimal.ZERO;
    cost = BigDecimal.ZERO;
    peak = BigDecimal.ZERO;
    net = BigDecimal.ZERO;
    return Optional.of(trip);
  }

  @Override
  public void fund(BigDecimal paid) {
    // Coins are paid for in full.
  }

  @Override
  public Tally.Open open() {
    return new Tally.Open(name.type(), name.instId(), name.side(), held, net, cost, peak, true);
  }
}
