package dev.okxguard.reconcile;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Books as JSON: numbers as plain text, lists in the order of their keys.
final class BooksWriter {
  private BooksWriter() {}

  static ObjectNode write(Books books) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    books.floating().ifPresent(since -> content.put("floating", since.toString()));
    numbers(content.putObject("cash"), books.held().cash());
    legs(content.putArray("legs"), "pos", books.held().legs());
    strange(content.putArray("strange"), books.strange());
    working(content.putArray("orders"), books.orders().values());
    working(content.putArray("algos"), books.algos().values());
    books.settings().ifPresent(settings -> settings(content.putObject("settings"), settings));
    books.recent().all().ifPresent(then -> content.put("recentAll", then.toString()));
    times(content.putObject("recentFills"), books.recent().fills());
    times(content.putObject("recentBills"), books.recent().bills());
    books.uncounted().forEach(content.putArray("uncounted")::add);
    content.put("seen", Long.toString(books.seen()));
    return content;
  }

  private static void numbers(ObjectNode to, Map<String, BigDecimal> numbers) {
    numbers.forEach((key, number) -> to.put(key, Decimals.text(number)));
  }

  private static void times(ObjectNode to, Map<String, Instant> times) {
    times.forEach((id, time) -> to.put(id, time.toString()));
  }

  private static void legs(ArrayNode to, String field, Map<Leg, BigDecimal> legs) {
    legs.forEach((leg, number) -> leg(to.addObject(), leg).put(field, Decimals.text(number)));
  }

  private static ObjectNode leg(ObjectNode to, Leg leg) {
    return to.put("instId", leg.instId())
        .put("mgnMode", leg.mgnMode().word())
        .put("posSide", leg.posSide().word())
        .put("ccy", leg.ccy());
  }

  private static void strange(ArrayNode to, Map<Subject, Strange> strange) {
    strange.forEach(
        (subject, what) -> {
          ObjectNode row = to.addObject();
          row.put("instId", subject.instId())
              .put("mgnMode", subject.mgnMode())
              .put("posSide", subject.posSide())
              .put("ccy", subject.ccy())
              .put("rest", Decimals.text(what.rest()))
              .put("more", Integer.toString(what.more()));
          ArrayNode others = row.putArray("others");
          what.others().forEach(whose -> others.add(whose.word()));
          ArrayNode newest = row.putArray("newest");
          what.newest().forEach(item -> item(newest.addObject(), item));
        });
  }

  private static void item(ObjectNode to, Strange.Item item) {
    to.put("at", item.at().toString())
        .put("whose", item.whose().word())
        .put("id", item.id())
        .put("amount", Decimals.text(item.amount()));
  }

  private static void working(ArrayNode to, Collection<Working> all) {
    for (Working order : all) {
      ObjectNode row = to.addObject();
      row.put("id", order.id())
          .put("clOrdId", order.clOrdId())
          .put("instId", order.instId())
          .put("tdMode", order.tdMode().word())
          .put("posSide", order.posSide().word())
          .put("side", order.side().word())
          .put("reduceOnly", order.reduceOnly())
          .put("filled", Decimals.text(order.filled()))
          .put("over", order.over());
      order.sz().ifPresent(sz -> row.put("sz", Decimals.text(sz)));
      order.px().ifPresent(px -> row.put("px", Decimals.text(px)));
      order.attached().forEach(row.putArray("attached")::add);
      if (!order.terms().isEmpty()) {
        numbers(row.putObject("terms"), order.terms());
      }
    }
  }

  private static void settings(ObjectNode to, Settings settings) {
    settings.perm().forEach(to.putArray("perm")::add);
    to.put("acctLv", settings.acctLv()).put("posMode", settings.posMode());
    legs(to.putArray("levers"), "lever", settings.levers());
  }
}
