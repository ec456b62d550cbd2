package dev.okxguard.diagnose;

import dev.okxguard.model.Environment;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A maintenance that OKX announces (`GET /api/v5/system/status`). What an announcement does not
/// say, or not in a way that is known, may be about trading here and now.
///
/// @param service what it is about: 5 trading, 8 and 9 trading by batches of accounts or products,
///   99 others
/// @param begins long ago where it does not say
/// @param env 1 for live trading, 2 for demo trading
record Maintenance(String title, String state, String service, Instant begins, String env) {
  /// Streams, blocks, bots, spreads and copied trades.
  private static final Set<String> NOT_OURS = Set.of("0", "6", "7", "10", "11");

  private static final Set<String> OVER = Set.of("completed", "canceled");
  private static final String LIVE = "1";
  private static final String DEMO = "2";

  static Maintenance of(JsonNode row) {
    return new Maintenance(
        row.path("title").asString(""),
        row.path("state").asString(""),
        row.path("serviceType").asString(""),
        Instant.ofEpochMilli(row.path("begin").asLong(0)),
        row.path("env").asString(""));
  }

  boolean concerns(Environment environment) {
    String other = environment == Environment.DEMO ? LIVE : DEMO;
    return !env.equals(other) && !NOT_OURS.contains(service) && !OVER.contains(state);
  }

  /// Whether nothing can be traded now.
  boolean stopsTrading() {
    return state.equals("ongoing");
  }

  /// In one line; the title is OKX's.
  String text() {
    String words = title.replaceAll("\\p{Cntrl}", " ").strip();
    String what = state.isEmpty() ? "in a state that OKX does not say" : state;
    String when = begins.equals(Instant.EPOCH) ? "" : " from " + begins;
    return what + when + ": " + words.substring(0, Math.min(words.length(), 100));
  }
}
