package dev.okxguard.reconcile;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the exchange's regular business moved, added up however many slices it was read in.
///
/// @param kinds by kind in words and by currency
record Regular(Map<String, Map<String, BigDecimal>> kinds) {
  static final Regular NOTHING = new Regular(Map.of());

  Regular {
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
  }

  Regular plus(Regular other) {
    Map<String, Map<String, BigDecimal>> all = new TreeMap<>();
    List.of(this, other)
        .forEach(
            each ->
                each.kinds.forEach(
                    (kind, amounts) -> {
                      Map<String, BigDecimal> sums =
                          all.computeIfAbsent(kind, _ -> new TreeMap<>());
                      amounts.forEach((ccy, amount) -> sums.merge(ccy, amount, BigDecimal::add));
                    }));
    return new Regular(all);
  }

  /// One line for each kind: `funding: -1.2 USDT`.
  List<String> lines() {
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + ": " + amounts(kind.getValue()))
        .toList();
  }

  private static String amounts(Map<String, BigDecimal> byCcy) {
    return byCcy.entrySet().stream()
        .map(it -> Decimals.text(it.getValue()) + " " + it.getKey())
        .collect(Collectors.joining(", "));
  }
}
