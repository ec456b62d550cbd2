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
