package dev.okxguard.guard.breaker;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// Follows one leg of a contract. What a fill realised is the exchange's word.
final class ContractTrips implements LegTrips {
  private final LegTrips.Name name;
  private BigDecimal pos;
  private BigDecimal gross;
  private BigDecimal net;
  private boolean seenOpen;

  ContractTrips(Tally.Open open) {
    this.name = LegTrips.Name.of(open);
    this.pos = open.held();
    this.gross = open.basis();
    this.net = open.net();
    this.seenOpen = open.whole();
  }

  @Override
  public Optional<Trip> take(Fill fill) {
    BigDecimal before = pos;
    pos = pos.add(signed(fill));
    gross = gross.add(fill.pnl());
    BigDecimal fee = fee(fill);
    if (before.signum() == 0) {
      seenOpen = true;
    }
    if (before.signum() == 0 || pos.signum() == before.signum()) {
      net = net.add(fill.pnl()).add(fee);
      return Optional.empty();
    }
    BigDecimal ending = Decimals.divide(fee.multiply(before.abs()), fill.sz());
    Optional<Trip> ended = ended(new Trip(fill.time(), net.add(fill.pnl()).add(ending)));
    gross = BigDecimal.ZERO;
    net = pos.signum() == 0 ? BigDecimal.ZERO : fee.subtract(ending);
    seenOpen = pos.signum() != 0;
    return ended;
  }

  /// Coins bought on margin may be paid for in the coin, while their profit counts money.
  private BigDecimal fee(Fill fill) {
    boolean inCoin = name.type() == InstType.MARGIN && fill.feeInCoin();
    return inCoin ? fill.fee().multiply(fill.px()) : fill.fee();
  }

  /// One that began before the fills seen and realised nothing may be no trip at all: a fill that
  /// came between two reads looks like it.
  private Optional<Trip> ended(Trip trip) {
    return seenOpen || gross.signum() != 0 ? Optional.of(trip) : Optional.empty();
  }

  @Override
  public void fund(BigDecimal paid) {
    net = net.add(paid);
  }

  @Override
  public Tally.Open open() {
    return new Tally.Open(
        name.type(), name.instId(), name.side(), pos, net, gross, BigDecimal.ZERO, seenOpen);
  }

  static BigDecimal signed(Fill fill) {
    return fill.side() == Side.BUY ? fill.sz() : fill.sz().negate();
  }
}
