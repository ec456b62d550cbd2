package dev.okxguard.paper.engine;

import dev.okxguard.model.Book.Level;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A taker's way through the book.
///
/// @param matches what it takes, best price first
/// @param complete whether it got all it wanted
record Walk(List<Contracts.Lot> matches, boolean complete) {

  /// What a taker wants.
  ///
  /// @param base contracts or base currency at most, empty for no bound
  /// @param quote quote currency at most, empty for no bound
  /// @param limit worst price, empty for any
  /// @param lot sizes are whole multiples of it
  record Appetite(
      Side side,
      Optional<BigDecimal> base,
      Optional<BigDecimal> quote,
      Optional<BigDecimal> limit,
      BigDecimal lot) {

    private boolean accepts(BigDecimal px) {
      return limit.map(worst -> px.subtract(worst).signum() * side.sign() <= 0).orElse(true);
    }

    private BigDecimal most(BigDecimal px) {
      Optional<BigDecimal> byQuote = quote.map(q -> Decimals.floorTo(Decimals.divide(q, px), lot));
      return byQuote.map(q -> base.map(q::min).orElse(q)).or(() -> base).orElseThrow();
    }

    private Appetite less(Contracts.Lot taken) {
      return new Appetite(
          side,
          base.map(b -> b.subtract(taken.sz())),
          quote.map(q -> q.subtract(taken.px().multiply(taken.sz()))),
          limit,
          lot);
    }
  }

  static Walk through(List<Level> levels, Appetite appetite) {
    List<Contracts.Lot> matches = new ArrayList<>();
    Appetite left = appetite;
    Predicate<Level> within = level -> appetite.accepts(level.px());
    for (Level level : levels.stream().takeWhile(within).toList()) {
      BigDecimal most = left.most(level.px());
      BigDecimal sz = most.min(level.sz());
      if (sz.signum() > 0) {
        Contracts.Lot taken = new Contracts.Lot(level.px(), sz);
        matches.add(taken);
        left = left.less(taken);
      }
      if (most.compareTo(level.sz()) <= 0) {
        return new Walk(List.copyOf(matches), true);
      }
    }
    return new Walk(List.copyOf(matches), false);
  }

  boolean empty() {
    return matches.isEmpty();
  }

  /// The worst price taken; only when something was.
  BigDecimal worst() {
    return matches.getLast().px();
  }
}
