package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Record;
import dev.okxguard.model.Order;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Whether the journal's last word on every intent is the exchange's.
final class JournalTruth {
  private final Stage stage;
  private final List<Order> orders;

  JournalTruth(Stage stage) {
    this.stage = stage;
    this.orders = stage.orders();
  }

  /// An intent with the last word on it.
  record Told(JsonNode intent, Optional<JsonNode> outcome) {
    String word() {
      return outcome.map(o -> o.path("outcome").asString()).orElse("");
    }

    String field(String name) {
      return intent.path(name).asString("");
    }

    String asked(String name) {
      return intent.path("request").path(name).asString("");
    }
  }

  /// Every intent of the journal, in its order.
  static List<Told> intents(Stage stage) {
    Map<String, Told> told = new LinkedHashMap<>();
    for (Record record : stage.desk().records()) {
      String id = record.data().path("intentId").asString("");
      switch (record.type()) {
        case "intent" -> told.put(id, new Told(record.data(), Optional.empty()));
        case "outcome" -> told.put(id, new Told(told.get(id).intent(), Optional.of(record.data())));
        default -> {}
      }
    }
    return List.copyOf(told.values());
  }

  /// The client ids that were sent under the caller's intent id.
  static List<String> idsOf(Stage stage, String key) {
    return intents(stage).stream()
        .filter(told -> told.field("key").equals(key))
        .map(told -> told.field("clOrdId"))
        .toList();
  }

  /// How many writes the intents of the journal stand for; most for one, some for several.
  static int writesOnRecord(Stage stage) {
    return intents(stage).stream()
        .mapToInt(told -> Math.max(1, told.intent().path("request").path("orders").size()))
        .sum();
  }

  void check() {
    assertThat(stage.desk().ledger().openIntents()).as("open intents").isEmpty();
    List<Told> all = intents(stage);
    all.forEach(this::check);
    assertThat(all)
        .extracting(told -> told.field("clOrdId"))
        .as("orders nobody wrote down")
        .containsAll(ours());
  }

  private List<String> ours() {
    return orders.stream().map(Order::clOrdId).filter(id -> id.startsWith("okg")).toList();
  }

  private void check(Told told) {
    assertThat(told.word()).as(told.toString()).isNotIn("", "unknown");
    boolean accepted = told.word().equals("accepted");
    switch (told.field("action")) {
      case "place", "close" ->
          assertThat(ours().contains(told.field("clOrdId")))
              .as("an order of the intent that is " + told.word() + ": " + told)
              .isEqualTo(accepted);
      case "algo" ->
          assertThat(stage.algos())
              .filteredOn(algo -> algo.algoClOrdId().equals(told.field("clOrdId")))
              .as("algo orders of the intent that is " + told.word() + ": " + told)
              .hasSize(accepted ? 1 : 0);
      case "cancel" ->
          assertThat(accepted && resting(told.asked("ordId")))
              .as("cancelled, yet resting")
              .isFalse();
      case "amend" -> changed(told, accepted);
      case "set-position-mode", "cancel-batch" -> {}
      default -> throw new AssertionError("no truth is known about " + told.field("action"));
    }
  }

  /// Only one amendment of an order is tried, so that its values tell.
  private void changed(Told told, boolean accepted) {
    BigDecimal wanted = new BigDecimal(told.asked("newSz"));
    boolean changed =
        orders.stream()
            .filter(order -> order.ordId().equals(told.asked("ordId")))
            .anyMatch(order -> order.sz().compareTo(wanted) == 0);
    assertThat(changed || !accepted).as("accepted, but unchanged: " + told).isTrue();
  }

  private boolean resting(String ordId) {
    return orders.stream()
        .anyMatch(order -> order.ordId().equals(ordId) && !order.state().isFinal());
  }
}
