package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What our journal recorded an intent for. More than what is asked about does no harm.
///
/// @param clOrdIds client ids that we gave orders, algo orders and stops attached to orders
/// @param attached by the client id of an order or algo order, those of its attached stops
/// @param cancelled order ids, algo ids and client ids of what we asked to cancel
/// @param asked by the id of what we asked to change, the sizes and prices we asked for
/// @param levers by [#lever], the leverages we asked for
public record Ours(
    Set<String> clOrdIds,
    Map<String, Set<String>> attached,
    Set<String> cancelled,
    Map<String, Set<BigDecimal>> asked,
    Map<String, Set<BigDecimal>> levers) {
  /// Nothing is ours.
  public static final Ours NOTHING = new Ours(Set.of(), Map.of(), Set.of(), Map.of(), Map.of());

  private static final Set<String> PLACING = Set.of("place", "algo", "close");

  private static final Set<String> IDS = Set.of("ordId", "clOrdId", "algoId", "algoClOrdId");

  public Ours {
    clOrdIds = Set.copyOf(clOrdIds);
    attached = Map.copyOf(attached);
    cancelled = Set.copyOf(cancelled);
    asked = Map.copyOf(asked);
    levers = Map.copyOf(levers);
  }

  /// What those intents make ours.
  public static Ours of(Collection<Event.Intent> intents) {
    Gathered gathered = new Gathered();
    intents.forEach(gathered::take);
    return gathered.ours();
  }

  /// Whether we gave out that client id.
  boolean gave(String clOrdId) {
    return clOrdIds.contains(clOrdId);
  }

  /// Whether we asked to cancel what has one of those ids.
  boolean cancelled(String id, String clOrdId) {
    return cancelled.contains(id) || cancelled.contains(clOrdId);
  }

  /// Whether we asked for that size or price of what has one of those ids.
  boolean asked(String id, String clOrdId, BigDecimal value) {
    return has(asked, id, value) || has(asked, clOrdId, value);
  }

  /// Whether we asked for that leverage: OKX keeps one for both legs of cross margin.
  boolean lever(Leg leg, BigDecimal value) {
    String both = lever(leg.instId(), leg.mgnMode().word(), "");
    return has(levers, both, value)
        || has(levers, lever(leg.instId(), leg.mgnMode().word(), leg.posSide().word()), value);
  }

  private static String lever(String instId, String mgnMode, String posSide) {
    return instId + " " + mgnMode + " " + posSide;
  }

  private static boolean has(Map<String, Set<BigDecimal>> all, String id, BigDecimal value) {
    return all.getOrDefault(id, Set.of()).contains(value.stripTrailingZeros());
  }

  /// Reads the requests as they were sent.
  private static final class Gathered {
    private final Set<String> clOrdIds = new HashSet<>();
    private final Map<String, Set<String>> attached = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Map<String, Set<BigDecimal>> asked = new HashMap<>();
    private final Map<String, Set<BigDecimal>> levers = new HashMap<>();

    void take(Event.Intent intent) {
      JsonNode request = intent.request();
      if (PLACING.contains(intent.action())) {
        placed(request);
      } else if (intent.action().startsWith("cancel")) {
        cancelled(request);
        request.path("orders").values().forEach(this::cancelled);
      } else if (intent.action().startsWith("amend")) {
        changed(request);
      } else if (intent.action().equals("set-leverage")) {
        leverage(request);
      }
    }

    Ours ours() {
      return new Ours(clOrdIds, attached, cancelled, asked, levers);
    }

    private void placed(JsonNode request) {
      String own = text(request, "clOrdId") + text(request, "algoClOrdId");
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
}
