package dev.okxguard.diagnose;

import dev.okxguard.model.Environment;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A maintenance that OKX announces (`GET /api/v5/system/status`).
///
/// @param service what it is about: 5 trading, 8 and 9 trading by batches of accounts or products,
///   99 others
/// @param demo whether it is demo trading's
record Maintenance(String title, String state, String service, Instant begins, boolean demo) {
  private static final Set<String> OURS = Set.of("5", "8", "9", "99");
  private static final Set<String> OVER = Set.of("completed", "canceled");

  static Maintenance of(JsonNode row) {
    return new Maintenance(
        row.path("title").asString(""),
        row.path("state").asString(""),
        row.path("serviceType").asString(""),
        Instant.ofEpochMilli(row.path("begin").asLong(0)),
        row.path("env").asString("").equals("2"));
  }

  boolean concerns(Environment environment) {
    return demo == (environment == Environment.DEMO)
        && OURS.contains(service)
        && !OVER.contains(state);
  }

  /// Whether nothing can be traded now.
  boolean stopsTrading() {
    return state.equals("ongoing");
  }

  /// In one line; the title is OKX's.
  String text() {
    String words = title.replaceAll("\\p{Cntrl}", " ").strip();
    return state + " from " + begins + ": " + words.substring(0, Math.min(words.length(), 100));
  }
}
