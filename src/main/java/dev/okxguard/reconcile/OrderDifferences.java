package dev.okxguard.reconcile;

import dev.okxguard.guard.Protection;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Orders and algo orders: those that should wait and do not, those that wait and should not, and
/// those that are not as we gave them.
final class OrderDifferences {
  private final Books books;
  private final Pending pending;
  private final Fates fates;
  private final Attribution attribution;

  OrderDifferences(Books books, Pending pending) {
    this.books = books;
    this.pending = pending;
    this.fates = new Fates(pending);
    this.attribution = Attribution.of(books, pending.demands().ours());
  }

  List<Difference> orders() {
    List<Difference> found = new ArrayList<>();
    for (Working gone : pending.goneOrders()) {
      fates.order(gone).ifPresent(fate -> found.add(missing(gone, fate)));
    }
    for (Order order : pending.actual().orders()) {
      boolean closing = Protection.onlyReduces(order, pending.actual().config());
      waiting(Working.of(order), attribution.of(order), closing, books.orders())
          .ifPresent(found::add);
    }
    return found;
  }

  List<Difference> algos() {
    List<Difference> found = new ArrayList<>();
    for (Working gone : pending.goneAlgos()) {
      fates.algo(gone).ifPresent(fate -> found.add(missing(gone, fate)));
    }
    for (Algo algo : pending.actual().algos()) {
      boolean closing = Protection.onlyReduces(algo, pending.actual().config());
      Working is = Working.of(algo, Set.of());
      waiting(is, attribution.of(algo), closing, books.algos()).ifPresent(found::add);
    }
    return found;
  }

  private static Difference missing(Working gone, Fates.Fate fate) {
    return new Difference(
        Kind.ORDER_MISSING,
        fate.severity(),
        Subject.order(gone.leg(), gone.id()),
        gone.words(),
        "nothing",
        fate.words());
  }

  private Optional<Difference> waiting(
      Working is, Whose whose, boolean closing, Map<String, Working> known) {
    if (whose != Whose.OURS) {
      return Optional.of(foreign(is, whose, closing));
    }
    return pending.changed(known, is).map(change -> changed(change, closing));
  }

  private static Difference foreign(Working is, Whose whose, boolean closing) {
    boolean harmless = closing && whose != Whose.COPY;
    return new Difference(
        Kind.ORDER_FOREIGN,
        harmless ? Severity.WARN : Severity.HALT,
        Subject.order(is.leg(), is.id()),
        "nothing",
        is.words(),
        "placed " + whose.phrase());
  }

  private static Difference changed(Changes.Change change, boolean closing) {
    return new Difference(
        Kind.ORDER_CHANGED,
        severity(change, closing),
        Subject.order(change.is().leg(), change.is().id()),
        change.was().words(change.terms()),
        change.is().words(change.terms()),
        change.smaller()
            ? "made smaller by the exchange or by another hand"
            : "changed by another hand");
  }

  /// The exchange trims reduce-only orders, which those of a leg that close it are by nature;
  /// nothing that can only close becomes dangerous.
  private static Severity severity(Changes.Change change, boolean closing) {
    if (change.smaller()) {
      boolean trimmed = change.is().reduceOnly() || change.is().closing();
      return trimmed ? Severity.INFO : Severity.WARN;
    }
    return closing ? Severity.WARN : Severity.HALT;
  }
}
