package dev.okxguard.reconcile;

import dev.okxguard.model.Fill;
import dev.okxguard.model.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Orders that should wait, since our journal left them waiting, and that no look at the account
/// has shown yet.
///
/// @param placed oldest first
record Unseen(List<Working> placed) {
  /// Those that are asked for one by one; of more the newest.
  private static final int MOST = 40;

  /// The books with those of them that do not wait, unless that is plainly our own doing.
  Books in(Books books, Actual actual, History history, Ours ours) {
    Set<String> waiting = actual.orders().stream().map(Order::ordId).collect(Collectors.toSet());
    Map<String, BigDecimal> filled =
        history.fills().stream().collect(Collectors.toMap(Fill::ordId, Fill::sz, BigDecimal::add));
    return books.expecting(
        placed.reversed().stream()
            .filter(it -> !waiting.contains(it.id()) && !ours.cancelled(it.id(), it.clOrdId()))
            .map(it -> it.filledBy(filled.getOrDefault(it.id(), BigDecimal.ZERO)))
            .filter(it -> !ours.filled(it))
            .limit(MOST)
            .toList());
  }
}
