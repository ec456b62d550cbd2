package dev.okxguard.cli.guard;

import dev.okxguard.config.Enforcement;
import dev.okxguard.console.Page;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether the limits bind whoever runs the command, in documents and in text.
final class EnforcementView {
  /// More say nothing new to people.
  private static final int MOST = 3;

  private EnforcementView() {}

  /// Adds `enforcement` and `reasons`.
  static void put(Enforcement enforcement, ObjectNode json) {
    json.put("enforcement", enforcement.word());
    ArrayNode reasons = json.putArray("reasons");
    enforcement
        .reasons()
        .forEach(
            reason ->
                reasons.addObject().put("path", reason.path().toString()).put("why", reason.why()));
  }

  /// Tells what [#put] added.
  static void text(ObjectNode json, Page page) {
    boolean enforced = json.path("reasons").isEmpty();
    page.line(
        enforced
            ? page.palette().good("enforced: ") + "whoever runs this cannot change policy or state"
            : page.palette().warn("advisory: ") + "whoever runs this can change policy or state");
    json.path("reasons")
        .valueStream()
        .limit(MOST)
        .forEach(
            it -> page.line("  " + it.path("path").asString() + ": " + it.path("why").asString()));
    int more = json.path("reasons").size() - MOST;
    if (more > 0) {
      page.line("  and " + more + " more: --json names them");
    }
    if (!enforced) {
      page.line("To enforce them: " + Enforcement.HOW);
    }
  }
}
