package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// OKX's answers as they came, over the signed client.
public final class RestReads implements RawReads {
  /// What a query names, which the rows of its answer must be about where they say.
  private static final List<String> NAMED = List.of("instId", "ordId");

  private final RestClient client;

  public RestReads(RestClient client) {
    this.client = client;
  }

  @Override
  public ArrayNode data(Endpoint endpoint, Map<String, String> query) {
    return rows(endpoint, query, client.data(endpoint, given(query)));
  }

  @Override
  public ArrayNode pages(
      Endpoint endpoint, Map<String, String> query, String cursor, int pageSize, int most) {
    Pages.Cursor by = new Pages.Cursor(cursor, pageSize);
    return rows(endpoint, query, client.pages().all(endpoint, given(query), by, most));
  }

  private static Map<String, String> given(Map<String, String> query) {
    Map<String, String> given = new LinkedHashMap<>(query);
    given.values().removeIf(String::isBlank);
    return given;
  }

  private static ArrayNode rows(Endpoint endpoint, Map<String, String> query, JsonNode data) {
    if (!(data instanceof ArrayNode array)) {
      throw unusable(endpoint, "without a data array");
    }
    for (JsonNode row : array) {
      if (!row.isContainer()) {
        throw unusable(endpoint, "with a row that is none");
      }
      for (String field : NAMED) {
        if (another(row.path(field).asString(""), query.getOrDefault(field, ""))) {
          throw unusable(endpoint, "about another " + field + " than the one asked for");
        }
      }
    }
    return array;
  }

  /// @param asked several with commas between, ANY or "" for whatever there is
  private static boolean another(String told, String asked) {
    return !told.isEmpty()
        && !asked.isBlank()
        && !asked.equals("ANY")
        && Stream.of(asked.split(",")).noneMatch(one -> one.strip().equalsIgnoreCase(told));
  }

  private static Fault unusable(Endpoint endpoint, String how) {
    return new Fault(
        ExitCode.UNREACHABLE,
        endpoint.path() + " answered " + how,
        "Nothing is assumed in its place. Repeat the read.");
  }
}
