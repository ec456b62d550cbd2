package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Reads a list to its last page (reference b.4): all of it or a fault, never a part.
final class Pages {
  /// Far above anything an account holds: 4000 pending orders are 40 pages, a million fills 10,000.
  private static final int MOST = 10_000;

  private final Reads reads;

  Pages(Reads reads) {
    this.reads = reads;
  }

  /// @param goOn asked about the last row of each full page
  ArrayNode all(
      Endpoint endpoint, Map<String, String> query, Cursor cursor, Predicate<JsonNode> goOn) {
    ArrayNode rows = Json.array();
    each(
        new Listing(endpoint, query, cursor, row -> goOn.test(row.node())),
        row -> rows.add(row.node()));
    return rows;
  }

  /// Gives the rows one by one and holds no more than one page of them.
  void each(Listing listing, Consumer<Row> each) {
    Endpoint endpoint = listing.endpoint();
    Cursor cursor = listing.cursor();
    Map<String, String> next = new LinkedHashMap<>(listing.query());
    next.put("limit", Integer.toString(cursor.pageSize()));
    for (int page = 0; page < MOST; page++) {
      Rows rows = reads.read(endpoint, next).rows();
      for (int i = 0; i < rows.size(); i++) {
        each.accept(rows.row(i));
      }
      if (rows.size() < cursor.pageSize() || !listing.goOn().test(rows.row(rows.size() - 1))) {
        return;
      }
      String last = rows.row(rows.size() - 1).text(cursor.field());
      if (last.equals(next.put("after", last))) {
        throw endless(endpoint, "does not move on from page to page");
      }
    }
    throw endless(endpoint, "has no end after " + MOST + " pages");
  }

  private static Fault endless(Endpoint endpoint, String what) {
    return new Fault(
        ExitCode.UNREACHABLE,
        "the list at " + endpoint.path() + " " + what + ", so it is not known to be complete",
        "Repeat the read; if it stays so, something between you and OKX alters requests.");
  }

  /// What to list.
  ///
  /// @param goOn asked about the last row of each full page
  record Listing(Endpoint endpoint, Map<String, String> query, Cursor cursor, Predicate<Row> goOn) {
    /// The same, ending also after the page at which that is true.
    Listing until(BooleanSupplier enough) {
      return new Listing(endpoint, query, cursor, goOn.and(_ -> !enough.getAsBoolean()));
    }
  }

  /// @param field the field of a row that `after` takes
  record Cursor(String field, int pageSize) {}
}
