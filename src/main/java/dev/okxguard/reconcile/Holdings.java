package dev.okxguard.reconcile;

import dev.okxguard.model.Balance;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an account holds: cash by currency, contracts by leg. What is zero is not there.
///
/// @param cash by currency
/// @param legs contracts with direction: positive long, negative short
public record Holdings(Map<String, BigDecimal> cash, Map<Leg, BigDecimal> legs) {
  /// Nothing at all.
  static final Holdings NONE = new Holdings(Map.of(), Map.of());

  public Holdings {
    cash = nonzero(cash);
    legs = nonzero(legs);
  }

  /// What the exchange says.
  public static Holdings of(Balance balance, List<Position> positions) {
    Map<String, BigDecimal> cash = new TreeMap<>();
    balance.currencies().forEach(c -> cash.merge(c.ccy(), c.cashBal(), BigDecimal::add));
    Map<Leg, BigDecimal> legs = new TreeMap<>();
    positions.forEach(p -> legs.merge(Leg.of(p), p.signed(), BigDecimal::add));
    return new Holdings(cash, legs);
  }

  BigDecimal cash(String ccy) {
    return cash.getOrDefault(ccy, BigDecimal.ZERO);
  }

  BigDecimal leg(Leg leg) {
    return legs.getOrDefault(leg, BigDecimal.ZERO);
  }

  /// The same before anything of that happened.
  Holdings without(Map<Subject, Strange> strange) {
    Map<String, BigDecimal> before = new TreeMap<>(cash);
    Map<Leg, BigDecimal> legsBefore = new TreeMap<>(legs);
    strange.forEach(
        (subject, what) -> {
          BigDecimal back = what.sum().negate();
          subject
              .leg()
              .ifPresentOrElse(
                  leg -> legsBefore.merge(leg, back, BigDecimal::add),
                  () -> before.merge(subject.ccy(), back, BigDecimal::add));
        });
    return new Holdings(before, legsBefore);
  }

  private static <K> Map<K, BigDecimal> nonzero(Map<K, BigDecimal> amounts) {
    Map<K, BigDecimal> kept = new TreeMap<>();
    amounts.forEach(
        (key, amount) -> {
          if (amount.signum() != 0) {
            kept.put(key, amount.stripTrailingZeros());
          }
        });
    return Collections.unmodifiableMap(kept);
  }
}
