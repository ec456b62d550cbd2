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

  /// @param most no further page is read once there are so many
  ArrayNode all(Endpoint endpoint, Map<String, String> query, Cursor cursor, int most) {
    ArrayNode rows = Json.array();
    each(
        new Listing(endpoint, query, cursor, _ -> rows.size() < most), row -> rows.add(row.node()));
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
      boolean full = rows.size() >= cursor.pageSize();
      int sure = full ? cursor.sure(rows) : rows.size();
      give(rows, 0, sure, each);
      if (!full || !listing.goOn().test(rows.row(rows.size() - 1))) {
        give(rows, sure, rows.size(), each);
        return;
      }
      String after = cursor.after(rows.row(rows.size() - 1));
      if (after.equals(next.put("after", after))) {
        throw endless(endpoint, "does not move on from page to page");
      }
    }
    throw endless(endpoint, "has no end after " + MOST + " pages");
  }

  private static void give(Rows rows, int from, int to, Consumer<Row> each) {
    for (int i = from; i < to; i++) {
      each.accept(rows.row(i));
    }
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
  record Cursor(String field, int pageSize) {
    /// Rows may share a time. `after` leaves out all of that time, so that those of a page's last
    /// one are given with the next page.
    private boolean time() {
      return field.endsWith("Time");
    }

    private int sure(Rows rows) {
      int end = rows.size();
      if (time()) {
        String last = rows.row(end - 1).text(field);
        while (end > 0 && rows.row(end - 1).text(field).equals(last)) {
          end--;
        }
      }
      return end;
    }

    private String after(Row last) {
      return time() ? Long.toString(last.time(field).toEpochMilli() + 1) : last.text(field);
    }
  }
}
