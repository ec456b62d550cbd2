package dev.okxguard.okx;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Finished orders, fills and bills, back to a time, all pages. No more than one page of an answer
/// is held at a time.
final class PastReads {
  private static final int PAGE = 100;

  /// How far back the list of recent fills reaches, less what clocks may differ.
  private static final Duration RECENT_FILLS = Duration.ofDays(3).minusMinutes(1);

  /// The same for orders and bills.
  private static final Duration RECENT = Duration.ofDays(7).minusMinutes(1);

  private final RestClient client;

  PastReads(RestClient client) {
    this.client = client;
  }

  /// @param endpoint of the last seven days or of the last three months
  List<Order> orders(Endpoint endpoint, InstType type, Instant since) {
    Map<String, String> query = Query.of("instType", type.name(), "begin", before(since));
    return list(
        new Pages.Listing(endpoint, query, by("ordId"), from(endpoint, "cTime", since)),
        Orders::order,
        order -> !order.created().isBefore(since));
  }

  List<Order> orders(InstType type, Span created) {
    Endpoint endpoint =
        recent(created, RECENT) ? Endpoint.ORDERS_HISTORY : Endpoint.ORDERS_HISTORY_ARCHIVE;
    return list(
        new Pages.Listing(
            endpoint,
            within(created, Query.of("instType", type.name())),
            by("ordId"),
            from(endpoint, "cTime", created.from())),
        Orders::order,
        order -> created.holds(order.created()));
  }

  /// @param endpoint of the last three days, or of the last three months, which needs a type
  List<Fill> fills(Endpoint endpoint, Optional<InstType> type, Instant since) {
    Map<String, String> query = new LinkedHashMap<>();
    type.ifPresent(known -> query.put("instType", known.name()));
    query.put("begin", before(since));
    return list(
        new Pages.Listing(endpoint, query, by("billId"), from(endpoint, "ts", since)),
        Orders::fill,
        fill -> !fill.time().isBefore(since));
  }

  /// @param types asked for one by one where OKX does not list all together
  List<Fill> fills(Span span, Set<InstType> types) {
    if (recent(span, RECENT_FILLS)) {
      return fills(Endpoint.FILLS, span, Map.of());
    }
    List<Fill> all = new ArrayList<>();
    types.stream()
        .sorted()
        .map(type -> fills(Endpoint.FILLS_HISTORY, span, Query.of("instType", type.name())))
        .forEach(all::addAll);
    return all;
  }

  private List<Fill> fills(Endpoint endpoint, Span span, Map<String, String> type) {
    return list(
        new Pages.Listing(
            endpoint, within(span, type), by("billId"), from(endpoint, "ts", span.from())),
        Orders::fill,
        fill -> span.holds(fill.time()));
  }

  List<Bill> bills(Span span) {
    Endpoint endpoint = recent(span, RECENT) ? Endpoint.BILLS : Endpoint.BILLS_ARCHIVE;
    return list(
        new Pages.Listing(
            endpoint, within(span, Map.of()), by("billId"), from(endpoint, "ts", span.from())),
        Accounts::bill,
        bill -> span.holds(bill.time()));
  }

  /// Recent bills, or all that OKX keeps.
  List<Bill> bills(Instant since) {
    boolean recent = since.isAfter(client.serverTime().minus(RECENT));
    return bills(recent ? Endpoint.BILLS : Endpoint.BILLS_ARCHIVE, Optional.empty(), since);
  }

  /// @param endpoint of the last seven days or of the last three months
  /// @param type only bills of that kind
  List<Bill> bills(Endpoint endpoint, Optional<String> type, Instant since) {
    Map<String, String> query = new LinkedHashMap<>();
    type.ifPresent(only -> query.put("type", only));
    query.put("begin", before(since));
    return list(
        new Pages.Listing(endpoint, query, by("billId"), from(endpoint, "ts", since)),
        Accounts::bill,
        bill -> !bill.time().isBefore(since));
  }

  /// Pages may overlap when something happens between them: each row counts once.
  private <T> List<T> list(Pages.Listing listing, Function<Row, T> value, Predicate<T> wanted) {
    Set<T> values = new LinkedHashSet<>();
    client
        .pages()
        .each(
            listing,
            node -> {
              T one = value.apply(new Row(listing.endpoint(), node));
              if (wanted.test(one)) {
                values.add(one);
              }
            });
    return List.copyOf(values);
  }

  private boolean recent(Span span, Duration reach) {
    return span.from().isAfter(client.serverTime().minus(reach));
  }

  private static Pages.Cursor by(String field) {
    return new Pages.Cursor(field, PAGE);
  }

  /// OKX does not say whether `begin` and `end` include their own millisecond.
  private static Map<String, String> within(Span span, Map<String, String> also) {
    Map<String, String> query = new LinkedHashMap<>(also);
    query.put("begin", before(span.from()));
    query.put("end", Long.toString(span.to().toEpochMilli() + 1));
    return query;
  }

  private static String before(Instant since) {
    return Long.toString(since.toEpochMilli() - 1);
  }

  /// Newest first: past that time nothing more of interest comes.
  private static Predicate<JsonNode> from(Endpoint endpoint, String field, Instant since) {
    return row -> !new Row(endpoint, row).time(field).isBefore(since);
  }
}
