package dev.okxguard.paper.engine;

import dev.okxguard.model.Book;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.Market;
import dev.okxguard.paper.market.PriceBand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The account and the market at one moment: what every handler works on.
record Session(Account account, Market market, Instant now) {
  /// Levels a taker can walk through; as deep as OKX's own book snapshots.
  private static final int LEVELS = 400;

  /// @throws Refused 51001 when unknown
  Instrument instrument(String instId) {
    return market
        .instrument(instId)
        .orElseThrow(() -> Refused.because("51001", "No such instrument"));
  }

  /// Whether that contract has expired by now.
  boolean delivered(String instId) {
    return market.expiry(instId).map(at -> !now.isBefore(at)).orElse(false);
  }

  Market.Prices prices(Instrument instrument) {
    return market.prices(instrument.instId(), now);
  }

  PriceBand band(Instrument instrument) {
    return PriceBand.around(instrument, prices(instrument).index());
  }

  /// What an order of that side takes from, best first.
  List<Book.Level> offers(Instrument instrument, Side side) {
    Book book = market.depth(instrument.instId(), now, LEVELS);
    return side == Side.BUY ? book.asks() : book.bids();
  }

  Optional<BigDecimal> best(Instrument instrument, Side side) {
    return offers(instrument, side).stream().map(Book.Level::px).findFirst();
  }

  /// Puts an accepted order to the market; stops it carries wait for its end.
  OwnOrder enter(OwnOrder order) {
    List<Attached> numbered =
        order.terms().attached().stream()
            .map(attached -> attached.numbered(account.ids().next(now)))
            .toList();
    if (!numbered.isEmpty()) {
      account.algos().await(order.ordId());
    }
    return new Matcher(this).enter(order.with(order.terms().withAttached(numbered)));
  }

  Funds funds() {
    return new Funds(this);
  }
}
