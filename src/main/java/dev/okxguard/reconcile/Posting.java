package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The books while something is counted in.
final class Posting {
  /// OKX's bill types that are its regular business, in words.
  private static final Map<String, String> SYSTEM =
      Map.of(
          "1", "transfers",
          "3", "delivery and exercise",
          "6", "margin moved to and from isolated positions",
          "7", "interest",
          "8", "funding",
          "22", "loans repaid",
          "34", "settlement");

  private final Books before;
  private final Map<String, BigDecimal> cash;
  private final Map<Leg, BigDecimal> legs;
  private final Map<Subject, Strange> strange;
  private final Map<String, Working> orders;
  private final Map<String, Working> algos;
  private final Set<String> uncounted;
  private final Map<String, Map<String, BigDecimal>> system = new TreeMap<>();

  Posting(Books before) {
    this.before = before;
    this.cash = new TreeMap<>(before.held().cash());
    this.legs = new TreeMap<>(before.held().legs());
    this.strange = new TreeMap<>(before.strange());
    this.orders = new TreeMap<>(before.orders());
    this.algos = new TreeMap<>(before.algos());
    this.uncounted = new TreeSet<>(before.uncounted());
  }

  /// @param mode how its order was margined; given for contracts
  void post(Fill fill, Whose whose, Optional<TdMode> mode) {
    orders.computeIfPresent(fill.ordId(), (_, order) -> order.filledBy(fill.sz()));
    if (fill.instType() == InstType.MARGIN) {
      uncounted.add(fill.instId());
    } else if (fill.instType().contracts()) {
      move(fill, whose, mode.orElseThrow());
    }
  }

  /// What the exchange closes at delivery ends with the bill.
  private void move(Fill fill, Whose whose, TdMode mode) {
    Leg leg = new Leg(fill.instId(), mode, fill.posSide(), "");
    BigDecimal signed = fill.sz().multiply(BigDecimal.valueOf(fill.side().sign()));
    BigDecimal before = total(leg);
    if (whose == Whose.OURS) {
      legs.merge(leg, signed, BigDecimal::add);
    } else if (!whose.expected()) {
      odd(Subject.leg(leg), new Strange.Item(fill.time(), whose, order(fill.ordId()), signed));
    } else {
      return;
    }
    if (before.signum() != 0 && before.add(signed).signum() != before.signum()) {
      over(waits -> waits.leg().equals(leg));
    }
  }

  /// The position of those was closed.
  private void over(Predicate<Working> which) {
    orders.replaceAll((_, order) -> which.test(order) ? order.overNow() : order);
    algos.replaceAll((_, algo) -> which.test(algo) ? algo.overNow() : algo);
  }

  /// What was there, whoever put it there.
  private BigDecimal total(Leg leg) {
    BigDecimal own = legs.getOrDefault(leg, BigDecimal.ZERO);
    Strange others = strange.get(Subject.leg(leg));
    return others == null ? own : own.add(others.sum());
  }

  void post(Bill bill, Whose whose) {
    if (bill.type().equals("3") && !bill.instId().isEmpty()) {
      end(bill.instId());
    }
    if (whose.expected()) {
      cash.merge(bill.ccy(), bill.balChg(), BigDecimal::add);
      name(bill, whose);
    } else if (bill.balChg().signum() != 0) {
      odd(
          Subject.cash(bill.ccy()),
          new Strange.Item(bill.time(), whose, cause(bill), bill.balChg()));
    }
  }

  /// An instrument that is delivered or exercised holds nothing any more, whoever held it.
  private void end(String instId) {
    legs.keySet().removeIf(leg -> leg.instId().equals(instId));
    strange.keySet().removeIf(subject -> subject.instId().equals(instId));
    over(waits -> waits.instId().equals(instId));
  }

  private void name(Bill bill, Whose whose) {
    if (whose == Whose.SYSTEM) {
      system
          .computeIfAbsent(SYSTEM.getOrDefault(bill.type(), "conversions"), _ -> new TreeMap<>())
          .merge(bill.ccy(), bill.balChg(), BigDecimal::add);
    }
  }

  private void odd(Subject subject, Strange.Item item) {
    strange.merge(subject, Strange.NOTHING.plus(item), (all, _) -> all.plus(item));
  }

  private static String cause(Bill bill) {
    String type = bill.type().equals("2") ? "" : " of type " + bill.type();
    return bill.ordId().isEmpty() ? "bill " + bill.billId() + type : order(bill.ordId());
  }

  private static String order(String ordId) {
    return "order " + ordId;
  }

  Books books(Instant at, Recent recent) {
    return new Books(
        at,
        before.floating(),
        new Holdings(cash, legs),
        strange,
        orders,
        algos,
        before.settings(),
        recent,
        uncounted,
        before.seen());
  }

  Regular regular() {
    return new Regular(system);
  }
}
