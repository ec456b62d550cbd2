package dev.okxguard.guard.breaker;

import dev.okxguard.guard.Breaker;
import dev.okxguard.guard.BreakerReading;
import dev.okxguard.guard.BreakerReading.Shows;
import dev.okxguard.guard.Policy;
import dev.okxguard.model.Candle;
import dev.okxguard.model.DayRange;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.MissingRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Looks at an account and says which breakers trip. The worse of the marks kept and of the
/// exchange's own record counts, so that marks that are lost reset nothing. What cannot be measured
/// never trips and never passes.
public final class Breakers {
  private static final int DIGITS = 6;

  private final Look look;
  private final Policy.Breakers limits;
  private Optional<RoundTrips.Counted> trips = Optional.empty();
  private Optional<BigDecimal> recorded = Optional.empty();

  private Breakers(Look look, Policy.Breakers limits) {
    this.look = look;
    this.limits = limits;
  }

  /// Never throws for missing data.
  public static Evaluation evaluate(Look look, Policy.Breakers limits) {
    return new Breakers(look, limits).evaluation();
  }

  /// Whether an instrument's candles need not be read: not in a whole day did it move so far that
  /// it could trip.
  public static boolean calm(DayRange day, Instant now, Policy.Breakers limits) {
    return PriceMove.calm(day, now, limits.maxMove());
  }

  private Evaluation evaluation() {
    Optional<EquityMarks> equity = measured(this::equity);
    List<BreakerReading> readings =
        List.of(
            reading(Breaker.MAX_DAILY_LOSS_RATIO, this::dailyLoss),
            reading(Breaker.MAX_DRAWDOWN, this::drawdown),
            reading(Breaker.MAX_CONSECUTIVE_LOSSES, this::streak),
            reading(Breaker.MAX_MOVE, this::move));
    return new Evaluation(
        equity.filter(EquityMarks::changed).map(EquityMarks::marks),
        tally(),
        readings,
        trips.filter(this::mayMatter).isPresent());
  }

  private boolean mayMatter(RoundTrips.Counted counted) {
    return counted.mayReachBack() && counted.losing() < limits.maxConsecutiveLosses();
  }

  private Optional<Tally> tally() {
    if (!Breaker.MAX_CONSECUTIVE_LOSSES.on(limits)) {
      return changes();
    }
    if (trips.isEmpty()) {
      // What is still to be read of fills must not keep bills from being counted on.
      return look.counted().isPresent() ? Optional.empty() : changes();
    }
    return measured(look::longRead)
        .filter(isLong -> isLong)
        .flatMap(_ -> trips)
        .flatMap(counted -> counted.kept().map(this::tally).or(this::behind));
  }

  private Optional<Tally> changes() {
    return measured(look::longDay).filter(isLong -> isLong).map(_ -> Tally.ofChanges(look));
  }

  private Tally tally(RoundTrips.Kept kept) {
    return Tally.of(look, look.settled(), kept.losing(), kept.open());
  }

  /// While fills and positions differ, the one on record stays, with more behind it.
  private Optional<Tally> behind() {
    return look.tally()
        .filter(old -> !old.unread().isEmpty())
        .map(old -> Tally.of(look, old.at(), old.losing(), old.open()));
  }

  private static <T> Optional<T> measured(Supplier<T> measure) {
    try {
      return Optional.of(measure.get());
    } catch (Unmeasurable | MissingRate | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private BreakerReading reading(Breaker breaker, Supplier<Shows> measure) {
    return new BreakerReading(breaker, breaker.limit(limits), shows(breaker, measure));
  }

  private Shows shows(Breaker breaker, Supplier<Shows> measure) {
    if (!breaker.on(limits)) {
      return new Shows.Off();
    }
    try {
      return measure.get();
    } catch (Unmeasurable | MissingRate e) {
      return new Shows.Unknown(e.getMessage());
    } catch (ArithmeticException e) {
      return new Shows.Unknown("figures that make sense (" + e.getMessage() + ")");
    }
  }

  /// Without marks, the day's loss tells how high equity has been at least.
  private EquityMarks equity() {
    BigDecimal kept = BigDecimal.ONE.subtract(recorded());
    BigDecimal equity = look.equity();
    BigDecimal high = kept.signum() > 0 ? Decimals.divide(equity, kept) : equity;
    return EquityMarks.of(look, high);
  }

  /// The day's loss by the exchange's record; none after a person resumed, when the marks are the
  /// measure.
  private BigDecimal recorded() {
    if (recorded.isEmpty()) {
      recorded = Optional.of(look.resumedToday() ? BigDecimal.ZERO : DayRecord.loss(look));
    }
    return recorded.get();
  }

  private Shows dailyLoss() {
    BigDecimal loss = equity().dayLoss().max(recorded());
    return ratio(
        loss, limits.maxDailyLossRatio(), "of what the UTC day began with, open losses in full");
  }

  private Shows drawdown() {
    return ratio(equity().drawdown(), limits.maxDrawdown(), "of the highest equity seen");
  }

  private Shows ratio(BigDecimal loss, BigDecimal limit, String base) {
    String value = text(loss);
    if (loss.signum() <= 0 || loss.compareTo(limit) < 0) {
      return new Shows.Within(value);
    }
    String message =
        "lost "
            + value
            + " "
            + base
            + " (limit "
            + Decimals.text(limit)
            + "); equity is "
            + look.equity().setScale(2, RoundingMode.HALF_EVEN).toPlainString()
            + " USD";
    return new Shows.Tripped(value, message);
  }

  private Shows streak() {
    RoundTrips.Counted counted = RoundTrips.of(look);
    trips = Optional.of(counted);
    int losing = counted.losing();
    String value = String.valueOf(losing);
    return losing < limits.maxConsecutiveLosses()
        ? new Shows.Within(value)
        : new Shows.Tripped(value, value + " losing round trips in a row");
  }

  /// One move that is too far trips, whatever is missing of others.
  private Shows move() {
    PriceMove window = new PriceMove(look.now(), limits.maxMoveMinutes(), look.since());
    BigDecimal farthest = BigDecimal.ZERO;
    Optional<String> missing = Optional.empty();
    for (Map.Entry<String, Optional<List<Candle>>> one : new TreeMap<>(look.candles()).entrySet()) {
      try {
        BigDecimal move = window.of(one.getKey(), one.getValue());
        if (move.compareTo(limits.maxMove()) >= 0) {
          return new Shows.Tripped(text(move), moved(one.getKey(), move));
        }
        farthest = farthest.max(move);
      } catch (Unmeasurable e) {
        missing = Optional.of(e.getMessage());
      }
    }
    return missing.isPresent()
        ? new Shows.Unknown(missing.get())
        : new Shows.Within(text(farthest));
  }

  private String moved(String instId, BigDecimal move) {
    return instId + " moved by " + text(move) + " within " + limits.maxMoveMinutes() + " minutes";
  }

  private static String text(BigDecimal ratio) {
    return Decimals.text(ratio.setScale(DIGITS, RoundingMode.HALF_EVEN));
  }
}
