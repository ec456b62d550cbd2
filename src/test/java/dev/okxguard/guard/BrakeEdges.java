package dev.okxguard.guard;

import static dev.okxguard.guard.Edges.edge;
import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;

import dev.okxguard.guard.Edges.Edge;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The edges of what is on record about the account.
final class BrakeEdges {
  private BrakeEdges() {}

  static List<Edge> all() {
    return List.of(
        reducing("1", "10"),
        reducing("3", "3.1"),
        mode("posMode", PosMode.LONG_SHORT),
        mode("acctLv", AccountLevel.SPOT),
        reconciled(Optional.empty()),
        reconciled(Optional.of(NOW.minus(Duration.ofMinutes(30)).minusMillis(1))),
        reconciled(Optional.of(NOW.plusMillis(1))),
        stage(Stage.PROBATION, Stage.OBSERVE),
        stage(Stage.FULL, Stage.DEMO),
        edge("probation_size", "PROBATION_SIZE", probation("500"), probation("499.99")));
  }

  /// Selling what is held reduces; more than that would turn the position.
  private static Edge reducing(String held, String more) {
    Scene sell =
        brakes(
            Scene.of(limit(SWAP, Side.SELL, held)).positions(position(SWAP, PosSide.NET, held)),
            "reducing",
            Optional.of("told to"));
    return edge("trading_state", "REDUCING", sell, sell.size(more));
  }

  private static Edge mode(String part, Object other) {
    Scene pinned =
        brakes(
            brakes(Scene.of(limit(SWAP, Side.BUY, "1")), "posMode", Optional.of("net_mode")),
            "acctLv",
            Optional.of("2"));
    Scene changed = part.equals("posMode") ? pinned.order("posSide", PosSide.LONG) : pinned;
    return edge("account_mode", "ACCOUNT_MODE", pinned, changed.config(part, other));
  }

  private static Edge reconciled(Optional<?> last) {
    Scene asked = Scene.buying("1").policy("reconcileWithinMinutes", 30);
    Scene fresh = brakes(asked, "reconciled", Optional.of(NOW.minus(Duration.ofMinutes(30))));
    return edge(
        "reconcile_within_minutes", "RECONCILE_AGE", fresh, brakes(asked, "reconciled", last));
  }

  private static Edge stage(Stage inside, Stage outside) {
    return edge(
        "stage",
        "STAGE",
        brakes(enforced("1000"), "stage", inside),
        brakes(enforced("1000"), "stage", outside));
  }

  private static Scene probation(String size) {
    return brakes(enforced(size), "stage", Stage.PROBATION);
  }

  private static Scene enforced(String probationSize) {
    return Scene.buying("1")
        .policy("stage", new Policy.Probation(true, 20, 7, num(probationSize), 20));
  }

  static Scene onProbation(Scene scene) {
    Policy.Probation enforced = new Policy.Probation(true, 20, 7, num("1000"), 20);
    return brakes(scene.policy("stage", enforced), "stage", Stage.PROBATION);
  }

  static Scene brakes(Scene scene, String component, Object value) {
    return scene.facts("brakes", With.with(scene.facts().brakes(), component, value));
  }
}
