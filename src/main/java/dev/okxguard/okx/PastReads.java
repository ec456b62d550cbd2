package dev.okxguard.okx;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Finished orders and fills, back to a time, all pages.
final class PastReads {
  private static final int PAGE = 100;

  private final RestClient client;

  PastReads(RestClient client) {
    this.client = client;
  }

  /// @param endpoint of the last seven days or of the last three months
  List<Order> orders(Endpoint endpoint, InstType type, Instant since) {
    Map<String, String> query = Query.of("instType", type.name(), "begin", before(since));
    JsonNode all = client.allPages(endpoint, query, "ordId", PAGE, from(endpoint, "cTime", since));
    return rows(endpoint, all)
        .map(Orders::order)
        .filter(order -> !order.created().isBefore(since))
        .distinct()
        .toList();
  }

  /// @param endpoint of the last three days, or of the last three months, which needs a type
  List<Fill> fills(Endpoint endpoint, Optional<InstType> type, Instant since) {
    Map<String, String> query = new LinkedHashMap<>();
    type.ifPresent(known -> query.put("instType", known.name()));
    query.put("begin", before(since));
    JsonNode all = client.allPages(endpoint, query, "billId", PAGE, from(endpoint, "ts", since));
    return rows(endpoint, all)
        .map(Orders::fill)
        .filter(fill -> !fill.time().isBefore(since))
        .distinct()
        .toList();
  }

  /// @param endpoint of the last seven days or of the last three months
  /// @param type only bills of that kind
  List<Bill> bills(Endpoint endpoint, Optional<String> type, Instant since) {
    Map<String, String> query = new LinkedHashMap<>();
    type.ifPresent(only -> query.put("type", only));
    query.put("begin", before(since));
    JsonNode all = client.allPages(endpoint, query, "billId", PAGE, from(endpoint, "ts", since));
    return rows(endpoint, all)
        .map(Accounts::bill)
        .filter(bill -> !bill.time().isBefore(since))
        .distinct()
        .toList();
  }

  private static Stream<Row> rows(Endpoint endpoint, JsonNode data) {
    return data.values().stream().map(node -> new Row(endpoint, node));
  }

  /// OKX does not say whether `begin` includes its own millisecond; one less does.
  private static String before(Instant since) {
    return Long.toString(since.toEpochMilli() - 1);
  }

  /// Newest first: past that time nothing more of interest comes.
  private static Predicate<JsonNode> from(Endpoint endpoint, String field, Instant since) {
    return row -> !new Row(endpoint, row).time(field).isBefore(since);
  }
}
