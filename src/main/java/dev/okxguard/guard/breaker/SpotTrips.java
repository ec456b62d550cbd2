package dev.okxguard.guard.breaker;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Follows what was bought of a coin until it is sold again, at average cost. Coins that were there
/// before the fills seen are no trip.
final class SpotTrips {
  /// What the lot or a fee leaves over does not keep a trip open.
  private static final BigDecimal REST = new BigDecimal("0.01");

  private final List<Trip> trips = new ArrayList<>();
  private BigDecimal held = BigDecimal.ZERO;
  private BigDecimal cost = BigDecimal.ZERO;
  private BigDecimal peak = BigDecimal.ZERO;
  private BigDecimal net = BigDecimal.ZERO;

  /// @param fills of one pair, oldest first
  static List<Trip> over(List<Fill> fills) {
    SpotTrips holding = new SpotTrips();
    fills.forEach(holding::take);
    return holding.trips;
  }

  private void take(Fill fill) {
    if (fill.side() == Side.BUY) {
      buy(fill);
    } else if (held.signum() > 0) {
      sell(fill);
    }
  }

  private void buy(Fill fill) {
    boolean inCoin = fill.instId().startsWith(fill.feeCcy() + "-");
    held = held.add(inCoin ? fill.sz().add(fill.fee()) : fill.sz());
    BigDecimal paid = fill.px().multiply(fill.sz());
    cost = cost.add(inCoin ? paid : paid.subtract(fill.fee()));
    peak = peak.max(held);
  }

  private void sell(Fill fill) {
    BigDecimal sold = fill.sz().min(held);
    BigDecimal fee = Decimals.divide(fill.fee().multiply(sold), fill.sz());
    BigDecimal spent = Decimals.divide(cost.multiply(sold), held);
    net = net.add(fill.px().multiply(sold)).add(fee).subtract(spent);
    cost = cost.subtract(spent);
    held = held.subtract(sold);
    if (held.compareTo(peak.multiply(REST)) <= 0) {
      trips.add(new Trip(fill.time(), net));
      held = BigDecimal.ZERO;
      cost = BigDecimal.ZERO;
      peak = BigDecimal.ZERO;
      net = BigDecimal.ZERO;
    }
  }
}
