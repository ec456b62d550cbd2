package dev.okxguard.reconcile;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// Holds expected and actual side by side, over everything that either knows.
public final class Comparison {
  private Comparison() {}

  /// What differs from the books, in a stable order: nothing worse than [Severity#INFO] exactly
  /// when all that happened was ours or the exchange's regular business.
  ///
  /// @throws IllegalArgumentException when the books have no baseline yet
  public static List<Difference> between(Books expected, Actual actual, Demands demands) {
    if (expected.floating().isPresent()) {
      throw new IllegalArgumentException("books without a baseline cannot be compared");
    }
    Amounts amounts = new Amounts(expected, actual);
    List<Difference> found = new ArrayList<>(amounts.legs());
    found.addAll(amounts.cash());
    return found;
  }

  /// What differs, in a stable order; empty exactly when both are the same.
  public static List<Difference> between(Holdings expected, Holdings actual) {
    List<Difference> differences = new ArrayList<>();
    compare(Kind.BALANCE, expected.cash(), actual.cash(), Subject::cash, differences);
    compare(Kind.POSITION, expected.legs(), actual.legs(), Subject::leg, differences);
    return differences;
  }

  private static <K> void compare(
      Kind kind,
      Map<K, BigDecimal> expected,
      Map<K, BigDecimal> actual,
      Function<K, Subject> subject,
      List<Difference> differences) {
    TreeSet<K> all = new TreeSet<>(Comparator.comparing(Object::toString));
    all.addAll(expected.keySet());
    all.addAll(actual.keySet());
    for (K key : all) {
      BigDecimal should = expected.getOrDefault(key, BigDecimal.ZERO);
      BigDecimal is = actual.getOrDefault(key, BigDecimal.ZERO);
      if (should.compareTo(is) != 0) {
        differences.add(
            new Difference(
                kind,
                Severity.HALT,
                subject.apply(key),
                Decimals.text(should),
                Decimals.text(is),
                ""));
      }
    }
  }
}
