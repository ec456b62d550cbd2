package dev.okxguard.paper.engine;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// OKX's paging: newest first, `after` older than and `before` newer than a cursor, both exclusive,
/// at most 100 rows.
final class Paging {
  private static final int MOST = 100;

  private Paging() {}

  /// Looks at no more rows than the page needs.
  ///
  /// @param rows newest first
  static <T> List<T> page(Query query, Stream<T> rows, ToLongFunction<T> cursor) {
    return within(query, rows, cursor).limit(limit(query)).toList();
  }

  /// The same for cursors that several rows may share (times): such rows come together, so that the
  /// next page misses none.
  static <T> List<T> pageTogether(Query query, List<T> rows, ToLongFunction<T> cursor) {
    List<T> within = within(query, rows.stream(), cursor).toList();
    int end = Math.min(limit(query), within.size());
    while (end > 0
        && end < within.size()
        && cursor.applyAsLong(within.get(end)) == cursor.applyAsLong(within.get(end - 1))) {
      end++;
    }
    return within.subList(0, end);
  }

  private static <T> Stream<T> within(Query query, Stream<T> rows, ToLongFunction<T> cursor) {
    long after = query.number("after").orElse(Long.MAX_VALUE);
    long before = query.number("before").orElse(Long.MIN_VALUE);
    return rows.filter(row -> cursor.applyAsLong(row) < after)
        .takeWhile(row -> cursor.applyAsLong(row) > before);
  }

  /// Rows of the time asked for that are older than the page's cursor, newest first, found without
  /// a look at all others.
  ///
  /// @param rows oldest first, their cursors ascending
  /// @param oldest the endpoint shows nothing older
  static <T> Stream<T> past(
      Query query,
      List<T> rows,
      ToLongFunction<T> cursor,
      Function<T, Instant> time,
      Instant oldest) {
    Query.Period period = query.period(oldest);
    long after = query.number("after").orElse(Long.MAX_VALUE);
    int from = 0;
    int to = rows.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (cursor.applyAsLong(rows.get(middle)) < after) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return rows.subList(0, from).reversed().stream()
        .takeWhile(row -> !period.over(time.apply(row)))
        .filter(row -> period.holds(time.apply(row)));
  }

  private static int limit(Query query) {
    long limit = query.number("limit").orElse(MOST);
    if (limit < 1 || limit > MOST) {
      throw Refused.parameter("limit");
    }
    return (int) limit;
  }
}
