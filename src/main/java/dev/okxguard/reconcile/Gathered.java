package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Gathers what is ours from the requests as they were sent.
///
/// An intent to cancel or change names the order it is about, which need not be ours: only what
/// places makes an id ours.
final class Gathered {
  private static final Set<String> PLACING = Set.of("place", "algo", "close");

  private static final Set<String> IDS = Set.of("ordId", "clOrdId", "algoId", "algoClOrdId");

  private final Set<String> clOrdIds = new HashSet<>();
  private final Map<String, String> intents = new HashMap<>();
  private final Map<String, Set<String>> placed = new HashMap<>();
  private final Map<String, Set<String>> attached = new HashMap<>();
  private final Set<String> cancelled = new HashSet<>();
  private final Map<String, Set<BigDecimal>> asked = new HashMap<>();
  private final Map<String, Set<BigDecimal>> levers = new HashMap<>();
  private final Set<String> posModes = new HashSet<>();

  void take(Event.Intent intent) {
    JsonNode request = intent.request();
    if (PLACING.contains(intent.action())) {
      placed(request);
      intents.put(intent.intentId(), own(request));
    } else if (intent.action().startsWith("cancel")) {
      cancelled(request);
      request.path("orders").values().forEach(this::cancelled);
    } else if (intent.action().startsWith("amend")) {
      changed(request);
    } else if (intent.action().equals("set-leverage")) {
      leverage(request);
    } else if (intent.action().equals("set-position-mode")) {
      posModes.add(text(request, "posMode"));
    }
  }

  /// What an intent became at the exchange.
  void accepted(String intentId, String id) {
    String clOrdId = intents.getOrDefault(intentId, "");
    if (!clOrdId.isEmpty() && !id.isEmpty()) {
      placed.computeIfAbsent(clOrdId, _ -> new HashSet<>()).add(id);
    }
  }

  Ours ours() {
    return new Ours(clOrdIds, placed, attached, cancelled, asked, levers, posModes);
  }

  private void placed(JsonNode request) {
    String own = own(request);
    Set<String> stops = new TreeSet<>();
    request
        .path("attachAlgoOrds")
        .values()
        .forEach(stop -> stops.add(text(stop, "attachAlgoClOrdId")));
    stops.remove("");
    if (!own.isEmpty()) {
      clOrdIds.add(own);
      attached.put(own, Collections.unmodifiableSet(stops));
    }
    clOrdIds.addAll(stops);
  }

  private static String own(JsonNode request) {
    return text(request, "clOrdId") + text(request, "algoClOrdId");
  }

  private void cancelled(JsonNode request) {
    IDS.forEach(field -> cancelled.add(text(request, field)));
    cancelled.remove("");
  }

  private void changed(JsonNode request) {
    Set<BigDecimal> values = new HashSet<>();
    request.properties().stream()
        .filter(field -> field.getKey().startsWith("new"))
        .flatMap(field -> Decimals.parse(field.getValue().asString("")).stream())
        .forEach(value -> values.add(value.stripTrailingZeros()));
    for (String field : IDS) {
      if (!text(request, field).isEmpty()) {
        asked.computeIfAbsent(text(request, field), _ -> new HashSet<>()).addAll(values);
      }
    }
  }

  private void leverage(JsonNode request) {
    String of =
        Ours.lever(text(request, "instId"), text(request, "mgnMode"), text(request, "posSide"));
    Decimals.parse(text(request, "lever"))
        .ifPresent(
            lever ->
                levers.computeIfAbsent(of, _ -> new HashSet<>()).add(lever.stripTrailingZeros()));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
