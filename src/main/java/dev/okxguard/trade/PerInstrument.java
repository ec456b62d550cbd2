package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import dev.okxguard.model.Book;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Quote;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is read for each instrument that is ordered: its quote, the book for orders at market, the
/// leverage of what is margined, which options are not. Under way until the readout is asked for.
record PerInstrument(
    Quotes quotes,
    Map<String, Readings.Reading<Book>> books,
    Map<Readout.Margin, Readings.Reading<Optional<BigDecimal>>> leverages) {
  private static final int BOOK_DEPTH = 100;

  static PerInstrument start(
      Readings readings, Exchange exchange, Iterable<OrderDraft> drafts, Quotes quotes) {
    PerInstrument own = new PerInstrument(quotes, new LinkedHashMap<>(), new LinkedHashMap<>());
    drafts.forEach(draft -> own.start(readings, exchange, draft));
    return own;
  }

  private void start(Readings readings, Exchange exchange, OrderDraft draft) {
    String instId = draft.instId();
    quotes.want(instId);
    if (!draft.ordType().priced()) {
      books.computeIfAbsent(
          instId, id -> readings.start("order book of " + id, () -> exchange.book(id, BOOK_DEPTH)));
    }
    if (draft.tdMode() != TdMode.CASH && draft.instType() != InstType.OPTION) {
      leverages.computeIfAbsent(
          Readout.Margin.of(draft),
          set ->
              readings.start(
                  "leverage of " + instId, () -> exchange.leverage(set.instId(), set.mode())));
    }
  }

  /// Waits for the reads.
  Readout readout(Readings readings, Facts common) {
    Map<String, Book> booked = new HashMap<>();
    books.forEach((id, b) -> readings.value(b).ifPresent(v -> booked.put(id, v)));
    Map<String, Quote> quoted = quotes.known();
    Map<Readout.Margin, BigDecimal> set = readings.known(leverages);
    return new Readout(common, quoted, booked, set, readings.problems());
  }
}
