package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// GET account/positions-history: closed legs (type 2, 3 by liquidation, 6 by ADL) and open ones
/// that were partly closed (1, 4 or 5).
record PositionHistoryReads(Session session) {
  private static final Set<String> TYPES = Set.of("1", "2", "3", "4", "5", "6");

  private record Entry(Legs.Closed closed, String type) {
    long updated() {
      return closed.leg().updated().toEpochMilli();
    }
  }

  Result history(Call call) {
    Query query = new Query(call);
    Optional<String> type = query.oneOf("type", TYPES);
    Optional<String> instType = query.type();
    List<Entry> entries =
        entries()
            .filter(entry -> type.map(entry.type()::equals).orElse(true))
            .filter(entry -> matches(query, entry.closed().leg()))
            .filter(e -> instType.map(e.closed().leg().instType().name()::equals).orElse(true))
            .sorted(Comparator.comparingLong(Entry::updated).reversed())
            .toList();
    List<ObjectNode> rows =
        Paging.pageTogether(query, entries, Entry::updated).stream().map(this::row).toList();
    return Result.of(Row.list(rows));
  }

  private static boolean matches(Query query, Leg leg) {
    return query.allows("instId", leg.instId())
        && query.allows("mgnMode", leg.mgnMode().word())
        && query.allows("posId", leg.posId());
  }

  private Stream<Entry> entries() {
    Legs legs = session.account().legs();
    Stream<Entry> whole = legs.closed().stream().map(this::whole);
    Stream<Entry> partly =
        legs.open().stream().filter(leg -> leg.closed().signum() > 0).map(this::part);
    return Stream.concat(partly, whole);
  }

  private Entry whole(Legs.Closed closed) {
    return new Entry(closed, closed.leg().unasked().last().whole());
  }

  private Entry part(Leg leg) {
    Legs.Closed sofar = new Legs.Closed(leg, leg.sign(), lever(leg));
    return new Entry(sofar, leg.unasked().last().part());
  }

  /// The price of the exchange's own trade that made it so; OKX fills it for types 3 to 5.
  private Optional<BigDecimal> triggerPx(Entry entry) {
    return session.account().trades().stream()
        .filter(trade -> trade.tradeId().equals(entry.closed().leg().tradeId()))
        .filter(trade -> trade.forced() && !entry.type().equals("2"))
        .map(Trade::px)
        .findFirst();
  }

  private BigDecimal lever(Leg leg) {
    Instrument instrument = session.instrument(leg.instId());
    return session.account().profile().lever(instrument, leg.mgnMode(), leg.posSide());
  }

  private ObjectNode row(Entry entry) {
    Leg leg = entry.closed().leg();
    Instrument instrument = session.instrument(leg.instId());
    BigDecimal value = Contracts.value(instrument, leg.closed(), leg.avgPx());
    BigDecimal margin = Decimals.divide(value, entry.closed().lever());
    return new Row()
        .text("instType", leg.instType().name())
        .text("instId", leg.instId())
        .text("mgnMode", leg.mgnMode().word())
        .text("type", entry.type())
        .text("posSide", leg.posSide().word())
        .text("direction", entry.closed().sign() > 0 ? "long" : "short")
        .number("lever", entry.closed().lever())
        .text("ccy", leg.ccy())
        .text("uly", instrument.instFamily())
        .text("posId", leg.posId())
        .number("openAvgPx", leg.avgPx())
        .number("closeAvgPx", leg.closeAvg())
        .number("openMaxPos", leg.openMax())
        .number("closeTotalPos", leg.closed())
        .number("pnl", leg.pnl())
        .number("fee", leg.fee())
        .number("realizedPnl", leg.realized())
        .number("pnlRatio", Decimals.divide(leg.realized(), margin))
        .number("fundingFee", leg.unasked().funding())
        .number("liqPenalty", leg.unasked().penalty())
        .number("triggerPx", triggerPx(entry))
        .blank("nonSettleAvgPx", "settledPnl")
        .time("cTime", leg.created())
        .time("uTime", leg.updated())
        .build();
  }
}
