package dev.okxguard.paper.market;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// The terms of an option, and what it is worth by them, in coins for one coin of its underlying.
///
/// The time value is a closed form of its own: 0.4 s³ / (s² + m²), with s the standard deviation of
/// the price until expiry (60 % a year) and m the distance of the price from the strike, as a
/// fraction of the strike. At the strike that is the usual 0.4 s; further out it falls off, and it
/// is the same for call and put, so that the two keep to put-call parity.
///
/// @param call a call, else a put
/// @param strike in dollars
/// @param expiry when it is exercised if that pays
public record OptionTerms(boolean call, BigDecimal strike, Instant expiry) {
  private static final BigDecimal VARIANCE_A_YEAR = new BigDecimal("0.36");
  private static final BigDecimal YEAR = BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
  private static final BigDecimal AT_THE_STRIKE = new BigDecimal("0.4");

  /// What exercising it brings at that price of the underlying.
  public BigDecimal intrinsic(BigDecimal underlying) {
    BigDecimal distance = underlying.subtract(strike);
    BigDecimal gain = call ? distance : distance.negate();
    return Decimals.divide(gain.max(BigDecimal.ZERO), underlying);
  }

  /// Its price at that price of the underlying: with the time value of whole seconds left.
  public BigDecimal premium(BigDecimal underlying, Instant at) {
    return intrinsic(underlying).add(timeValue(underlying, at));
  }

  private BigDecimal timeValue(BigDecimal underlying, Instant at) {
    long left = expiry.getEpochSecond() - at.getEpochSecond();
    if (left <= 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal variance = VARIANCE_A_YEAR.multiply(Decimals.divide(BigDecimal.valueOf(left), YEAR));
    BigDecimal deviation = variance.sqrt(Decimals.DIVISION);
    BigDecimal distance = Decimals.divide(underlying.subtract(strike), strike);
    BigDecimal spread = variance.add(distance.multiply(distance));
    return Decimals.divide(AT_THE_STRIKE.multiply(variance).multiply(deviation), spread);
  }
}
