package dev.okxguard.paper.engine;

import java.util.List;
import java.util.function.ToLongFunction;

/// OKX's paging: newest first, `after` older than and `before` newer than a cursor, both exclusive,
/// at most 100 rows.
final class Paging {
  private static final int MOST = 100;

  private Paging() {}

  /// @param rows newest first
  static <T> List<T> page(Query query, List<T> rows, ToLongFunction<T> cursor) {
    List<T> within = within(query, rows, cursor);
    return within.subList(0, Math.min(limit(query), within.size()));
  }

  /// The same for cursors that several rows may share (times): such rows come together, so that the
  /// next page misses none.
  static <T> List<T> pageTogether(Query query, List<T> rows, ToLongFunction<T> cursor) {
    List<T> within = within(query, rows, cursor);
    int end = Math.min(limit(query), within.size());
    while (end > 0
        && end < within.size()
        && cursor.applyAsLong(within.get(end)) == cursor.applyAsLong(within.get(end - 1))) {
      end++;
    }
    return within.subList(0, end);
  }

  private static <T> List<T> within(Query query, List<T> rows, ToLongFunction<T> cursor) {
    long after = query.number("after").orElse(Long.MAX_VALUE);
    long before = query.number("before").orElse(Long.MIN_VALUE);
    return rows.stream()
        .filter(row -> cursor.applyAsLong(row) < after && cursor.applyAsLong(row) > before)
        .toList();
  }

  private static int limit(Query query) {
    long limit = query.number("limit").orElse(MOST);
    if (limit < 1 || limit > MOST) {
      throw Refused.parameter("limit");
    }
    return (int) limit;
  }
}
