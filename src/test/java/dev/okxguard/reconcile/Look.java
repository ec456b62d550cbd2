package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a world shows to somebody who reads it.
final class Look {
  /// Milliseconds after which everything that happened shows.
  static final long STILL = 10;

  private Look() {}

  static Actual actual(World world) {
    List<Balance.Currency> cash = new ArrayList<>();
    world.cash.forEach(
        (ccy, amount) -> {
          if (amount.signum() != 0) {
            cash.add(Samples.cash(ccy, amount.toPlainString(), ""));
          }
        });
    List<Position> positions = new ArrayList<>();
    world.legs.forEach(
        (leg, pos) -> {
          if (pos.signum() != 0) {
            BigDecimal shown = leg.posSide() == PosSide.NET ? pos : pos.abs();
            String lever = world.levers.getOrDefault(leg, BigDecimal.TEN).toPlainString();
            positions.add(Samples.position(leg, shown.toPlainString(), lever));
          }
        });
    return new Actual(
        world.now,
        Samples.config(world.mode, world.perm.toArray(String[]::new)),
        new Balance(BigDecimal.ZERO, cash),
        positions,
        world.orders.values().stream().filter(o -> !o.state().isFinal()).toList(),
        world.algos.values().stream().filter(a -> !a.state().isFinal()).toList());
  }

  /// What bears a time in that span, a little of what came before it included.
  static History history(World world, Instant from, Instant to) {
    History wide = read(world, from.minus(Bookkeeping.OVERLAP), to);
    return new History(new Span(from, to), wide.fills(), wide.bills(), wide.orders());
  }

  /// What bears a time in that span, and nothing else.
  static History read(World world, Instant from, Instant to) {
    Span span = new Span(from, to);
    List<Fill> fills = world.fills.stream().filter(it -> span.holds(it.time())).toList();
    List<Bill> bills = world.bills.stream().filter(it -> span.holds(it.time())).toList();
    Ours ours = world.ours();
    Set<String> ids =
        fills.stream()
            .filter(fill -> !ours.gave(fill.clOrdId()))
            .map(Fill::ordId)
            .collect(Collectors.toSet());
    bills.stream().filter(bill -> !ours.gave(bill.clOrdId())).map(Bill::ordId).forEach(ids::add);
    Map<String, Order> orders = new HashMap<>(world.orders);
    orders.keySet().retainAll(ids);
    return new History(span, fills, bills, orders);
  }

  /// With what the exchange says of everything that the books miss.
  static Demands demands(World world, Books books) {
    Demands bare = Samples.demands(world.ours());
    Map<String, Order> gone = new HashMap<>();
    Map<String, Algo> goneAlgos = new HashMap<>();
    for (Books.Lookup it : books.missing(actual(world), world.ours())) {
      if (it.algo()) {
        goneAlgos.computeIfAbsent(it.id(), world.algos::get);
      } else {
        gone.computeIfAbsent(it.id(), world.orders::get);
      }
    }
    return new Demands(bare.policy(), bare.open(), bare.pins(), bare.ours(), gone, goneAlgos);
  }

  /// Books with the world as it is, once it stands still.
  static Books taken(World world) {
    world.pass(STILL);
    History last = history(world, world.now, world.now.plusMillis(1));
    return Books.taken(actual(world), last, world.ours());
  }

  /// Those books with everything up to now counted in, through JSON, as between two runs.
  static Books counted(World world, Books books) {
    world.pass(STILL);
    Books read = Books.of(books.event("counted", ""));
    Instant to = world.now.plusMillis(1);
    return Bookkeeping.count(read, history(world, read.at(), to), world.ours());
  }

  /// What those books and the world do not agree about, without what is only good to know.
  static List<Difference> drift(World world, Books books) {
    return Comparison.between(books, actual(world), demands(world, books)).stream()
        .filter(it -> it.severity() != Severity.INFO)
        .toList();
  }
}
