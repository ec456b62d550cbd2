package dev.okxguard.paper.replay;

import dev.okxguard.okx.wire.Headers;
import java.util.Map;

/// The headers by which kinds of OKX clients differ, besides those of the signature.
enum Manner {
  /// A command line that names the content type always.
  COMMAND_LINE(Map.of(Headers.USER_AGENT, "trade-cli/1"), true),

  /// A trading library that poses as a browser and names the content type with bodies alone.
  LIBRARY(Map.of(Headers.USER_AGENT, "Mozilla/5.0 (X11)", "Accept", "*/*"), false),

  /// A typed software kit on demo.
  KIT(
      Map.of(
          "locale", "en-US", Headers.SIMULATED, "1", "Accept", "application/json, text/plain, */*"),
      true);

  private final Map<String, String> headers;
  private final boolean typedReads;

  Manner(Map<String, String> headers, boolean typedReads) {
    this.headers = headers;
    this.typedReads = typedReads;
  }

  Map<String, String> headers() {
    return headers;
  }

  /// Whether a request without a body says its content type, too.
  boolean typedReads() {
    return typedReads;
  }
}
