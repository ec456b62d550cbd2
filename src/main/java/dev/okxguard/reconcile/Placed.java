package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Gathers the orders that our journal left waiting, of those placed since the account was last
/// seen: whoever took one away before the next look did so unseen. Algo orders are not among them;
/// a position that lacks its stop is told by itself.
final class Placed {
  /// The last word on an order that waits, or of which nobody read the state.
  private static final Set<String> WAITS = Set.of("", "live", "partially_filled");

  private final long seen;
  private final Map<String, Event.Intent> sent = new HashMap<>();
  private final Map<String, Working> waiting = new LinkedHashMap<>();

  /// @param seen number of the last record when the account was last seen, 0 when it never was:
  ///   what is gone by the first look is taken as found
  Placed(long seen) {
    this.seen = seen;
  }

  void take(Event.Intent intent, long seq) {
    if (seen > 0 && seq > seen && intent.action().equals("place")) {
      sent.put(intent.intentId(), intent);
    }
  }

  /// What an intent came to.
  void settled(String intentId, String outcome, String ordId, String state) {
    waiting.remove(intentId);
    Event.Intent intent = sent.get(intentId);
    boolean waits = outcome.equals("accepted") && WAITS.contains(state);
    if (intent != null && waits && !ordId.isEmpty()) {
      order(ordId, intent).ifPresent(order -> waiting.put(intentId, order));
    }
  }

  /// Oldest first.
  List<Working> waiting() {
    return List.copyOf(waiting.values());
  }

  /// Its position may have been closed in between, which nobody saw either.
  private static Optional<Working> order(String id, Event.Intent intent) {
    JsonNode request = intent.request();
    Optional<TdMode> mode = TdMode.of(text(request, "tdMode"));
    Optional<Side> side = Side.of(text(request, "side"));
    boolean waits = OrdType.of(text(request, "ordType")).filter(OrdType::waits).isPresent();
    if (!waits || mode.isEmpty() || side.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Working(
            id,
            intent.clOrdId(),
            intent.instId(),
            mode.get(),
            PosSide.of(text(request, "posSide")).orElse(PosSide.NET),
            side.get(),
            Decimals.parse(text(request, "sz")),
            Decimals.parse(text(request, "px")),
            text(request, "reduceOnly").equals("true"),
            BigDecimal.ZERO,
            true,
            Set.of(),
            Map.of()));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
