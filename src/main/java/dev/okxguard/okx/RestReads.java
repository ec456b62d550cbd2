package dev.okxguard.okx;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// OKX's answers as they came, over the signed client.
public final class RestReads implements RawReads {
  private final RestClient client;

  public RestReads(RestClient client) {
    this.client = client;
  }

  @Override
  public ArrayNode data(Endpoint endpoint, Map<String, String> query) {
    return array(endpoint, client.data(endpoint, given(query)));
  }

  @Override
  public ArrayNode pages(
      Endpoint endpoint,
      Map<String, String> query,
      String cursor,
      int pageSize,
      Predicate<JsonNode> more) {
    return array(endpoint, client.allPages(endpoint, given(query), cursor, pageSize, more));
  }

  private static Map<String, String> given(Map<String, String> query) {
    Map<String, String> given = new LinkedHashMap<>(query);
    given.values().removeIf(String::isBlank);
    return given;
  }

  private static ArrayNode array(Endpoint endpoint, JsonNode data) {
    if (data instanceof ArrayNode array) {
      return array;
    }
    throw new Fault(
        ExitCode.UNREACHABLE, endpoint.path() + " answered without a data array", "try again");
  }
}
