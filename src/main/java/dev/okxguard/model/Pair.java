package dev.okxguard.model;

/// The two currencies of a spot pair, as OKX builds its ids.
public record Pair(String base, String quote) {
  /// Those of that id; the quote is "" where there is none.
  public static Pair of(String instId) {
    String[] parts = instId.split("-", 3);
    return new Pair(parts[0], parts.length < 2 ? "" : parts[1]);
  }

  /// Whether a sale brings money. One that brings another coin is an entry into that coin.
  public boolean forMoney() {
    return Money.is(quote);
  }
}
