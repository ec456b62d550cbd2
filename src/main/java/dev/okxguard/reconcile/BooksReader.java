package dev.okxguard.reconcile;

import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Reads what [BooksWriter] wrote, and nothing else: whatever is missing, unknown, doubled or of
/// another type is a fault, never a default.
final class BooksReader {
  private BooksReader() {}

  /// @throws Fault CONFIG naming the part that is malformed
  static Books read(Instant at, ObjectNode content) {
    Entry all = new Entry("books", content);
    all.only(
        Set.of(
            "floating",
            "cash",
            "legs",
            "strange",
            "orders",
            "algos",
            "settings",
            "recentAll",
            "recentFills",
            "recentBills",
            "uncounted",
            "seen"));
    return new Books(
        at,
        all.maybe("floating").map(text -> all.time("floating", text)),
        new Holdings(
            all.map("cash", all::number), keyed(all.rows("legs", LEG), row -> row.leg(), "pos")),
        strange(all),
        working(all.rows("orders", WORKING)),
        working(all.rows("algos", WORKING)),
        all.object("settings").map(BooksReader::settings),
        new Recent(
            all.maybe("recentAll").map(text -> all.time("recentAll", text)),
            all.map("recentFills", all::time),
            all.map("recentBills", all::time)),
        all.words("uncounted"),
        all.count("seen"));
  }

  private static final Set<String> LEG = Set.of("instId", "mgnMode", "posSide", "ccy", "pos");

  private static final Set<String> LEVER = Set.of("instId", "mgnMode", "posSide", "ccy", "lever");

  private static final Set<String> STRANGE =
      Set.of("instId", "mgnMode", "posSide", "ccy", "rest", "more", "others", "newest");

  private static final Set<String> ITEM = Set.of("at", "whose", "id", "amount");

  private static final Set<String> WORKING =
      Set.of(
          "id",
          "clOrdId",
          "instId",
          "tdMode",
          "posSide",
          "side",
          "reduceOnly",
          "filled",
          "over",
          "sz",
          "px",
          "attached",
          "terms");

  private static <K> Map<K, BigDecimal> keyed(
      List<Entry> rows, Function<Entry, K> key, String field) {
    Map<K, BigDecimal> all = new LinkedHashMap<>();
    for (Entry row : rows) {
      if (all.put(key.apply(row), row.number(field)) != null) {
        throw row.malformed("is there twice");
      }
    }
    return all;
  }

  private static Map<Subject, Strange> strange(Entry all) {
    Map<Subject, Strange> strange = new LinkedHashMap<>();
    for (Entry row : all.rows("strange", STRANGE)) {
      Subject subject =
          new Subject(
              row.text("instId"), row.text("mgnMode"), row.text("posSide"), row.text("ccy"), "");
      boolean cash = subject.equals(Subject.cash(subject.ccy())) && !subject.ccy().isEmpty();
      if (!cash && subject.leg().isEmpty()) {
        throw row.malformed("is about neither a leg nor a currency");
      }
      if (strange.put(subject, strangeOf(row)) != null) {
        throw row.malformed("is there twice");
      }
    }
    return strange;
  }

  private static Strange strangeOf(Entry row) {
    List<Strange.Item> newest =
        row.rows("newest", ITEM).stream()
            .map(
                item ->
                    new Strange.Item(
                        item.time("at", item.text("at")),
                        item.word("whose", Whose::of),
                        item.text("id"),
                        item.number("amount")))
            .toList();
    Set<Whose> others = EnumSet.noneOf(Whose.class);
    for (String word : row.words("others")) {
      others.add(Whose.of(word).orElseThrow(() -> row.malformed("names nobody known")));
    }
    return new Strange(newest, row.number("rest"), row.count("more"), others);
  }

  private static Map<String, Working> working(List<Entry> rows) {
    Map<String, Working> all = new LinkedHashMap<>();
    for (Entry row : rows) {
      Working order =
          new Working(
              row.text("id"),
              row.text("clOrdId"),
              row.text("instId"),
              row.word("tdMode", TdMode::of),
              row.word("posSide", PosSide::of),
              row.word("side", Side::of),
              row.maybe("sz").map(text -> row.number("sz", text)),
              row.maybe("px").map(text -> row.number("px", text)),
              row.flag("reduceOnly"),
              row.number("filled"),
              row.flag("over"),
              row.words("attached"),
              row.object("terms").isEmpty() ? Map.of() : row.map("terms", row::number));
      if (all.put(order.id(), order) != null) {
        throw row.malformed("is there twice");
      }
    }
    return all;
  }

  private static Settings settings(Entry row) {
    row.only(Set.of("perm", "acctLv", "posMode", "levers"));
    return new Settings(
        row.words("perm"),
        row.text("acctLv"),
        row.text("posMode"),
        keyed(row.rows("levers", LEVER), lever -> lever.leg(), "lever"));
  }
}
