package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.CancelRequest;
import dev.okxguard.trade.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One kind of write through several plans of faults, held against the exchange after each.
final class Trial {
  private static final String STEADY = "50026@GET:/trade/orderx*";

  /// So long ago what was staged came about, so that it shows.
  private static final Duration STAGED = Duration.ofSeconds(5);

  private final PaperDesk desk;
  private final Stage stage;
  private final Kind kind;
  private final String exit;
  private final Set<String> idsSent = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private int sent;
  private int others;

  Trial(PaperDesk desk, ManualTime time, Kind kind) {
    this.desk = desk;
    this.stage = new Stage(desk);
    this.kind = kind;
    this.exit = stage.resting("exit1");
    kind.stage(stage);
    time.advance(STAGED);
  }

  /// The same intent under each plan, then without faults.
  void run(List<List<String>> plans) {
    for (List<String> plan : plans) {
      if (attempt(plan)) {
        entriesAreKeptBack();
        exitsGoOn();
      }
    }
    attempt(List.of());
    settled();
    new JournalTruth(stage).check();
    assertThat(ours()).as("orders of one intent").isLessThanOrEqualTo(kind.most() + others);
    assertThat(sent)
        .as("writes sent, each of an intent on record")
        .isLessThanOrEqualTo(JournalTruth.writesOnRecord(stage));
  }

  /// What was said so far.
  List<String> told() {
    return told;
  }

  /// @return whether something is unknown now
  private boolean attempt(List<String> plan) {
    try (PaperDesk.Process process = desk.process(plan)) {
      List<Outcome> outcomes = List.of();
      try {
        outcomes = kind.run(process);
        told.add(outcomes.stream().map(Words::of).toList().toString());
      } catch (Fault fault) {
        told.add("fault " + fault.exitCode() + " " + fault.getMessage());
        assertThat(process.wire().writes()).as("sent before a fault").isEmpty();
      }
      count(process.wire().writes());
      return judge(outcomes);
    }
  }

  private boolean judge(List<Outcome> outcomes) {
    for (int i = 0; i < outcomes.size(); i++) {
      kind.holds(stage, outcomes.get(i), i, sent > 0);
    }
    kind.looked(stage);
    boolean unknown = outcomes.stream().anyMatch(said -> said instanceof Outcome.Unknown);
    if (unknown) {
      assertThat(desk.ledger().openIntents()).as("unknown, but not on record so").isNotEmpty();
    }
    return unknown;
  }

  /// No client id is ever sent twice.
  private void count(List<WireRequest> writes) {
    for (WireRequest write : writes) {
      JsonNode body = JsonMapper.shared().readTree(write.body());
      List<JsonNode> items = body.isArray() ? body.valueStream().toList() : List.of(body);
      sent += items.size();
      if (creates(write.path())) {
        for (JsonNode item : items) {
          String id = item.path("clOrdId").asString("") + item.path("algoClOrdId").asString("");
          assertThat(idsSent.add(id)).as("sent once: " + id).isTrue();
        }
      }
    }
  }

  private static boolean creates(String path) {
    return path.endsWith("/order")
        || path.endsWith("-orders") && !path.contains("cancel-")
        || path.endsWith("/order-algo")
        || path.endsWith("/close-position");
  }

  private void entriesAreKeptBack() {
    if (!kind.blocksEntries()) {
      return;
    }
    try (PaperDesk.Process process = desk.process(STEADY, "50026@GET:/trade/order-algox*")) {
      Outcome other = process.gateway().place(Orders.buy("15", "other"));
      if (other instanceof Outcome.Accepted) {
        assertThat(desk.ledger().openIntents()).as("entered while unknown").isEmpty();
        count(process.wire().writes());
        others++;
        return;
      }
      assertThat(Words.of(other)).startsWith("Denied [unresolved");
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  /// A cancel passes although an intent is open and orders cannot be read.
  private void exitsGoOn() {
    if (stage.order(exit).orElseThrow().state().isFinal()) {
      return;
    }
    try (PaperDesk.Process process = desk.process(STEADY)) {
      process.gateway().cancel(new CancelRequest(Orders.PAIR, Optional.of(exit), Optional.empty()));
      sent += process.wire().writes().size();
    }
    assertThat(stage.order(exit).orElseThrow().state().isFinal()).as("an exit went on").isTrue();
  }

  private void settled() {
    for (int i = 0; i < 4 && !desk.ledger().openIntents().isEmpty(); i++) {
      try (PaperDesk.Process process = desk.process()) {
        process.gateway().resolve();
      }
    }
  }

  private long ours() {
    return stage.orders().stream()
        .filter(order -> order.clOrdId().startsWith(ClOrdId.PREFIX))
        .count();
  }
}
