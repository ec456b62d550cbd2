package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.ShiftedTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults at each step of an algo order's life: one intent is at most one algo order, and what is
/// said and written is what is so.
class AlgoFaultsTest {
  private static final String AT_PLACE = "@POST:/trade/order-algo";
  private static final String AT_AMEND = "@POST:/trade/amend-algos";
  private static final String AT_CANCEL = "@POST:/trade/cancel-algos";
  private static final String BLIND = "50026@GET:/trade/order-algox*";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted",
    "lost-request, NotSent",
    "delay=4000, Accepted",
    "delay=12000, Accepted",
    "delay=45000, NotSent",
    "delay-after=12000, Accepted",
    "50001+effect, Accepted",
    "50004, NotSent",
    "50004+effect, Accepted",
    "50026, NotSent",
    "50026+effect, Accepted",
    "51149, NotSent",
    "51149+effect, Accepted",
    "http-502, NotSent",
    "http-502+effect, Accepted",
    "http-408+effect, Accepted",
    "empty, Accepted",
    "truncated, Accepted",
    "garbage, Accepted",
    "429, NotSent",
    "50011, NotSent",
    "51008, Rejected",
    "50113, Rejected"
  })
  void placingTellsTheTruth(String fault, String outcome) {
    Truth.Attempt attempt = place(dip("k"), fault + AT_PLACE, "late-visibility=1500");
    assertThat(attempt.told()).isEqualTo(outcome);
    assertThat(attempt.sent()).isEqualTo(1);
    assertThat(Algos.accepted(desk)).hasSize(outcome.equals("Accepted") ? 1 : 0);
    journalAgrees();
  }

  @Test
  void anAlgoOrderOfUnknownFateIsNeverSentAgainUnderItsKey() {
    AlgoPlaceRequest dip = dip("k");
    assertThat(place(dip, "lost-reply" + AT_PLACE, BLIND).told()).isEqualTo("Unknown");
    Truth.Attempt again = place(dip, BLIND);
    assertThat(again.told()).isEqualTo("Unknown");
    assertThat(again.sent()).isZero();
    Truth.Attempt other = place(dip("other"), BLIND);
    assertThat(other.told()).startsWith("Denied").contains("unresolved");
    Truth.Attempt settled = place(dip);
    assertThat(settled.told()).isEqualTo("Accepted");
    assertThat(settled.sent()).isZero();
    assertThat(Algos.accepted(desk)).hasSize(1);
    journalAgrees();
  }

  /// The guard refuses entries on a wrong clock, unless its owner allows one; a stop goes anyway.
  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "PT26H", "PT-26H", "P40D"})
  void aWrongLocalClockDoesNotHideTheStop(Duration ahead) {
    hold("0.05");
    AlgoPlaceRequest stop = stop("k", "0.97");
    try (PaperDesk.Process process =
        desk.process(
            desk.transport(List.of("lost-reply" + AT_PLACE)),
            new ShiftedTime(time, ahead),
            PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().placeAlgo(stop)).isInstanceOf(Outcome.Accepted.class);
    }
    journalAgrees();
  }

  @Test
  void absenceIsProvenOnlyWhenTheSignatureIsTooOld() {
    AlgoPlaceRequest dip = dip("k");
    time.advance(Duration.ofSeconds(1));
    var before = time.now();
    assertThat(place(dip, "lost-request" + AT_PLACE).told()).isEqualTo("NotSent");
    assertThat(Duration.between(before, time.now()))
        .isBetween(Duration.ofSeconds(32), Duration.ofSeconds(45));
    assertThat(place(dip).told()).isEqualTo("Accepted");
    assertThat(Algos.accepted(desk)).hasSize(1);
  }

  @Test
  void whatTheJournalLostIsKnownByItsMark() throws IOException {
    assertThat(place(dip("k")).told()).isEqualTo("Accepted");
    Files.move(home.resolve("state"), home.resolve("gone"));
    time.advance(Duration.ofSeconds(30));
    assertThat(place(dip("k")).told()).isEqualTo("Denied [intent_id]");
    assertThat(place(dip("l")).told()).isEqualTo("Accepted");
    assertThat(Algos.accepted(desk)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50026", "http-502", "empty", "garbage"})
  void withoutTheWaitingAlgoOrdersNoEntryGoes(String fault) {
    Truth.Attempt attempt = place(dip("k"), fault + "@GET:/trade/orders-algo-pendingx*");
    assertThat(attempt.told()).startsWith("Denied [data");
    assertThat(attempt.sent()).isZero();
  }

  @Test
  void aStopThePolicyDemandsAndNobodySeesHaltsTrading() {
    hold("0.05");
    Truth.Attempt attempt = place(stop("k", "0.97"), BLIND);
    assertThat(attempt.told()).isEqualTo("Unsafe");
    assertThat(new Halt(desk.state()).reason(Environment.PAPER, desk.uid())).isPresent();
    assertThat(Algos.accepted(desk)).hasSize(1);
    journalAgrees();
  }

  @Test
  void anExitByArithmeticIsMarkedReduceOnly() {
    hold("0.05");
    assertThat(place(stop("k", "0.97")).told()).isEqualTo("Accepted");
    assertThat(Algos.accepted(desk)).extracting(Algo::reduceOnly).containsExactly(true);
    assertThat(new Halt(desk.state()).reason(Environment.PAPER, desk.uid())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted",
    "lost-request, NotSent",
    "delay=12000, Accepted",
    "50004, NotSent",
    "50004+effect, Accepted",
    "http-502, NotSent",
    "http-502+effect, Accepted",
    "truncated, Accepted",
    "50011, NotSent",
    "51000, Rejected"
  })
  void amendingTellsTheTruth(String fault, String outcome) {
    String algoId = waiting(dip("k"));
    time.advance(Duration.ofSeconds(2));
    String px = price(Orders.PAIR, "0.98");
    Truth.Attempt attempt =
        attempt(
            g -> g.amendAlgo(name(Orders.PAIR, algoId), triggerAt(px)),
            fault + AT_AMEND,
            "late-visibility=1500");
    assertThat(attempt.told()).isEqualTo(outcome);
    assertThat(attempt.sent()).isEqualTo(1);
    boolean moved =
        Algos.accepted(desk).getFirst().triggerPx().orElseThrow().compareTo(new BigDecimal(px))
            == 0;
    assertThat(moved).isEqualTo(outcome.equals("Accepted"));
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted, true",
    "lost-request, Unknown, false",
    "50004, Unknown, false",
    "50004+effect, Accepted, true",
    "http-502+effect, Accepted, true",
    "garbage, Accepted, true",
    "50011, NotSent, false",
    "51000, Rejected, false"
  })
  void cancellingTellsTheTruth(String fault, String outcome, boolean gone) {
    String algoId = waiting(dip("k"));
    Truth.Attempt attempt = cancel(algoId, fault + AT_CANCEL);
    assertThat(attempt.told()).isEqualTo(outcome);
    assertThat(attempt.sent()).isEqualTo(1);
    assertThat(Algos.accepted(desk))
        .extracting(Algo::state)
        .containsExactly(gone ? AlgoState.CANCELED : AlgoState.LIVE);
    time.advance(Duration.ofMinutes(1));
    assertThat(place(Algos.dip("0.0001", price(Orders.PAIR, "0.97"), below("0.97"), "n")).told())
        .isEqualTo("Accepted");
    assertThat(desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void aCancelGoesOnWhileAFateIsUnknownAndWithoutLookingUp() {
    String algoId = waiting(dip("k"));
    place(dip("lost"), "lost-reply" + AT_PLACE, BLIND);
    assertThat(cancel(algoId, "50026@GET:/trade/order-algox4").told()).isEqualTo("Accepted");
  }

  @Test
  void anUnknownAlgoOrderIsRejectedBeforeAnythingIsSent() {
    Truth.Attempt attempt = cancel("77");
    assertThat(attempt.told()).startsWith("Rejected");
    assertThat(attempt.sent()).isZero();
  }

  private AlgoPlaceRequest dip(String key) {
    return Algos.dip("0.0002", price(Orders.PAIR, "0.99"), below("0.99"), key);
  }

  private String below(String factor) {
    return price(Orders.PAIR, new BigDecimal(factor).subtract(new BigDecimal("0.001")).toString());
  }

  private AlgoPlaceRequest stop(String key, String factor) {
    return Algos.stop("0.05", price(Orders.SWAP, factor), key);
  }

  private Truth.Attempt place(AlgoPlaceRequest request, String... faults) {
    return attempt(gateway -> gateway.placeAlgo(request), faults);
  }

  private Truth.Attempt cancel(String algoId, String... faults) {
    return attempt(gateway -> gateway.cancelAlgo(name(Orders.PAIR, algoId)), faults);
  }

  private Truth.Attempt attempt(Function<Gateway, Outcome> act, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      Optional<Outcome> outcome = Optional.empty();
      Optional<Fault> fault = Optional.empty();
      try {
        outcome = Optional.of(act.apply(process.gateway()));
      } catch (Fault thrown) {
        fault = Optional.of(thrown);
      }
      int sent =
          process.wire().count("POST", "/api/v5/trade/order-algo")
              + process.wire().count("POST", "/api/v5/trade/amend-algos")
              + process.wire().count("POST", "/api/v5/trade/cancel-algos");
      return new Truth.Attempt(outcome, fault, sent);
    }
  }

  private String waiting(AlgoPlaceRequest request) {
    return ((Outcome.Accepted) place(request).outcome().orElseThrow()).ordId();
  }

  private static AlgoName name(String instId, String algoId) {
    return new AlgoName(instId, Optional.of(algoId), Optional.empty());
  }

  private static AlgoChanges triggerAt(String px) {
    return new AlgoChanges(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(px)),
        Optional.empty());
  }

  /// Opens a long position past the guard, as somebody else might.
  private void hold(String sz) {
    try (PaperDesk.Process process = desk.process()) {
      var body =
          process
              .exchange()
              .orderBody(
                  Orders.contract(Side.BUY, OrdType.MARKET, sz, "", false), new ClOrdId("manual1"));
      process.exchange().send(Write.ORDER, body, Optional.of(time.now().plusSeconds(5)));
      assertThat(process.exchange().positions()).hasSize(1);
    }
  }

  /// The journal's last word on every algo order is the exchange's.
  private void journalAgrees() {
    Map<String, String> words = new HashMap<>();
    for (Record record : desk.records()) {
      String id = record.data().path("clOrdId").asString("");
      switch (record.type()) {
        case "intent" -> words.put(id, "");
        case "outcome" -> words.put(id, record.data().path("outcome").asString(""));
        default -> {}
      }
    }
    List<String> accepted = Algos.accepted(desk).stream().map(Algo::algoClOrdId).toList();
    words.forEach(
        (id, word) ->
            assertThat(accepted.contains(id))
                .as(id + ": " + word)
                .isEqualTo(word.equals("accepted")));
    assertThat(words.keySet()).containsAll(accepted);
  }

  private String price(String instId, String factor) {
    try (PaperDesk.Process process = desk.process()) {
      return process
          .exchange()
          .quote(instId)
          .orElseThrow()
          .last()
          .multiply(new BigDecimal(factor))
          .setScale(1, RoundingMode.DOWN)
          .toPlainString();
    }
  }
}
