package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Algo orders changed and cancelled: what cannot be is said before anything is sent, and what came
/// of it is what the algo order shows.
class AlgoFlowTest {
  private static final String AT = "/trade/order-algo";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private static AlgoName name(String instId, String algoId) {
    return new AlgoName(instId, Optional.of(algoId), Optional.empty());
  }

  private static AlgoChanges trigger(String px) {
    return changes(Optional.empty(), Optional.of(new BigDecimal(px)));
  }

  private static AlgoChanges stopAt(String px) {
    return changes(Optional.of(new BigDecimal(px)), Optional.empty());
  }

  private static AlgoChanges size(String sz) {
    return new AlgoChanges(
        Optional.of(new BigDecimal(sz)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AlgoChanges changes(Optional<BigDecimal> sl, Optional<BigDecimal> trigger) {
    return new AlgoChanges(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sl,
        Optional.empty(),
        trigger,
        Optional.empty());
  }

  /// A stop of a long position of 0.05, and its id.
  private String stop(String factor, String key) {
    String px = scene.price(Orders.SWAP, factor).toPlainString();
    return Scene.accepted(scene.run(g -> g.placeAlgo(Algos.stop("0.05", px, key)))).ordId();
  }

  private Outcome tampered(String field, String value, Function<Gateway, Outcome> write) {
    Tampered wire =
        new Tampered(
            scene.desk.transport(List.of()),
            (request, text) ->
                request.method().equals("GET") && request.path().endsWith(AT)
                    ? text.replaceAll(
                        "\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"")
                    : text);
    try (PaperDesk.Process process = scene.desk.process(wire, scene.time, PaperDesk.TIMEOUT)) {
      return write.apply(process.gateway());
    }
  }

  private void rejected(AlgoName name, String message) {
    try (PaperDesk.Process process = scene.desk.process()) {
      Outcome outcome = process.gateway().amendAlgo(name, trigger("80000"));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Rejected.class, no -> assertThat(no.error().message()).contains(message));
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  private void unfit(AlgoName name, AlgoChanges changes, String message) {
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThatThrownBy(() -> process.gateway().amendAlgo(name, changes))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining(message);
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  @Test
  void whatCannotBeChangedIsSaidBeforeAnythingIsSent() {
    scene.hold("0.05");
    String dip = scene.wait("dip");
    String stop = stop("0.97", "stop");
    unfit(name(Orders.PAIR, dip), stopAt("80000"), "a trigger algo order");
    unfit(name(Orders.SWAP, stop), trigger("80000"), "a conditional algo order");
    rejected(name(Orders.SWAP, dip), "knows no such algo");
    rejected(name(Orders.PAIR, "404"), "knows no such algo");
    scene.run(gateway -> gateway.cancelAlgo(name(Orders.PAIR, dip)));
    rejected(name(Orders.PAIR, dip), "is canceled already");
  }

  @Test
  void aStopIsTightenedAndNotLoosened() {
    scene.hold("0.05");
    AlgoName stop = name(Orders.SWAP, stop("0.96", "stop"));
    String tighter = scene.price(Orders.SWAP, "0.97").toPlainString();
    String looser = scene.price(Orders.SWAP, "0.9").toPlainString();
    assertThat(Scene.accepted(scene.run(g -> g.amendAlgo(stop, stopAt(tighter)))).remark())
        .isEmpty();
    assertThat(Scene.codes(scene.run(g -> g.amendAlgo(stop, stopAt(looser)))))
        .contains("STOP_LOOSENED");
    assertThat(scene.last("denied").data().at("/draft/newSlTriggerPx").asString())
        .isEqualTo(new BigDecimal(looser).stripTrailingZeros().toPlainString());
  }

  /// Whoever does not read what a command prints holds it up for as long as they like.
  @ParameterizedTest
  @ValueSource(longs = {5, 8, 61})
  void whatIsHeldUpBeforeItIsSentStaysHere(long seconds) {
    String px = scene.price(Orders.PAIR, "0.985").toPlainString();
    AlgoName waiting = name(Orders.PAIR, scene.wait("first"));
    AlgoPlaceRequest dip = scene.dip("k");
    SettingRequest raise =
        new SettingRequest.Leverage(
            Orders.SWAP, new BigDecimal("3"), TdMode.CROSS, Optional.empty());
    List<Function<Gateway, Outcome>> entries =
        List.of(g -> g.placeAlgo(dip), g -> g.amendAlgo(waiting, trigger(px)), g -> g.set(raise));
    for (Function<Gateway, Outcome> entry : entries) {
      try (PaperDesk.Process process = scene.desk.process()) {
        Outcome outcome = entry.apply(new Gateway(heldUp(process.desk(), seconds)));
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(process.wire().writes()).isEmpty();
        assertThat(scene.last("outcome").data().path("outcome").asString()).isEqualTo("not_sent");
      }
    }
  }

  private Desk heldUp(Desk desk, long seconds) {
    return new Desk(
        desk.exchange(),
        desk.environment(),
        desk.state(),
        desk.limits(),
        desk.time(),
        desk.random(),
        line -> {
          if (line.startsWith("allowed; intent ")) {
            scene.time.advance(Duration.ofSeconds(seconds));
          }
        },
        desk.account(),
        desk.knownUid(),
        desk.alerts());
  }

  @Test
  void whatMayOpenDoesNotGrowWhileOnlyExitsMayGo() {
    scene.limits("require_stop_loss = 'never'", "repeat_limit = 0");
    String px = scene.price(Orders.SWAP, "0.99").toPlainString();
    AlgoPlaceRequest fall = Algos.fall("0.01", px, px, "fall");
    AlgoName waiting = name(Orders.SWAP, Scene.accepted(scene.run(g -> g.placeAlgo(fall))).ordId());
    scene.hold("0.05");
    Halt.reducing(scene.desk.state()).setAll("winding down", scene.time);
    assertThat(Scene.codes(scene.run(g -> g.amendAlgo(waiting, size("0.05")))))
        .contains("REDUCING");
    assertThat(Scene.accepted(scene.run(g -> g.cancelAlgo(waiting))).remark()).isEmpty();
  }

  @Test
  void aChangeThatCannotBeReadBackIsSaidToBeSo() {
    String dip = scene.wait("dip");
    String px = scene.price(Orders.PAIR, "0.985").toPlainString();
    String[] blind = {
      "50026@GET:" + AT + "#2",
      "50026@GET:" + AT + "#3",
      "50026@GET:" + AT + "#4",
      "50026@GET:" + AT + "#5"
    };
    Outcome outcome = scene.run(g -> g.amendAlgo(name(Orders.PAIR, dip), trigger(px)), blind);
    assertThat(Scene.accepted(outcome).remark()).isEqualTo("it could not be read back");
  }

  @ParameterizedTest
  @CsvSource({
    "state, effective, it fired at once",
    "state, canceled, the algo order is not as it should be: it is canceled",
    "triggerPx, 1, 'the algo order is not as it should be: triggerPx is 1, not '"
  })
  void whatAnAlgoOrderShowsAfterwardsIsTold(String field, String value, String remark) {
    AlgoPlaceRequest dip = scene.dip("k");
    Outcome outcome = tampered(field, value, gateway -> gateway.placeAlgo(dip));
    assertThat(Scene.accepted(outcome).remark()).startsWith(remark);
  }

  @ParameterizedTest
  @CsvSource({
    "state, canceled, it is canceled",
    "slTriggerPx, 1, 'slTriggerPx is 1, not '",
    "sz, 0.01, 'sz is 0.01, not 0.05'"
  })
  void aDemandedStopThatIsNotAsItShouldBeHaltsTrading(String field, String value, String what) {
    scene.hold("0.05");
    String px = scene.price(Orders.SWAP, "0.97").toPlainString();
    Outcome outcome =
        tampered(field, value, gateway -> gateway.placeAlgo(Algos.stop("0.05", px, "s")));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Unsafe.class, unsafe -> assertThat(unsafe.reason()).contains(what));
    assertThat(halted()).isTrue();
    assertThat(scene.last("outcome").data().path("code").asString()).isEqualTo("UNSAFE");
  }

  private boolean halted() {
    return new Halt(scene.desk.state()).halted(Environment.PAPER, scene.desk.uid());
  }

  @Test
  void aTrailingStopIsOneToo() {
    scene.hold("0.05");
    AlgoPlaceRequest trailing = Algos.trailing("0.05", "0.03", "t");
    assertThat(tampered("state", "canceled", gateway -> gateway.placeAlgo(trailing)))
        .isInstanceOf(Outcome.Unsafe.class);
    assertThat(halted()).isTrue();
  }

  @Test
  void aTakeProfitIsNone() {
    scene.hold("0.05");
    String px = scene.price(Orders.SWAP, "1.03").toPlainString();
    AlgoPlaceRequest profit = Algos.takeProfit("0.05", px, "p");
    Outcome outcome = tampered("state", "canceled", gateway -> gateway.placeAlgo(profit));
    assertThat(Scene.accepted(outcome).remark()).contains("it is canceled");
    assertThat(halted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "live, 'OKX took the request, but the algo order is still live'",
    "pause, 'OKX took the request, but the algo order is still pause'",
    "canceled, ''",
    "effective, 'the algo order had fired already: it is effective'",
    "order_failed, 'the algo order had fired already: it is order_failed'"
  })
  void whatACancelledOneShowsIsTold(String state, String remark) {
    AlgoName dip = name(Orders.PAIR, scene.wait("dip"));
    Outcome outcome = tampered("state", state, gateway -> gateway.cancelAlgo(dip));
    assertThat(Scene.accepted(outcome).remark()).isEqualTo(remark);
  }

  @Test
  void theLastStopOfAPositionStaysUnlessItDoesNotAnswer() {
    scene.hold("0.05");
    AlgoName stop = name(Orders.SWAP, stop("0.97", "stop"));
    assertThat(Scene.codes(scene.run(g -> g.cancelAlgo(stop)))).containsExactly("LAST_STOP");
    try (PaperDesk.Process process = scene.desk.process("50026@GET:/account/positionsx*")) {
      Scene.accepted(process.gateway().cancelAlgo(stop));
      assertThat(process.told()).anyMatch(it -> it.startsWith("could not see whether it protects"));
    }
  }

  @Test
  void aKeyThatMayNotReadPositionsCancelsNoStop() {
    scene.hold("0.05");
    AlgoName stop = name(Orders.SWAP, stop("0.97", "stop"));
    try (PaperDesk.Process process = scene.desk.process("50113@GET:/account/positionsx*")) {
      assertThatThrownBy(() -> process.gateway().cancelAlgo(stop))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH));
      assertThat(process.wire().writes()).isEmpty();
    }
  }

  @Test
  void whereNoStopIsDemandedNothingIsReadForIt() {
    scene.limits("require_stop_loss = \"never\"");
    scene.hold("0.05");
    AlgoName stop = name(Orders.SWAP, stop("0.97", "stop"));
    try (PaperDesk.Process process = scene.desk.process()) {
      Scene.accepted(process.gateway().cancelAlgo(stop));
      assertThat(process.wire().count("GET", "/api/v5/account/positions")).isZero();
    }
  }

  @Test
  void byItsIdItIsCancelledAlsoWhenItCannotBeLookedUp() {
    AlgoName dip = name(Orders.PAIR, scene.wait("dip"));
    String blind = "50026@GET:" + AT + "x4";
    try (PaperDesk.Process process = scene.desk.process(blind)) {
      Scene.accepted(process.gateway().cancelAlgo(dip));
      assertThat(process.told()).anyMatch(it -> it.startsWith("could not look the algo order up"));
    }
    assertThat(scene.last("intent").data().path("instType").asString()).isEqualTo("SPOT");
    AlgoName byClient = new AlgoName(Orders.PAIR, Optional.empty(), Optional.of("okgpother"));
    assertThatThrownBy(() -> scene.run(g -> g.cancelAlgo(byClient), "50026@GET:" + AT + "x*"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
  }
}
