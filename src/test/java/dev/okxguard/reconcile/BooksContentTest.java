package dev.okxguard.reconcile;

import static dev.okxguard.reconcile.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Books in the journal are read as they were written, or not at all.
class BooksContentTest {
  /// What need not be there.
  private static final Set<String> OPTIONAL =
      Set.of("recentAll", "terms", "slOrdPx", "floating", "settings", "sz", "px");

  private static final Leg LEG = new Leg("A-B-C", TdMode.ISOLATED, PosSide.SHORT, "");

  private static final Books RICH =
      new Books(
          Samples.START,
          Optional.of(Instant.parse("2026-11-19T01:02:03.004Z")),
          new Holdings(
              Map.of(
                  "USDT", num("-123456789012345678901234.00000000000000000001"), "BTC", num("1")),
              Map.of(
                  LEG, num("-2.50"), new Leg("A-B", TdMode.CROSS, PosSide.NET, "B"), num("100"))),
          Map.of(
              Subject.cash("BTC"),
              new Strange(
                  List.of(
                      new Strange.Item(
                          Samples.START, Whose.CONVERT, "bill 7 of type 27", num("1"))),
                  num("0.5"),
                  31,
                  Set.of(Whose.COPY, Whose.HAND)),
              Subject.leg(LEG),
              Strange.NOTHING.plus(
                  new Strange.Item(Samples.START, Whose.HAND, "order 3", num("-1")))),
          Map.of("5", working("5", Optional.of(num("1000")), false)),
          Map.of("6", working("6", Optional.empty(), true)),
          Optional.of(
              new Settings(Set.of("trade", "read_only"), "2", "net_mode", Map.of(LEG, num("10")))),
          new Recent(
              Optional.of(Samples.START),
              Map.of("11", Samples.START),
              Map.of("11", Samples.START.plusMillis(1))),
          Set.of("A-B"),
          7);

  private static Working working(String id, Optional<BigDecimal> sz, boolean over) {
    return new Working(
        id,
        "okg" + id,
        "A-B-C",
        TdMode.ISOLATED,
        PosSide.SHORT,
        Side.SELL,
        sz,
        sz,
        over,
        num("0.25"),
        over,
        Set.of("x", "a"),
        over ? Map.of("slOrdPx", num("-1")) : Map.of());
  }

  @Test
  void everythingComesBack() {
    Event.Books event = RICH.event("adopted", "because");
    assertThat(event.at()).isEqualTo(Samples.START);
    assertThat(event.origin()).isEqualTo("adopted");
    assertThat(event.reason()).isEqualTo("because");
    assertThat(Books.of(event)).isEqualTo(RICH);
  }

  @Test
  void theFormIsStable() {
    assertThat(RICH.content().toString())
        .isEqualTo(
            """
            {"floating":"2026-11-19T01:02:03.004Z",\
            "cash":{"BTC":"1","USDT":"-123456789012345678901234.00000000000000000001"},\
            "legs":[{"instId":"A-B","mgnMode":"cross","posSide":"net","ccy":"B","pos":"100"},\
            {"instId":"A-B-C","mgnMode":"isolated","posSide":"short","ccy":"","pos":"-2.5"}],\
            "strange":[{"instId":"","mgnMode":"","posSide":"","ccy":"BTC","rest":"0.5","more":"31",\
            "others":["hand","copy"],\
            "newest":[{"at":"2026-11-20T00:00:00Z","whose":"convert",\
            "id":"bill 7 of type 27","amount":"1"}]},\
            {"instId":"A-B-C","mgnMode":"isolated","posSide":"short","ccy":"","rest":"0","more":"0",\
            "others":[],\
            "newest":[{"at":"2026-11-20T00:00:00Z","whose":"hand","id":"order 3","amount":"-1"}]}],\
            "orders":[{"id":"5","clOrdId":"okg5","instId":"A-B-C","tdMode":"isolated",\
            "posSide":"short","side":"sell","reduceOnly":false,"filled":"0.25","over":false,\
            "sz":"1000","px":"1000","attached":["a","x"]}],\
            "algos":[{"id":"6","clOrdId":"okg6","instId":"A-B-C","tdMode":"isolated",\
            "posSide":"short","side":"sell","reduceOnly":true,"filled":"0.25","over":true,\
            "attached":["a","x"],"terms":{"slOrdPx":"-1"}}],\
            "settings":{"perm":["read_only","trade"],"acctLv":"2","posMode":"net_mode",\
            "levers":[{"instId":"A-B-C","mgnMode":"isolated","posSide":"short","ccy":"",\
            "lever":"10"}]},\
            "recentAll":"2026-11-20T00:00:00Z",\
            "recentFills":{"11":"2026-11-20T00:00:00Z"},\
            "recentBills":{"11":"2026-11-20T00:00:00.001Z"},\
            "uncounted":["A-B"],"seen":"7"}\
            """);
  }

