package dev.okxguard.guard;

import dev.okxguard.model.Book;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a market order would get from a book.
public final class BookWalk {
  private BookWalk() {}

  /// The average price over the levels it takes; empty when the book is too thin. The size must be
  /// positive.
  ///
  /// @param inverse whether the size counts dollars, so that the coins of each level are what adds
  ///   up
  public static Optional<BigDecimal> averagePrice(OrderDraft draft, Book book, boolean inverse) {
    List<Book.Level> levels = draft.side() == Side.BUY ? book.asks() : book.bids();
    if (inverse) {
      return byMoney(levels, draft.sz(), Book.Level::sz);
    }
    return draft.quoteSized()
        ? byMoney(levels, draft.sz(), BookWalk::worth)
        : bySize(levels, draft.sz());
  }

  /// The book as the orders ahead in the batch would leave it to this one.
  static Book left(Book book, OrderDraft draft, List<Ahead> ahead) {
    boolean buy = draft.side() == Side.BUY;
    List<Book.Level> levels = buy ? book.asks() : book.bids();
    for (Ahead other : ahead) {
      OrderDraft taker = other.draft();
      boolean here = taker.instId().equals(draft.instId()) && taker.side() == draft.side();
      if (here && takes(taker, levels)) {
        levels = without(levels, other.rest(), taker.quoteSized());
      }
    }
    return new Book(
        book.instId(), buy ? levels : book.asks(), buy ? book.bids() : levels, book.time());
  }

  /// Whether the order would trade at once rather than rest.
  private static boolean takes(OrderDraft draft, List<Book.Level> levels) {
    return draft
        .px()
        .map(
            px ->
                !levels.isEmpty()
                    && px.subtract(levels.getFirst().px()).signum() * draft.side().sign() >= 0)
        .orElse(true);
  }

  private static List<Book.Level> without(
      List<Book.Level> levels, BigDecimal amount, boolean quoted) {
    List<Book.Level> rest = new ArrayList<>();
    BigDecimal left = amount;
    for (Book.Level level : levels) {
      BigDecimal has = quoted ? worth(level) : level.sz();
      BigDecimal taken = left.min(has);
      left = left.subtract(taken);
      if (taken.compareTo(has) < 0) {
        BigDecimal remains = has.subtract(taken);
        rest.add(
            new Book.Level(level.px(), quoted ? Decimals.divide(remains, level.px()) : remains));
      }
    }
    return rest;
  }

  private static BigDecimal worth(Book.Level level) {
    return level.sz().multiply(level.px());
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

  /// For an amount of money rather than of coins.
  ///
  /// @param held how much of it a level holds
  private static Optional<BigDecimal> byMoney(
      List<Book.Level> levels, BigDecimal amount, Function<Book.Level, BigDecimal> held) {
    BigDecimal left = amount;
    BigDecimal coins = BigDecimal.ZERO;
    for (Book.Level level : levels) {
      BigDecimal taken = left.min(held.apply(level));
      coins = coins.add(Decimals.divide(taken, level.px()));
      left = left.subtract(taken);
      if (left.signum() <= 0) {
        return Optional.of(Decimals.divide(amount, coins));
      }
    }
    return Optional.empty();
  }
}
