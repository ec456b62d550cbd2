package dev.okxguard.paper;

import dev.okxguard.okx.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A request as it arrived.
///
/// @param headers by lower-case name
/// @param now the exchange's clock on arrival
record Incoming(
    String method,
    String target,
    String path,
    Map<String, String> headers,
    byte[] body,
    Instant now) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Incoming of(WireRequest request, Instant now) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new Incoming(
        request.method(), request.target(), request.path(), headers, request.body(), now);
  }

  /// That header, empty when missing or blank.
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  boolean get() {
    return method.equals("GET");
  }

  /// Whether the query's percent-encoding is sound.
  boolean readable() {
    try {
      query();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// The decoded query; of a repeated parameter the last counts.
  ///
  /// @throws IllegalArgumentException for broken percent-encoding
  Map<String, String> query() {
    Map<String, String> query = new HashMap<>();
    if (target.length() > path.length() + 1) {
      for (String pair : target.substring(path.length() + 1).split("&")) {
        int mark = pair.indexOf('=');
        String name = mark < 0 ? pair : pair.substring(0, mark);
        String value = mark < 0 ? "" : pair.substring(mark + 1);
        query.put(decode(name), decode(value));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// The body as an object or array, empty when it is neither; a missing node for GET.
  Optional<JsonNode> json() {
    if (get()) {
      return Optional.of(MissingNode.getInstance());
    }
    try {
      return Optional.of(JSON.readTree(body)).filter(node -> node.isObject() || node.isArray());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
