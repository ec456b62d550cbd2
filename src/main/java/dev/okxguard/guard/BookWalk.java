package dev.okxguard.guard;

import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a market order would get from a book.
public final class BookWalk {
  private BookWalk() {}

  /// The average price over the levels it takes; empty when the book is too thin. The size must be
  /// positive.
  public static Optional<BigDecimal> averagePrice(OrderDraft draft, Book book) {
    List<Book.Level> levels = draft.side() == Side.BUY ? book.asks() : book.bids();
    return draft.quoteSized() ? byQuote(levels, draft.sz()) : bySize(levels, draft.sz());
  }

  private static Optional<BigDecimal> bySize(List<Book.Level> levels, BigDecimal size) {
    BigDecimal left = size;
    BigDecimal paid = BigDecimal.ZERO;
    for (Book.Level level : levels) {
      BigDecimal taken = left.min(level.sz());
      paid = paid.add(taken.multiply(level.px()));
      left = left.subtract(taken);
      if (left.signum() <= 0) {
        return Optional.of(Decimals.divide(paid, size));
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> byQuote(List<Book.Level> levels, BigDecimal amount) {
    BigDecimal left = amount;
    BigDecimal base = BigDecimal.ZERO;
    for (Book.Level level : levels) {
      BigDecimal worth = level.sz().multiply(level.px());
      BigDecimal taken = left.min(worth);
      base = base.add(Decimals.divide(taken, level.px()));
      left = left.subtract(taken);
      if (left.signum() <= 0) {
        return Optional.of(Decimals.divide(amount, base));
      }
    }
    return Optional.empty();
  }
}
