package dev.okxguard.trade;

import dev.okxguard.model.Algo;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Contract specifications and mark prices of everything held, resting or asked for.
record Specifications(Map<String, Instrument> instruments, Map<String, BigDecimal> marks) {

  static Specifications read(
      Readings readings,
      Exchange exchange,
      List<OrderDraft> drafts,
      Optional<List<Position>> positions,
      Optional<List<Order>> orders,
      Optional<List<Algo>> algos) {
    Map<String, InstType> wanted = new LinkedHashMap<>();
    drafts.forEach(draft -> wanted.put(draft.instId(), draft.instType()));
    positions.ifPresent(all -> all.forEach(p -> wanted.putIfAbsent(p.instId(), p.instType())));
    orders.ifPresent(all -> all.forEach(o -> wanted.putIfAbsent(o.instId(), o.instType())));
    algos.ifPresent(all -> all.forEach(a -> wanted.putIfAbsent(a.instId(), a.instType())));

    Map<String, Readings.Reading<Optional<Instrument>>> specs = new LinkedHashMap<>();
    Map<String, Readings.Reading<Optional<BigDecimal>>> prices = new LinkedHashMap<>();
    wanted.forEach(
        (instId, type) -> {
          specs.put(
              instId,
              readings.start("instrument " + instId, () -> exchange.instrument(type, instId)));
          prices.put(
              instId, readings.start("mark price " + instId, () -> mark(exchange, type, instId)));
        });
    Map<String, Instrument> instruments = new HashMap<>();
    specs.forEach(
        (id, spec) ->
            readings.value(spec).flatMap(found -> found).ifPresent(i -> instruments.put(id, i)));
    Map<String, BigDecimal> marks = new HashMap<>();
    prices.forEach(
        (id, price) ->
            readings.value(price).flatMap(found -> found).ifPresent(p -> marks.put(id, p)));
    return new Specifications(instruments, marks);
  }

  /// Spot has no mark price of its own: the last trade stands in.
  private static Optional<BigDecimal> mark(Exchange exchange, InstType type, String instId) {
    if (type.contracts()) {
      return exchange.markPrice(type, instId);
    }
    return exchange.quote(instId).map(Quote::last);
  }
}
