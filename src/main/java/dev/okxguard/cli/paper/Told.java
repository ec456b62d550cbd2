package dev.okxguard.cli.paper;

import dev.okxguard.paper.Consequences;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What happened to the paper account, for a report.
final class Told {
  private Told() {}

  /// Puts OKX's own rows into a document: fills, triggers, liquidations, cancels.
  static void put(ObjectNode json, Consequences told) {
    list(json, "fills", told.fills());
    list(json, "triggers", told.triggers());
    list(json, "liquidations", told.liquidations());
    list(json, "cancels", told.cancels());
  }

  static String text(Consequences told) {
    return told.fills().size()
        + " fills, "
        + told.triggers().size()
        + " stops fired, "
        + told.liquidations().size()
        + " liquidations, "
        + told.cancels().size()
        + " orders cancelled";
  }

  private static void list(ObjectNode json, String name, List<ObjectNode> rows) {
    json.putArray(name).addAll(rows);
  }
}
