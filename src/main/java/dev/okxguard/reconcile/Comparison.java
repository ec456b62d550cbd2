package dev.okxguard.reconcile;

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
    compare("cash", expected.cash(), actual.cash(), ccy -> ccy, differences);
    compare("position", expected.legs(), actual.legs(), Holdings.Leg::instId, differences);
    return differences;
  }

  private static <K> void compare(
      String kind,
      Map<K, BigDecimal> expected,
      Map<K, BigDecimal> actual,
      Function<K, String> subject,
      List<Difference> differences) {
    TreeSet<K> all = new TreeSet<>(Comparator.comparing(Object::toString));
    all.addAll(expected.keySet());
    all.addAll(actual.keySet());
    for (K key : all) {
      BigDecimal should = expected.getOrDefault(key, BigDecimal.ZERO);
      BigDecimal is = actual.getOrDefault(key, BigDecimal.ZERO);
      if (should.compareTo(is) != 0) {
        differences.add(new Difference(kind, subject.apply(key), should, is));
      }
    }
  }
}
