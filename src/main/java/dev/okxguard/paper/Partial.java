package dev.okxguard.paper;

import dev.okxguard.paper.Effect.PartialBatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Has a batch go through in part, as an exchange does that runs into trouble midway.
record Partial(PartialBatch effect) {
  /// What of the request the exchange gets to see.
  Call before(Call call) {
    JsonNode body = call.body();
    if (effect.processed() || !concerns(body)) {
      return call;
    }
    ArrayNode taken = JsonNodeFactory.instance.arrayNode();
    body.valueStream().limit(effect.taken()).forEach(taken::add);
    return new Call(call.method(), call.path(), call.query(), taken, call.expiry(), call.now());
  }

  /// The answer with a failure for every item that was not taken.
  Result after(JsonNode body, Result result) {
    if (!concerns(body) || result.data().isEmpty()) {
      return result;
    }
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    JsonNode first = result.data().get(0);
    result.data().valueStream().limit(effect.taken()).forEach(rows::add);
    body.valueStream().skip(effect.taken()).forEach(item -> rows.add(failed(item, first)));
    boolean some = rows.valueStream().anyMatch(row -> row.path("sCode").asString("").equals("0"));
    return some
        ? new Result(200, "2", "Bulk operation partially succeeded.", rows, result.order())
        : new Result(200, "1", "All operations failed", rows, result.order());
  }

  private boolean concerns(JsonNode body) {
    return body.isArray() && body.size() > effect.taken();
  }

  /// The fields of the other rows, with what the request itself says of them.
  private ObjectNode failed(JsonNode item, JsonNode like) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    like.propertyNames().forEach(name -> row.put(name, item.path(name).asString("")));
    if (like.has("ts")) {
      row.set("ts", like.path("ts"));
    }
    return effect.processed()
        ? row.put("sCode", "50026").put("sMsg", "System error")
        : row.put("sCode", "51008").put("sMsg", "Scripted failure");
  }
}
