package dev.okxguard.cli;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What documents and text say of algo orders, which have ids of their own.
final class AlgoDocument {
  private static final List<String> PRICES =
      List.of(
          "triggerPx",
          "orderPx",
          "tpTriggerPx",
          "slTriggerPx",
          "callbackRatio",
          "callbackSpread",
          "activePx",
          "newSz",
          "newTpTriggerPx",
          "newTpOrdPx",
          "newSlTriggerPx",
          "newSlOrdPx",
          "newTriggerPx",
          "newOrdPx");

  private AlgoDocument() {}

  /// Whether a request is about an algo order.
  static boolean about(ObjectNode request) {
    return request.has("algoId") || request.has("algoClOrdId");
  }

  /// Puts the ids under the names OKX has for them; no order's id may be taken for one of these.
  static void ids(ObjectNode json, ObjectNode request, String id, String clientId) {
    if (about(request)) {
      json.put("ordId", "");
      json.put("clOrdId", "");
      json.put("algoId", id.isEmpty() ? request.path("algoId").asString("") : id);
      json.put("algoClOrdId", clientId);
    }
  }

  /// The prices of the request, each with its name.
  static String prices(JsonNode request) {
    StringBuilder text = new StringBuilder();
    for (String name : PRICES) {
      String value = request.path(name).asString("");
      if (!value.isEmpty()) {
        text.append(' ').append(name).append(' ').append(value);
      }
    }
    return text.toString();
  }
}
