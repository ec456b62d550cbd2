package dev.okxguard.paper.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings an account of an older format to the present one.
///
/// @param document in the present format, or in one that is none of ours
/// @param rows what the older format kept in the document and belongs on record
record Upgrade(JsonNode document, List<Recorded> rows) {
  private static final Map<String, Class<? extends Recorded>> RECORDED =
      Map.of(
          "orders", OwnOrder.class,
          "algos", Algo.class,
          "trades", Trade.class,
          "bills", Bill.class,
          "closed", Legs.Closed.class,
          "transfers", FundingAccount.Transfer.class);

  /// The same account; the document itself stays as it is.
  ///
  /// @throws IllegalArgumentException when one of an older format is damaged
  static Upgrade of(JsonNode document) {
    return switch (document.path("version").asInt(0)) {
      case 1 -> fourth(third(second(document.deepCopy())));
      case 2 -> fourth(third(document.deepCopy()));
      case 3 -> fourth(document.deepCopy());
      default -> new Upgrade(document, List.of());
    };
  }

  /// Before the fourth format the document held what is on record now.
  private static Upgrade fourth(JsonNode document) {
    ObjectNode whole = (ObjectNode) document;
    List<Recorded> rows = new ArrayList<>();
    try {
      RECORDED.forEach(
          (name, kind) -> {
            for (JsonNode row : whole.required(name)) {
              rows.add(Saved.MAPPER.treeToValue(row, kind));
            }
          });
    } catch (JacksonException | IllegalArgumentException damaged) {
      throw Saved.damaged(damaged);
    }
    whole.remove(RECORDED.keySet());
    whole.put("version", 4);
    return new Upgrade(whole, rows);
  }

  /// Before the third format there was no funding account.
  private static JsonNode third(JsonNode document) {
    if (document instanceof ObjectNode whole) {
      whole.putObject("funding");
      whole.putArray("transfers");
    }
    return document;
  }

  /// Before the second format nothing happened to a position without its user.
  private static JsonNode second(JsonNode document) {
    document.path("legs").forEach(Upgrade::untouched);
    document.path("closed").forEach(closed -> untouched(closed.path("leg")));
    document.path("orders").forEach(order -> wanted(order.path("terms")));
    document.path("algos").forEach(algo -> wanted(algo.path("terms").path("order")));
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