  @Test
  void whateverIsMissingIsAFault() {
    int tried = 0;
    for (List<String> path : paths(RICH.content())) {
      if (!removable(path)) {
        continue;
      }
      ObjectNode content = RICH.content();
      String field = path.getLast();
      ((ObjectNode) at(content, path.subList(0, path.size() - 1))).remove(field);
      if (!OPTIONAL.contains(field)) {
        refused(content, "without " + path);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(60);
  }

  /// Fields of known names; the keys of a map may be any.
  private static boolean removable(List<String> path) {
    boolean key =
        path.size() == 2 && Set.of("cash", "recentFills", "recentBills").contains(path.getFirst());
    return !key && !path.getLast().matches("[0-9]+");
  }

  @Test
  void whateverIsOfAnotherTypeIsAFault() {
    List<JsonNode> others =
        List.of(
            JsonNodeFactory.instance.numberNode(1),
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.arrayNode().add(7),
            JsonNodeFactory.instance.objectNode().put("hunter2", "x"));
    for (List<String> path : paths(RICH.content())) {
      for (JsonNode other : others) {
        ObjectNode content = RICH.content();
        put(at(content, path.subList(0, path.size() - 1)), path.getLast(), other);
        refused(content, path + " as " + other);
      }
    }
  }

  @Test
  void aFieldOfAnotherNameIsAFault() {
    for (List<String> path : paths(RICH.content())) {
      if (at(RICH.content(), path) instanceof ObjectNode) {
        ObjectNode content = RICH.content();
        ((ObjectNode) at(content, path)).put("hunter2", "x");
        refused(content, "more in " + path);
      }
    }
    refused(RICH.content().put("hunter2", "x"), "more at the top");
  }

  @ParameterizedTest
  @CsvSource({
    "cash BTC, 1e5",
    "cash BTC, ''",
    "cash BTC, NaN",
    "cash BTC, 1.",
    "legs 0 pos, +1",
    "legs 0 mgnMode, sideways",
    "legs 0 posSide, up",
    "strange 0 more, -1",
    "strange 0 more, 1234567890",
    "strange 0 rest, x",
    "strange 0 newest 0 whose, nobody",
    "strange 0 newest 0 at, yesterday",
    "strange 0 ccy, ''",
    "strange 0 instId, A",
    "strange 1 posSide, up",
    "orders 0 side, hold",
    "orders 0 tdMode, x",
    "orders 0 sz, x",
    "orders 0 px, x",
    "floating, never",
    "recentFills 11, x",
    "settings levers 0 lever, x",
    "strange 0 others 0, nobody",
    "strange 0 others 0, copy",
    "settings perm 0, trade",
    "uncounted, A-B",
  })
  void aTextOfAnotherFormIsAFault(String path, String text) {
    ObjectNode content = RICH.content();
    List<String> parts = List.of(path.split(" "));
    JsonNode parent = at(content, parts.subList(0, parts.size() - 1));
    put(parent, parts.getLast(), JsonNodeFactory.instance.stringNode(text));
    refused(content, path);
  }

  @ParameterizedTest
  @CsvSource({"legs", "strange", "orders", "algos", "uncounted"})
  void nothingIsThereTwice(String list) {
    ObjectNode content = RICH.content();
    ArrayNode rows = (ArrayNode) content.get(list);
    rows.add(rows.get(0).deepCopy());
    refused(content, list);
  }

  private static void refused(ObjectNode content, String what) {
    Event.Books event = new Event.Books(Samples.START, "counted", "", content);
    Fault fault = catchThrowableOfType(Fault.class, () -> Books.of(event));
    assertThat(fault).as(what).isNotNull();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(fault).hasMessageStartingWith("the books in the journal cannot be read: books");
    assertThat(fault.hint()).contains("okx reconcile adopt");
  }

  @Test
  void theFaultSaysWhere() {
    ObjectNode content = RICH.content();
    ((ObjectNode) content.get("strange").get(0).get("newest").get(0)).put("amount", "x");
    Event.Books event = new Event.Books(Samples.START, "counted", "", content);
    assertThat(catchThrowableOfType(Fault.class, () -> Books.of(event)))
        .hasMessage(
            "the books in the journal cannot be read: books.strange[0].newest[0] has no amount of"
                + " the right form");
  }

  private static List<List<String>> paths(JsonNode node) {
    List<List<String>> all = new ArrayList<>();
    collect(node, List.of(), all);
    return all;
  }

  private static void collect(JsonNode node, List<String> path, List<List<String>> all) {
    if (!path.isEmpty()) {
      all.add(path);
    }
    node.properties().forEach(it -> collect(it.getValue(), joined(path, it.getKey()), all));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), joined(path, Integer.toString(i)), all);
    }
  }

  private static List<String> joined(List<String> path, String next) {
    List<String> longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }

  private static JsonNode at(JsonNode node, List<String> path) {
    JsonNode found = node;
    for (String part : path) {
      found = found.isArray() ? found.get(Integer.parseInt(part)) : found.get(part);
    }
    return found;
  }

  private static void put(JsonNode parent, String field, JsonNode value) {
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(field), value);
    } else {
      ((ObjectNode) parent).set(field, value);
    }
  }
}
