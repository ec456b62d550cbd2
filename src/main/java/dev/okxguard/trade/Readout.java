package dev.okxguard.trade;

import dev.okxguard.guard.Ahead;
import dev.okxguard.guard.Facts;
import dev.okxguard.model.Book;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One reading for several orders: what they share once, what belongs to an instrument once each.
///
/// @param common without what belongs to one order's instrument
/// @param books of the instruments ordered at market
/// @param problems why some of it is missing
record Readout(
    Facts common,
    Map<String, Quote> quotes,
    Map<String, Book> books,
    Map<Margin, BigDecimal> leverages,
    List<String> problems) {

  /// What leverage is set for.
  record Margin(String instId, TdMode mode) {
    static Margin of(OrderDraft draft) {
      return new Margin(draft.instId(), draft.tdMode());
    }
  }

  /// The facts for that order, with what goes out before it.
  Snapshot of(OrderDraft draft, List<Ahead> ahead) {
    Facts facts =
        common.about(
            Optional.ofNullable(quotes.get(draft.instId())),
            Optional.ofNullable(books.get(draft.instId())),
            Optional.ofNullable(leverages.get(Margin.of(draft))),
            ahead);
    return new Snapshot(facts, problems);
  }
}
