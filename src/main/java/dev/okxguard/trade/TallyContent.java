package dev.okxguard.trade;

import dev.okxguard.guard.breaker.Tally;
import dev.okxguard.journal.Event;
import dev.okxguard.model.Bill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A tally as the journal holds it. One that cannot be understood is none: then everything is read.
final class TallyContent {
  private TallyContent() {}

  static Event.Tally event(Tally tally) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("trips", tally.trips()).put("losing", tally.losing());
    var open = content.putArray("open");
    tally.open().forEach(leg -> open.add(row(leg)));
    var changes = content.putArray("changes");
    tally.changes().forEach(bill -> changes.add(row(bill)));
    var unread = content.putArray("unread");
    tally.unread().forEach(span -> unread.add(row(span)));
    return new Event.Tally(tally.at(), content);
  }

  private static ObjectNode row(Tally.Open leg) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("instType", leg.type().name())
            .put("instId", leg.instId())
            .put("posSide", leg.side().word())
            .put("whole", leg.whole());
    put(row, "held", leg.held());
    put(row, "net", leg.net());
    put(row, "basis", leg.basis());
    put(row, "peak", leg.peak());
    return row;
  }

  private static ObjectNode row(Span span) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", millis(span.from()))
        .put("to", millis(span.to()));
  }

  private static void put(ObjectNode row, String name, BigDecimal value) {
    if (value.signum() != 0) {
      row.put(name, value.toPlainString());
    }
  }

  private static ObjectNode row(Bill bill) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("billId", bill.billId())
        .put("type", bill.type())
        .put("ccy", bill.ccy())
        .put("balChg", bill.balChg().toPlainString())
        .put("ts", millis(bill.time()));
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }

  static Optional<Tally> read(Event.Tally event) {
    try {
      ObjectNode content = event.content();
      List<Tally.Open> open = new ArrayList<>();
      content.required("open").forEach(row -> open.add(leg(row)));
      List<Bill> changes = new ArrayList<>();
      content.required("changes").forEach(row -> changes.add(bill(row)));
      List<Span> unread = new ArrayList<>();
      content.required("unread").forEach(row -> unread.add(span(row)));
      boolean trips = content.required("trips").booleanValue();
      int losing = content.required("losing").intValue();
      return Optional.of(new Tally(event.at(), trips, losing, open, changes, unread));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Tally.Open leg(JsonNode row) {
    return new Tally.Open(
        InstType.of(text(row, "instType")).orElseThrow(),
        text(row, "instId"),
        PosSide.of(text(row, "posSide")).orElseThrow(),
        number(row, "held"),
        number(row, "net"),
        number(row, "basis"),
        number(row, "peak"),
        row.required("whole").booleanValue());
  }

  private static Bill bill(JsonNode row) {
    return new Bill(
        text(row, "billId"),
        text(row, "type"),
        "",
        text(row, "ccy"),
        new BigDecimal(text(row, "balChg")),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        "",
        "",
        "",
        "",
        Optional.empty(),
        time(row, "ts"));
  }

  private static Span span(JsonNode row) {
    return new Span(time(row, "from"), time(row, "to"));
  }

  private static Instant time(JsonNode row, String name) {
    return Instant.ofEpochMilli(Long.parseLong(text(row, name)));
  }

  private static String text(JsonNode row, String name) {
    return row.required(name).stringValue();
  }

  private static BigDecimal number(JsonNode row, String name) {
    return row.has(name) ? new BigDecimal(text(row, name)) : BigDecimal.ZERO;
  }
}
