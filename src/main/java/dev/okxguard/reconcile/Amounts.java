package dev.okxguard.reconcile;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Legs and cash, over everything that either side knows.
final class Amounts {
  /// Cash below this many dollars is dust, and so many units where there is no rate.
  private static final BigDecimal DUST_USD = new BigDecimal("0.01");

  private static final BigDecimal DUST_UNITS = new BigDecimal("0.00000001");

  private final Holdings expected;
  private final Map<Subject, Strange> strange;
  private final Set<String> uncounted;
  private final Holdings actual;
  private final UsdRates rates;
  private final Instant now;

  Amounts(Books books, Actual actual) {
    this(books.held(), books.strange(), books.uncounted(), actual);
  }

  /// With nothing on record that could explain a difference.
  Amounts(Holdings expected, Actual actual) {
    this(expected, Map.of(), Set.of(), actual);
  }

  private Amounts(
      Holdings expected, Map<Subject, Strange> strange, Set<String> uncounted, Actual actual) {
    this.expected = expected;
    this.strange = strange;
    this.uncounted = uncounted;
    this.actual = Holdings.of(actual.balance(), actual.positions());
    this.rates = UsdRates.of(actual.balance());
    this.now = actual.at();
  }

  List<Difference> legs() {
    Set<Leg> all = new TreeSet<>(expected.legs().keySet());
    all.addAll(actual.legs().keySet());
    strange.keySet().forEach(subject -> subject.leg().ifPresent(all::add));
    List<Difference> found = new ArrayList<>();
    all.forEach(leg -> leg(leg).ifPresent(found::add));
    return found;
  }

  private Optional<Difference> leg(Leg leg) {
    BigDecimal should = expected.leg(leg);
    BigDecimal is = actual.leg(leg);
    if (leg.margin() && uncounted.contains(leg.instId())) {
      return Optional.of(
          difference(
              Kind.POSITION,
              Severity.HALT,
              Subject.leg(leg),
              "not known",
              Decimals.text(is),
              "spot on credit was traded since, and what it should be does not follow from fills:"
                  + " use --expected, or look and adopt"));
    }
    BigDecimal difference = is.subtract(should);
    Explained why = new Explained(difference, strange(Subject.leg(leg)), BigDecimal.ZERO);
    if (difference.signum() == 0 && why.fully()) {
      return Optional.empty();
    }
    Kind kind = kind(should, is);
    return Optional.of(
        difference(
            kind,
            severity(kind, why),
            Subject.leg(leg),
            Decimals.text(should),
            Decimals.text(is),
            why.words(Amounts::traded, now)));
  }

  /// Legs that others moved, by the books alone.
  static List<Difference> others(Books books) {
    List<Difference> found = new ArrayList<>();
    books
        .strange()
        .forEach(
            (subject, strange) ->
                subject
                    .leg()
                    .filter(_ -> strange.sum().signum() != 0)
                    .map(leg -> moving(books, leg, strange))
                    .ifPresent(found::add));
    return found;
  }

  private static Difference moving(Books books, Leg leg, Strange strange) {
    Explained why = new Explained(strange.sum(), strange, BigDecimal.ZERO);
    return difference(
        Kind.POSITION,
        Severity.HALT,
        Subject.leg(leg),
        books.floating().isPresent() ? "not known" : Decimals.text(books.held().leg(leg)),
        "moving",
        why.words(Amounts::traded, books.at()));
  }

  static Kind kind(BigDecimal should, BigDecimal is) {
    if (should.compareTo(is) == 0) {
      return Kind.POSITION;
    }
    if (should.signum() == 0) {
      return Kind.UNEXPECTED;
    }
    if (is.signum() == 0) {
      return Kind.GHOST;
    }
    return should.signum() == is.signum() ? Kind.POSITION : Kind.FLIPPED;
  }

  /// What stands where nothing should, or on the other side, is dangerous whoever put it there.
  private static Severity severity(Kind kind, Explained why) {
    return kind == Kind.UNEXPECTED || kind == Kind.FLIPPED ? Severity.HALT : why.severity();
  }

  List<Difference> cash() {
    Set<String> all = new TreeSet<>(expected.cash().keySet());
    all.addAll(actual.cash().keySet());
    return cash(all);
  }

  /// Only those currencies.
  List<Difference> cash(Set<String> currencies) {
    List<Difference> found = new ArrayList<>();
    currencies.forEach(ccy -> cash(ccy).ifPresent(found::add));
    return found;
  }

  private Optional<Difference> cash(String ccy) {
    BigDecimal should = expected.cash(ccy);
    BigDecimal is = actual.cash(ccy);
    BigDecimal difference = is.subtract(should);
    BigDecimal dust = dust(ccy);
    Explained why = new Explained(difference, strange(Subject.cash(ccy)), dust);
    if (difference.abs().compareTo(dust) <= 0 && why.fully()) {
      return Optional.empty();
    }
    return Optional.of(
        difference(
            Kind.BALANCE,
            why.severity(),
            Subject.cash(ccy),
            Decimals.text(should),
            Decimals.text(is),
            why.words(amount -> paid(amount, ccy), now)));
  }

  /// Units of that currency that do not matter.
  BigDecimal dust(String ccy) {
    return rates.knows(ccy)
        ? Decimals.divide(DUST_USD, rates.usd(ccy, BigDecimal.ONE))
        : DUST_UNITS;
  }

  private Strange strange(Subject subject) {
    return strange.getOrDefault(subject, Strange.NOTHING);
  }

  private static String traded(BigDecimal contracts) {
    return Decimals.text(contracts.abs()) + (contracts.signum() < 0 ? " sold" : " bought");
  }

  private static String paid(BigDecimal amount, String ccy) {
    return Decimals.text(amount) + " " + ccy;
  }

  private static Difference difference(
      Kind kind,
      Severity severity,
      Subject subject,
      String expected,
      String actual,
      String explanation) {
    return new Difference(kind, severity, subject, expected, actual, explanation);
  }
}
