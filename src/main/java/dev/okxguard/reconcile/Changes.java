package dev.okxguard.reconcile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether an order waits with the size and prices that we gave it.
record Changes(Ours ours) {

  /// What was changed by another hand; empty when nothing was.
  ///
  /// @param terms those that differ, besides size and price
  /// @param smaller whether all that changed is that it is smaller
  record Change(Working was, Working is, Set<String> terms, boolean smaller) {}

  Optional<Change> of(Working was, Working is) {
    boolean size = changed(was, "sz", was.sz(), is.sz());
    boolean price = changed(was, "px", was.px(), is.px());
    Set<String> terms =
        names(was, is).stream()
            .filter(name -> changed(was, name, was.term(name), is.term(name)))
            .collect(Collectors.toSet());
    if (!size && !price && terms.isEmpty()) {
      return Optional.empty();
    }
    boolean alone = size && !price && terms.isEmpty();
    return Optional.of(new Change(was, is, terms, alone && smaller(was, is)));
  }

  /// Those known before, and triggers that came in addition: an order price comes with its trigger.
  /// Books of an earlier version know no terms at all.
  private static Set<String> names(Working was, Working is) {
    Set<String> names = new TreeSet<>(was.terms().keySet());
    if (!names.isEmpty()) {
      is.terms().keySet().stream().filter(name -> name.endsWith("TriggerPx")).forEach(names::add);
    }
    return names;
  }

  /// OKX takes a price away when it is to be zero.
  private boolean changed(
      Working order, String term, Optional<BigDecimal> was, Optional<BigDecimal> is) {
    return !was.equals(is)
        && !ours.asked(order.id(), order.clOrdId(), term, is.orElse(BigDecimal.ZERO));
  }

  private static boolean smaller(Working was, Working is) {
    return is.sz().isPresent()
        && was.sz().filter(sz -> is.sz().get().compareTo(sz) < 0).isPresent();
  }
}
