package dev.okxguard.paper;

import dev.okxguard.model.InstType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Sliding windows of calls, for as long as this process runs. Refused calls count too. There is
/// one address and one user, so budgets differ only by endpoint and its unit.
final class RateLimits {
  private static final Map<String, String> SINGLE =
      Map.of(
          "/api/v5/trade/batch-orders", "/api/v5/trade/order",
          "/api/v5/trade/cancel-batch-orders", "/api/v5/trade/cancel-order",
          "/api/v5/trade/amend-batch-orders", "/api/v5/trade/amend-order");

  private static final String TRADE = "/api/v5/trade/";

  /// Windows nobody used for longer than any limit reaches are forgotten beyond that number.
  private static final int MOST_WINDOWS = 1_000;

  private static final long LONGEST_MILLIS = 10_000;

  private final Map<String, Deque<Long>> windows = new HashMap<>();

  /// Counts the request and says whether it is within all its budgets. A batch counts each of its
  /// orders; a batch of one uses the single orders' budget.
  synchronized boolean admit(Incoming request) {
    JsonNode body = request.json().orElse(MissingNode.getInstance());
    String path =
        body.isArray() && body.size() == 1
            ? SINGLE.getOrDefault(request.path(), request.path())
            : request.path();
    boolean admitted = true;
    for (String unit : units(RateLimit.of(path), request, body)) {
      String budget = request.method() + path + shared(path, unit);
      admitted &= count(budget, RateLimit.of(path), request.now().toEpochMilli());
    }
    return admitted;
  }

  /// Options of one family have one budget for their orders.
  private static String shared(String path, String unit) {
    boolean options = path.startsWith(TRADE) && InstType.byForm(unit) == InstType.OPTION;
    return options ? InstType.familyByForm(unit) + "-" + InstType.OPTION : unit;
  }

  private static List<String> units(RateLimit limit, Incoming request, JsonNode body) {
    if (limit.unit().isEmpty()) {
      return List.of("");
    }
    if (request.get()) {
      return List.of(request.query().getOrDefault(limit.unit(), ""));
    }
    return body.isArray()
        ? body.valueStream().map(item -> unit(limit, item)).toList()
        : List.of(unit(limit, body));
  }

  private static String unit(RateLimit limit, JsonNode item) {
    return item.path(limit.unit()).asString("");
  }

  private boolean count(String budget, RateLimit limit, long now) {
    if (windows.size() > MOST_WINDOWS) {
      windows.values().removeIf(window -> window.getLast() < now - LONGEST_MILLIS);
    }
    Deque<Long> window = windows.computeIfAbsent(budget, name -> new ArrayDeque<>());
    window.removeIf(at -> at <= now - limit.millis() || at > now);
    window.addLast(now);
    return window.size() <= limit.calls();
  }
}
