package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Gathers what is ours from the requests as they were sent.
///
/// An intent to cancel or change names the order it is about, which need not be ours: only what
/// places makes an id ours.
final class Gathered {
  private static final Set<String> PLACING = Set.of("place", "algo", "close");

  private static final Set<String> IDS = Set.of("ordId", "clOrdId", "algoId", "algoClOrdId");

  /// Outcomes of an intent that changed nothing.
  private static final Set<String> REFUSED = Set.of("rejected", "not_sent");

  private static final String LEVER = "lever";
  private static final String POS_MODE = "posMode";

  private final Set<String> clOrdIds = new HashSet<>();
  private final Map<String, String> intents = new HashMap<>();
  private final Map<String, Set<String>> placed = new HashMap<>();
  private final Map<String, Set<String>> attached = new HashMap<>();
  private final Map<String, Ours.Given> given = new HashMap<>();
  private final Map<String, Set<String>> cancelled = new HashMap<>();
  private final Map<String, List<Ask>> asks = new LinkedHashMap<>();

  /// What an intent wants one thing to be.
  ///
  /// @param of what kind of thing
  /// @param id which one: an order's id, [Ours#lever], "" for the account
  private record Ask(String of, String id, String value) {}

  void take(Event.Intent intent) {
    JsonNode request = intent.request();
    if (PLACING.contains(intent.action())) {
      placed(request);
      intents.put(intent.intentId(), own(request));
    } else if (intent.action().startsWith("cancel")) {
      Set<String> ids = cancelled.computeIfAbsent(intent.intentId(), _ -> new HashSet<>());
      cancelled(request, ids);
      request.path("orders").values().forEach(one -> cancelled(one, ids));
    } else if (intent.action().startsWith("amend")) {
      changed(intent.intentId(), request);
    } else if (intent.action().equals("set-leverage")) {
      leverage(intent.intentId(), request);
    } else if (intent.action().equals("set-position-mode")) {
      ask(intent.intentId(), new Ask(POS_MODE, "", text(request, "posMode")));
    }
  }

  /// What an intent came to: what was refused was never asked for.
  ///
  /// @param id of what it became at the exchange, "" where it became nothing
  void settled(String intentId, String outcome, String id) {
    if (REFUSED.contains(outcome)) {
      asks.remove(intentId);
      cancelled.remove(intentId);
    }
    String clOrdId = intents.getOrDefault(intentId, "");
    if (!clOrdId.isEmpty() && !id.isEmpty()) {
      placed.computeIfAbsent(clOrdId, _ -> new HashSet<>()).add(id);
    }
  }

  /// A person took the account as it is for right: what was asked for before explains no change
  /// that comes after.
  void adopted() {
    asks.clear();
  }

  /// Of what was asked for again and again the last counts: an earlier wish may be somebody's doing
  /// when it comes back.
  Ours ours() {
    Map<String, Map<String, BigDecimal>> asked = new HashMap<>();
    Map<String, BigDecimal> levers = new HashMap<>();
    Optional<String> posMode = Optional.empty();
    for (Ask ask : asks.values().stream().flatMap(List::stream).toList()) {
      switch (ask.of()) {
        case POS_MODE -> posMode = Optional.of(ask.value());
        case LEVER -> {
          levers.keySet().removeIf(leg -> leg.startsWith(ask.id()));
          levers.put(ask.id(), new BigDecimal(ask.value()));
        }
        default ->
            asked
                .computeIfAbsent(ask.id(), _ -> new HashMap<>())
                .put(ask.of(), new BigDecimal(ask.value()));
      }
    }
    Set<String> gone = new HashSet<>();
    cancelled.values().forEach(gone::addAll);
    return new Ours(clOrdIds, placed, attached, given, gone, asked, levers, posMode);
  }

  private void placed(JsonNode request) {
    String own = own(request);
    Set<String> stops = new TreeSet<>();
    for (JsonNode stop : request.path("attachAlgoOrds").values()) {
      String id = text(stop, "attachAlgoClOrdId");
      stops.add(id);
      given(id, Optional.empty(), number(stop, "slTriggerPx"));
    }
    stops.remove("");
    if (!own.isEmpty()) {
      clOrdIds.add(own);
      attached.put(own, Collections.unmodifiableSet(stops));
      given(own, request);
    }
    clOrdIds.addAll(stops);
  }

  /// OKX rounds the prices of options, and what has no price does not wait with its size.
  private void given(String own, JsonNode request) {
    boolean algo = !text(request, "algoClOrdId").isEmpty();
    Optional<BigDecimal> px =
        Stream.of("px", "slTriggerPx", "triggerPx")
            .flatMap(field -> number(request, field).stream())
            .findFirst();
    Optional<BigDecimal> sz = algo || px.isPresent() ? number(request, "sz") : Optional.empty();
    boolean option = InstType.byForm(text(request, "instId")) == InstType.OPTION;
    given(own, sz, option ? Optional.empty() : px);
  }

  private void given(String id, Optional<BigDecimal> sz, Optional<BigDecimal> px) {
    if (!id.isEmpty() && (sz.isPresent() || px.isPresent())) {
      given.put(id, new Ours.Given(sz, px));
    }
  }

  private static Optional<BigDecimal> number(JsonNode request, String field) {
    return Decimals.parse(text(request, field));
  }

  private static String own(JsonNode request) {
    return text(request, "clOrdId") + text(request, "algoClOrdId");
  }

  private static void cancelled(JsonNode request, Set<String> ids) {
    IDS.forEach(field -> ids.add(text(request, field)));
    ids.remove("");
  }

  private void changed(String intentId, JsonNode request) {
    for (Map.Entry<String, JsonNode> field : request.properties()) {
      if (field.getKey().startsWith("new")) {
        IDS.stream()
            .map(id -> text(request, id))
            .filter(id -> !id.isEmpty())
            .forEach(id -> number(intentId, field.getKey(), id, field.getValue().asString("")));
      }
    }
  }

  private void leverage(String intentId, JsonNode request) {
    String leg =
        Ours.lever(text(request, "instId"), text(request, "mgnMode"), text(request, "posSide"));
    number(intentId, LEVER, leg, text(request, "lever"));
  }

  private void number(String intentId, String of, String id, String value) {
    Decimals.parse(value)
        .map(number -> number.stripTrailingZeros().toPlainString())
        .ifPresent(number -> ask(intentId, new Ask(of, id, number)));
  }

  private void ask(String intentId, Ask ask) {
    asks.computeIfAbsent(intentId, _ -> new ArrayList<>()).add(ask);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
