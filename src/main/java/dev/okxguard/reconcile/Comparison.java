package dev.okxguard.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    Pending pending = new Pending(expected, actual, demands);
    OrderDifferences orders = new OrderDifferences(expected, pending);
    SettingDifferences settings = new SettingDifferences(actual, demands);
    List<Difference> found = new ArrayList<>(amounts.legs());
    found.addAll(amounts.cash());
    found.addAll(orders.orders());
    found.addAll(algos(orders, new StopDifferences(actual, demands, pending.goneStops())));
    found.addAll(settings.intents());
    found.addAll(settings.all(expected));
    return sorted(found);
  }

  /// What is said about a stop's place is not said once more about the order, unless that is worse.
  /// What is merely good to know stands for nothing: no drift would be left of the two.
  private static List<Difference> algos(OrderDifferences orders, StopDifferences stops) {
    List<Difference> found = new ArrayList<>(stops.all());
    Set<Subject> said =
        found.stream()
            .filter(it -> it.severity() != Severity.INFO)
            .map(Difference::subject)
            .collect(Collectors.toSet());
    orders.algos().stream()
        .filter(it -> it.severity() == Severity.HALT || !said.contains(it.subject()))
        .filter(it -> !bare(said, it))
        .forEach(found::add);
    return found;
  }

  /// Whether a stop that is gone is told with the position that lacks it.
  private static boolean bare(Set<Subject> said, Difference algo) {
    Subject of = algo.subject();
    Subject leg = new Subject(of.instId(), of.mgnMode(), of.posSide(), of.ccy(), "");
    return algo.kind() == Kind.ORDER_MISSING && said.contains(leg);
  }

  static List<Difference> sorted(List<Difference> found) {
    return found.stream()
        .sorted(Comparator.comparing(Difference::kind).thenComparing(Difference::subject))
        .toList();
  }
}
