package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.Halt;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A batch takes the steps of a single write, each for every item.
class BatchStepsTest {
  private static final String[] LOOSE = {
    "max_orders_per_minute = 1000",
    "max_daily_trades = 1000",
    "max_open_orders = 1000",
    "price_collar = 0.9",
    "duplicate_window_s = 0"
  };

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private void limits(String... more) {
    List<String> all = new ArrayList<>(List.of(LOOSE));
    all.addAll(List.of(more));
    scene.limits(all.toArray(String[]::new));
  }

  /// Resting buys of about 18 dollars each.
  private List<PlaceRequest> buys(int count) {
    String px = scene.price(Orders.PAIR, "0.99").toPlainString();
    return IntStream.range(0, count)
        .mapToObj(i -> Orders.limit(Side.BUY, "0.0002", px, "k" + i))
        .toList();
  }

  private static List<String> words(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.getClass().getSimpleName()).toList();
  }

  private List<Outcome> place(List<PlaceRequest> requests, String... faults) {
    return scene.run(gateway -> gateway.placeAll(requests, _ -> {}), faults);
  }

  @Test
  void whatRestsFromAnEarlierRequestIsCountedOnce() {
    limits("repeat_limit = 0", "max_position_size = 430");
    List<Outcome> outcomes = place(buys(25));
    assertThat(words(outcomes.subList(0, 22))).containsOnly("Accepted");
    assertThat(words(outcomes.subList(22, 25))).containsOnly("Denied");
  }

  @Test
  void aHaltDuringTheReadsStopsAllOfThem() {
    limits("repeat_limit = 0");
    try (PaperDesk.Process process = scene.haltedWhileReading()) {
      List<Outcome> outcomes = process.gateway().placeAll(buys(2), _ -> {});
      assertThat(words(outcomes)).containsOnly("Halted");
      assertThat(outcomes)
          .allSatisfy(it -> assertThat(it.ticket().checks()).isNotEmpty())
          .allSatisfy(it -> assertThat(it.ticket().notionalUsd()).isPresent());
      assertThat(process.wire().writes()).isEmpty();
      assertThat(process.told()).contains("reading positions, orders, balance and prices");
    }
    assertThat(scene.last("denied").data().path("key").asString()).isEqualTo("k1");
  }

  @Test
  void whoRepeatsAnEntryInABatchIsStoppedAndACheckStopsNobody() {
    limits("repeat_limit = 2");
    List<PlaceRequest> three = buys(3);
    assertThat(words(scene.run(gateway -> gateway.checkAll(three))))
        .containsExactly("Allowed", "Allowed", "Denied");
    assertThat(halted()).isFalse();
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(words(process.gateway().placeAll(three, _ -> {})))
          .containsExactly("Accepted", "Accepted", "Denied");
      assertThat(process.alarms()).extracting(Alarm::kind).contains(Alarm.Kind.HALT);
    }
    assertThat(halted()).isTrue();
  }

  private boolean halted() {
    return new Halt(scene.desk.state()).halted(Environment.PAPER, scene.desk.uid());
  }

  @Test
  void whatIsKnownIsOnRecordBeforeWhatIsNotIsAskedFor() {
    limits("repeat_limit = 0");
    Tampered wire =
        new Tampered(
            scene.desk.transport(List.of()),
            (request, text) ->
                request.path().endsWith("/trade/batch-orders")
                    ? text.replaceFirst("\"sCode\":\"0\"", "\"sCode\":\"51149\"")
                    : text);
    try (PaperDesk.Process process = scene.desk.process(wire, scene.time, PaperDesk.TIMEOUT)) {
      assertThat(words(process.gateway().placeAll(buys(2), _ -> {}))).containsOnly("Accepted");
    }
    assertThat(clOrdIds("outcome")).isEqualTo(clOrdIds("intent").reversed());
  }

  /// Of the records of that type, each once.
  private List<String> clOrdIds(String type) {
    return scene.desk.records().stream()
        .filter(record -> record.type().equals(type))
        .map(record -> record.data().path("clOrdId").asString())
        .distinct()
        .toList();
  }

  @Test
  void cancelsSettleWhatTheyWentAheadOf() {
    String one = scene.rest("one");
    String two = scene.rest("two");
    scene.run(gateway -> gateway.place(Orders.buy("20", "k")), Scene.LOST, Scene.BLIND);
    List<CancelRequest> both = List.of(Scene.cancel(one), Scene.cancel(two));
    assertThat(words(scene.run(gateway -> gateway.cancelAll(both, _ -> {}))))
        .containsOnly("Accepted");
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void unlessTheirOwnFateIsUnknown() {
    List<CancelRequest> both =
        List.of(Scene.cancel(scene.rest("one")), Scene.cancel(scene.rest("two")));
    String[] faults = {
      "lost-reply@POST:/trade/cancel-batch-orders", "50026@GET:/trade/orders-pendingx*"
    };
    List<String> blind = new ArrayList<>(List.of(faults));
    IntStream.rangeClosed(3, 20).forEach(n -> blind.add("50026@GET:/trade/order#" + n));
    try (PaperDesk.Process process = scene.desk.process(blind)) {
      assertThat(words(process.gateway().cancelAll(both, _ -> {}))).containsOnly("Unknown");
      assertThat(process.told()).noneMatch(it -> it.startsWith("resolving "));
    }
  }

  @Test
  void aRefusedKeyIsTheCommandsFaultAndOneOrderThatIsGoneIsNot() {
    String ordId = scene.rest("one");
    BigDecimal px = scene.price(Orders.PAIR, "0.985");
    List<AmendRequest> two = List.of(Scene.move("404", px, ""), Scene.move(ordId, px, ""));
    assertThatThrownBy(() -> scene.run(g -> g.amendAll(two, _ -> {}), "50113@GET:/trade/orderx*"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH));
    List<Outcome> outcomes = scene.run(g -> g.amendAll(two, _ -> {}));
    assertThat(words(outcomes)).containsExactly("Rejected", "Accepted");
    Outcome.Rejected gone = (Outcome.Rejected) outcomes.getFirst();
    assertThat(gone.error().message()).isEqualTo("OKX knows no such order on BTC-USDT");
    assertThat(gone.error().next()).startsWith("look with: okx order list");
    assertThat(gone.ticket().request().path("ordId").asString()).isEqualTo("404");
  }

  @Test
  void anOrderThatCannotBeReadIsLeftAloneAndTheOthersGo() {
    String one = scene.rest("one");
    String two = scene.rest("two");
    scene.time.advance(Duration.ofSeconds(5));
    BigDecimal px = scene.price(Orders.PAIR, "0.985");
    List<AmendRequest> both = List.of(Scene.move(one, px, ""), Scene.move(two, px, ""));
    String at = "50026@GET:/trade/order#";
    List<Outcome> outcomes =
        scene.run(g -> g.amendAll(both, _ -> {}), at + "1", at + "2", at + "3", at + "4");
    assertThat(words(outcomes)).containsExactly("NotSent", "Accepted");
    assertThat(((Outcome.NotSent) outcomes.getFirst()).error()).isPresent();
  }

  @Test
  void oneOrderIsChangedOnceInABatch() {
    String ordId = scene.rest("one");
    List<AmendRequest> twice =
        List.of(
            Scene.move(ordId, scene.price(Orders.PAIR, "0.985"), ""),
            Scene.move(ordId, scene.price(Orders.PAIR, "0.986"), ""));
    List<Outcome> outcomes = scene.run(g -> g.amendAll(twice, _ -> {}));
    assertThat(words(outcomes)).containsExactly("Accepted", "NotSent");
    assertThat(((Outcome.NotSent) outcomes.getLast()).reason())
        .contains("about this order already");
  }
}
