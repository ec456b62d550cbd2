package dev.okxguard.paper.engine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings an account of an older format to the present one.
final class Upgrade {
  private Upgrade() {}

  /// The same account in the present format; the document itself stays as it is.
  static JsonNode of(JsonNode document) {
    return switch (document.path("version").asInt(0)) {
      case 1 -> third(second(document.deepCopy()));
      case 2 -> third(document.deepCopy());
      default -> document;
    };
  }

  /// Before the third format there was no funding account.
  private static JsonNode third(JsonNode document) {
    if (document instanceof ObjectNode whole) {
      whole.putObject("funding");
      whole.putArray("transfers");
      whole.put("version", 3);
    }
    return document;
  }

  /// Before the second format nothing happened to a position without its user.
  private static JsonNode second(JsonNode document) {
    document.path("legs").forEach(Upgrade::untouched);
    document.path("closed").forEach(closed -> untouched(closed.path("leg")));
    document.path("orders").forEach(order -> wanted(order.path("terms")));
    document.path("algos").forEach(algo -> wanted(algo.path("terms").path("order")));
    if (document instanceof ObjectNode whole) {
      whole.put("version", 2);
    }
    return document;
  }

  private static void untouched(JsonNode leg) {
    if (leg instanceof ObjectNode known) {
      ObjectNode nothing = known.putObject("unasked");
      nothing.put("funding", "0").put("penalty", "0").put("last", Category.NORMAL.name());
    }
  }

  private static void wanted(JsonNode terms) {
    if (terms.path("origin") instanceof ObjectNode origin) {
      origin.put("category", Category.NORMAL.name());
    }
  }
}
