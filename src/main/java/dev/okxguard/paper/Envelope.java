package dev.okxguard.paper;

import dev.okxguard.okx.wire.Transmission.Answered;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts results into the form they travel in (reference b.1).
final class Envelope {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Refusals of the gateway itself, which come without `data`.
  private static final Set<String> BARE =
      Set.of(
          "50101", "50102", "50103", "50104", "50105", "50106", "50107", "50110", "50111", "50112",
          "50113", "50114", "50119");

  private Envelope() {}

  /// The answer to a request that arrived and left then. A result without code is a page for
  /// people, as a front end sends it.
  static Answered answer(Result result, Instant in, Instant out) {
    if (result.code().isEmpty()) {
      return page(result.status(), result.msg());
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", result.code());
    if (!BARE.contains(result.code())) {
      body.set("data", result.data());
    }
    if (result.order()) {
      body.put("inTime", micros(in));
    }
    body.put("msg", result.msg());
    if (result.order()) {
      body.put("outTime", micros(out));
    }
    return json(result.status(), JSON.writeValueAsBytes(body));
  }

  /// An answer of that status that claims to be JSON.
  static Answered json(int status, byte[] body) {
    return new Answered(status, Map.of("content-type", "application/json"), body);
  }

  private static Answered page(int status, String title) {
    String html =
        "<html><head><title>%d %s</title></head><body><h1>%1$d %2$s</h1></body></html>"
            .formatted(status, title);
    return new Answered(
        status, Map.of("content-type", "text/html"), html.getBytes(StandardCharsets.UTF_8));
  }

  private static String micros(Instant at) {
    return Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
  }
}
