package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Record;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.testing.PaperDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds what the gateway said and wrote against what the exchange has.
final class Truth {
  private final PaperDesk desk;

  Truth(PaperDesk desk) {
    this.desk = desk;
  }

  /// How one attempt to place an order ended.
  record Attempt(Optional<Outcome> outcome, Optional<Fault> fault, int sent) {
    String told() {
      return outcome.map(Attempt::word).orElse("fault")
          + fault.map(f -> " " + f.exitCode() + " " + f.getMessage()).orElse("");
    }

    private static String word(Outcome outcome) {
      return outcome instanceof Outcome.Denied denied
          ? "Denied " + denied.denials().stream().map(d -> d.rule()).toList()
          : outcome.getClass().getSimpleName();
    }

    boolean unknown() {
      return outcome.filter(o -> o instanceof Outcome.Unknown).isPresent();
    }
  }

  Attempt place(PlaceRequest request, List<String> faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return place(request, process);
    }
  }

  static Attempt place(PlaceRequest request, PaperDesk.Process process) {
    try {
      Outcome outcome = process.gateway().place(request);
      return new Attempt(Optional.of(outcome), Optional.empty(), process.wire().placed());
    } catch (Fault fault) {
      return new Attempt(Optional.empty(), Optional.of(fault), process.wire().placed());
    }
  }

  /// The word was true, and nothing was sent twice.
  void holds(Attempt attempt, List<Order> accepted) {
    assertThat(attempt.sent()).as("orders sent").isLessThanOrEqualTo(1);
    assertThat(accepted).as("orders at the exchange").hasSizeLessThanOrEqualTo(1);
    if (attempt.outcome().isEmpty()) {
      assertThat(attempt.sent()).as("sent before a fault").isZero();
      return;
    }
    switch (attempt.outcome().get()) {
      case Outcome.Accepted said ->
          assertThat(accepted).extracting(Order::ordId).containsExactly(said.ordId());
      case Outcome.Rejected _, Outcome.NotSent _ -> assertThat(accepted).isEmpty();
      case Outcome.Denied _, Outcome.Halted _ -> {
        assertThat(attempt.sent()).isZero();
        assertThat(accepted).isEmpty();
      }
      case Outcome.Unknown _ -> assertThat(desk.ledger().openIntents()).hasSize(1);
      case Outcome.Unsafe said ->
          assertThat(accepted).extracting(Order::ordId).containsExactly(said.ordId());
      case Outcome.Allowed _ -> throw new AssertionError("placing ended in a mere permission");
    }
  }

  /// The journal's last word on every order intent is the exchange's.
  void journalAgrees() {
    Map<String, String> words = new HashMap<>();
    for (Record record : desk.records()) {
      String id = record.data().path("clOrdId").asString("");
      switch (record.type()) {
        case "intent" -> words.put(id, "");
        case "outcome" -> words.put(id, record.data().path("outcome").asString(""));
        default -> {}
      }
    }
    List<String> accepted = desk.accepted().stream().map(Order::clOrdId).toList();
    words.forEach(
        (id, word) ->
            assertThat(word)
                .as("the journal's last word on " + id)
                .matches(w -> accepted.contains(id) == w.equals("accepted"), "the exchange's")
                .isNotIn("", "unknown"));
    assertThat(words.keySet()).as("orders nobody wrote down").containsAll(accepted);
  }
}
