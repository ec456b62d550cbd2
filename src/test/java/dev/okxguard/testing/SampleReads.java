package dev.okxguard.testing;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Endpoint;
import dev.okxguard.okx.RawReads;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Answers reads from `samples/<endpoint>.json`, or from what a test put in, and remembers what was
/// asked. Lists are cut to `after` and `limit` as OKX does.
public final class SampleReads implements RawReads {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<Endpoint, ArrayNode> answers = new EnumMap<>(Endpoint.class);
  private final List<String> asked = new ArrayList<>();

  /// Has that endpoint answer with this array.
  public SampleReads with(Endpoint endpoint, String data) {
    answers.put(endpoint, (ArrayNode) MAPPER.readTree(data));
    return this;
  }

  /// The requests so far, for example `/api/v5/market/ticker?instId=BTC-USDT`.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public ArrayNode data(Endpoint endpoint, Map<String, String> query) {
    String text =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    asked.add(endpoint.path() + (text.isEmpty() ? "" : "?" + text));
    return cut(answers.computeIfAbsent(endpoint, SampleReads::load), query);
  }

  @Override
  public ArrayNode pages(
      Endpoint endpoint, Map<String, String> query, String cursor, int pageSize, int most) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    Map<String, String> next = new LinkedHashMap<>(query);
    while (true) {
      ArrayNode page = data(endpoint, next);
      rows.addAll(page);
      if (page.size() < pageSize || rows.size() >= most) {
        return rows;
      }
      next.put("after", page.get(page.size() - 1).path(cursor).asString());
    }
  }

  /// Rows older than `after`, `limit` of them. A row's place in time is its first element, its
  /// `billId`, its `tradeId` or its `uTime`.
  private static ArrayNode cut(ArrayNode rows, Map<String, String> query) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    long after = Long.parseLong(query.getOrDefault("after", Long.toString(Long.MAX_VALUE)));
    int limit = Integer.parseInt(query.getOrDefault("limit", "1000000"));
    for (JsonNode row : rows) {
      if (kept.size() < limit && place(row) < after) {
        kept.add(row);
      }
    }
    return kept;
  }

  private static long place(JsonNode row) {
    for (JsonNode place :
        List.of(row.path(0), row.path("billId"), row.path("tradeId"), row.path("uTime"))) {
      if (place.isString() && !place.asString().isEmpty()) {
        return Long.parseLong(place.asString());
      }
    }
    return 0;
  }

  private static ArrayNode load(Endpoint endpoint) {
    String name = "/samples/" + endpoint.name().toLowerCase(Locale.ROOT) + ".json";
    try (InputStream in = SampleReads.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new Fault(ExitCode.UNREACHABLE, "no sample " + name, "");
      }
      return (ArrayNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
