package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Follows one leg of a contract through its fills, oldest first. What a fill realised is the
/// exchange's word.
final class ContractTrips {
  private final List<Trip> trips = new ArrayList<>();
  private final List<Bill> funding;
  private BigDecimal pos;
  private BigDecimal gross = BigDecimal.ZERO;
  private BigDecimal net = BigDecimal.ZERO;
  private boolean seenOpen;
  private int paid;

  /// @param now contracts held now, signed
  /// @param fills of this leg, oldest first
  /// @param funding of the instrument, oldest first
  ContractTrips(BigDecimal now, List<Fill> fills, List<Bill> funding) {
    this.funding = funding;
    this.pos = fills.stream().map(ContractTrips::signed).reduce(now, BigDecimal::subtract);
  }

  List<Trip> over(List<Fill> fills) {
    fills.forEach(this::take);
    return trips;
  }

  private void take(Fill fill) {
    fund(fill.time());
    BigDecimal after = pos.add(signed(fill));
    gross = gross.add(fill.pnl());
    if (pos.signum() == 0) {
      seenOpen = true;
    }
    if (pos.signum() == 0 || after.signum() == pos.signum()) {
      net = net.add(fill.pnl()).add(fill.fee());
    } else {
      BigDecimal ending = Decimals.divide(fill.fee().multiply(pos.abs()), fill.sz());
      net = net.add(fill.pnl()).add(ending);
      end(fill.time());
      net = after.signum() == 0 ? BigDecimal.ZERO : fill.fee().subtract(ending);
      seenOpen = after.signum() != 0;
    }
    pos = after;
  }

  /// One that began before the fills seen and realised nothing may be no trip at all: a fill that
  /// came between two reads looks like it.
  private void end(Instant at) {
    if (seenOpen || gross.signum() != 0) {
      trips.add(new Trip(at, net));
    }
    gross = BigDecimal.ZERO;
  }

  /// Funding that fell due while the leg was open.
  private void fund(Instant until) {
    for (; paid < funding.size() && funding.get(paid).time().isBefore(until); paid++) {
      if (pos.signum() != 0) {
        net = net.add(funding.get(paid).pnl());
      }
    }
  }

  private static BigDecimal signed(Fill fill) {
    return fill.side() == Side.BUY ? fill.sz() : fill.sz().negate();
  }
}
