package dev.okxguard.trade;

import dev.okxguard.model.Algo;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Contract specifications and mark prices of everything held, resting or asked for. Each is read
/// once, from when it is first known to be wanted.
final class Specifications {
  private final Readings readings;
  private final Exchange exchange;
  private final Map<String, Readings.Reading<Optional<Instrument>>> specs = new LinkedHashMap<>();
  private final Map<String, Readings.Reading<Optional<BigDecimal>>> prices = new LinkedHashMap<>();
  private final Quotes quotes;

  private Specifications(Readings readings, Exchange exchange, Quotes quotes) {
    this.readings = readings;
    this.exchange = exchange;
    this.quotes = quotes;
  }

  /// Starts to read those of what is asked for.
  static Specifications start(
      Readings readings, Exchange exchange, List<OrderDraft> drafts, Quotes quotes) {
    Specifications wanted = new Specifications(readings, exchange, quotes);
    drafts.forEach(draft -> wanted.want(draft.instId(), draft.instType()));
    return wanted;
  }

  /// Starts to read those of what is held and rests besides.
  void hold(
      Optional<List<Position>> positions,
      Optional<List<Order>> orders,
      Optional<List<Algo>> algos) {
    positions.ifPresent(all -> all.forEach(p -> want(p.instId(), p.instType())));
    orders.ifPresent(all -> all.forEach(o -> want(o.instId(), o.instType())));
    algos.ifPresent(all -> all.forEach(a -> want(a.instId(), a.instType())));
  }

  private void want(String instId, InstType type) {
    specs.computeIfAbsent(
        instId, id -> readings.start("instrument " + id, () -> exchange.instrument(type, id)));
    if (type.contracts()) {
      prices.computeIfAbsent(
          instId, id -> readings.start("mark price " + id, () -> exchange.markPrice(type, id)));
    } else {
      quotes.want(instId);
    }
  }

  /// Waits for them; what OKX does not know or could not be read is not among them.
  Map<String, Instrument> instruments() {
    return readings.known(specs);
  }

  /// The same of mark prices, in quote currency. Spot has none of its own: the last trade stands
  /// in.
  Map<String, BigDecimal> marks() {
    Map<String, BigDecimal> marks = readings.known(prices);
    quotes
        .known()
        .forEach(
            (id, quote) -> {
              if (!prices.containsKey(id)) {
                marks.put(id, quote.last());
              }
            });
    return marks;
  }
}
