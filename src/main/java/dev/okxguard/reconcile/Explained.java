package dev.okxguard.reconcile;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A difference against what is known to have moved it.
///
/// @param difference actual less expected
/// @param tolerance what is too little to matter
record Explained(BigDecimal difference, Strange strange, BigDecimal tolerance) {
  /// How many changes are told one by one.
  private static final int TOLD = 3;

  /// What nothing on record explains; zero when it is within the tolerance.
  BigDecimal rest() {
    BigDecimal rest = difference.subtract(strange.sum());
    return rest.abs().compareTo(tolerance) <= 0 ? BigDecimal.ZERO : rest;
  }

  boolean fully() {
    return rest().signum() == 0;
  }

  /// A warning when all of it is explained, unless by another copy of this program: that goes on.
  Severity severity() {
    return fully() && !strange.by(Whose.COPY) ? Severity.WARN : Severity.HALT;
  }

  /// @param moved words for one amount: `0.3 bought`
  String words(Function<BigDecimal, String> moved, Instant now) {
    List<String> parts = new ArrayList<>();
    List<Strange.Item> newest = strange.newest().reversed();
    newest.stream()
        .limit(TOLD)
        .forEach(
            item ->
                parts.add(
                    moved.apply(item.amount())
                        + " "
                        + item.whose().phrase()
                        + ": "
                        + item.id()
                        + ", "
                        + When.text(item.at(), now)));
    int more = Math.max(0, newest.size() - TOLD) + strange.more();
    if (more > 0) {
      BigDecimal older =
          newest.stream()
              .skip(TOLD)
              .map(Strange.Item::amount)
              .reduce(strange.rest(), BigDecimal::add);
      parts.add("and " + more + " more, together " + Decimals.text(older));
    }
    if (!fully()) {
      parts.add(Decimals.text(rest()) + " is explained by nothing on record");
    }
    return String.join("; ", parts);
  }
}
