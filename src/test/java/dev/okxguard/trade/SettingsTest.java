package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Environment;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings that decide how much an order risks: judged, sent once, read back when in doubt.
class SettingsTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  private static SettingRequest leverage(String lever) {
    return new SettingRequest.Leverage(
        Orders.SWAP, new BigDecimal(lever), TdMode.CROSS, Optional.empty());
  }

  private static SettingRequest mode(PosMode mode) {
    return new SettingRequest.PositionMode(mode);
  }

  private Outcome set(SettingRequest request, String... faults) {
    return scene.run(gateway -> gateway.set(request), faults);
  }

  private BigDecimal lever() {
    return scene.process(
        process -> process.exchange().leverage(Orders.SWAP, TdMode.CROSS).orElseThrow());
  }

  @Test
  void aLeverageWithinTheLimitIsSet() {
    assertThat(Scene.accepted(set(leverage("2"))).remark()).isEmpty();
    assertThat(lever()).isEqualByComparingTo("2");
    assertThat(scene.last("intent").data().path("action").asString()).isEqualTo("set-leverage");
    assertThat(scene.last("intent").data().path("instType").asString()).isEqualTo("SWAP");
    assertThat(scene.last("outcome").data().path("outcome").asString()).isEqualTo("accepted");
  }

  @Test
  void aPositionModeIsSetAndFromThenOnTheOneThatIsMeant() {
    scene.run(Gateway::standing);
    assertThat(scene.last("pinned").data().path("posMode").asString())
        .isEqualTo(PosMode.NET.word());
    Scene.accepted(set(mode(PosMode.LONG_SHORT)));
    assertThat(scene.<PosMode>process(process -> process.exchange().config().posMode()))
        .isEqualTo(PosMode.LONG_SHORT);
    assertThat(scene.last("intent").data().path("action").asString())
        .isEqualTo("set-position-mode");
    assertThat(scene.last("intent").data().path("instType").asString("")).isEmpty();
    assertThat(scene.run(Gateway::standing).outcome()).isInstanceOf(Outcome.Allowed.class);
    assertThat(scene.last("pinned").data().path("posMode").asString())
        .isEqualTo(PosMode.LONG_SHORT.word());
  }

  @Test
  void theLegIsNamedWhereThatIsSaid() {
    assertThat(
            new SettingRequest.Leverage(
                    Orders.SWAP, BigDecimal.TWO, TdMode.ISOLATED, Optional.of(PosSide.SHORT))
                .body()
                .toString())
        .isEqualTo(
            "{\"instId\":\"BTC-USDT-SWAP\",\"lever\":\"2\",\"mgnMode\":\"isolated\","
                + "\"posSide\":\"short\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "lost-reply, Accepted, 2",
    "lost-request, Unknown, 3",
    "50004+effect, Accepted, 2",
    "51000, Rejected, 3",
    "429, NotSent, 3"
  })
  void theOutcomeOfALeverageIsTheTruth(String fault, String outcome, String lever) {
    set(leverage("3"));
    Outcome told = set(leverage("2"), fault + "@POST:/account/set-leverage");
    assertThat(told.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(lever()).isEqualByComparingTo(lever);
    settled(told);
    if (fault.equals("lost-reply")) {
      assertThat(Scene.accepted(told).remark()).contains("the leverage is set");
    }
  }

  @ParameterizedTest
  @CsvSource({"lost-reply, Accepted, 2, 2", "lost-request, Unknown, 2.5, 3"})
  void whatBecameOfOneSidesLeverageIsReadFromThatSide(
      String fault, String outcome, String asked, String lever) {
    apart("3", "2.5");
    Outcome told = set(isolated(PosSide.LONG, asked), fault + "@POST:/account/set-leverage");
    assertThat(told.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(lever(PosSide.LONG)).isEqualByComparingTo(lever);
    assertThat(lever(PosSide.SHORT)).isEqualByComparingTo("2.5");
    settled(told);
  }

  @Test
  void theOtherSidesLeverageDoesNotMakeARaiseOfThisOneALowering() {
    apart("2", "3");
    Halt.reducing(scene.desk.state())
        .set(Environment.PAPER, scene.desk.uid(), "winding down", scene.time);
    assertThat(Scene.codes(set(isolated(PosSide.LONG, "3")))).containsExactly("REDUCING");
    assertThat(lever(PosSide.LONG)).isEqualByComparingTo("2");
    assertThat(set(isolated(PosSide.SHORT, "2"))).isInstanceOf(Outcome.Accepted.class);
  }

  private void apart(String ofLong, String ofShort) {
    Scene.accepted(set(mode(PosMode.LONG_SHORT)));
    Scene.accepted(set(isolated(PosSide.LONG, ofLong)));
    Scene.accepted(set(isolated(PosSide.SHORT, ofShort)));
  }

  private static SettingRequest isolated(PosSide side, String lever) {
    return new SettingRequest.Leverage(
        Orders.SWAP, new BigDecimal(lever), TdMode.ISOLATED, Optional.of(side));
  }

  private BigDecimal lever(PosSide side) {
    return scene.process(
        process ->
            process
                .exchange()
                .leverage(Orders.SWAP, TdMode.ISOLATED, Optional.of(side))
                .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"lost-reply, Accepted, LONG_SHORT", "lost-request, Unknown, NET"})
  void soIsThatOfAMode(String fault, String outcome, PosMode mode) {
    Outcome told = set(mode(PosMode.LONG_SHORT), fault + "@POST:/account/set-position-mode");
    assertThat(told.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(scene.<PosMode>process(process -> process.exchange().config().posMode()))
        .isEqualTo(mode);
    settled(told);
  }

  /// What is unknown now was not sent, as soon as its signature is too old.
  private void settled(Outcome told) {
    scene.time.advance(Duration.ofMinutes(1));
    assertThat(scene.run(Gateway::resolve))
        .extracting(Resolved::word)
        .containsExactlyElementsOf(
            told instanceof Outcome.Unknown ? List.of("not_sent") : List.of());
    assertThat(scene.desk.ledger().openIntents()).isEmpty();
  }

  @Test
  void underReadOnlyNothingIsSet() {
    Policy readOnly = scene.desk.policy().asReadOnly();
    for (SettingRequest request : List.of(leverage("1"), mode(PosMode.LONG_SHORT))) {
      try (PaperDesk.Process process = scene.desk.process(readOnly)) {
        assertThat(Scene.codes(process.gateway().set(request))).contains("READ_ONLY");
        assertThat(process.wire().writes()).isEmpty();
      }
    }
  }

  @Test
  void whileOnlyExitsMayGoLeverageIsLoweredAndNothingElse() {
    set(leverage("2"));
    Halt.reducing(scene.desk.state())
        .set(Environment.PAPER, scene.desk.uid(), "winding down", scene.time);
    assertThat(Scene.codes(set(leverage("2.5")))).containsExactly("REDUCING");
    assertThat(Scene.codes(set(mode(PosMode.LONG_SHORT)))).containsExactly("REDUCING");
    assertThat(set(leverage("2"))).isInstanceOf(Outcome.Accepted.class);
    assertThat(set(leverage("1"))).isInstanceOf(Outcome.Accepted.class);
    assertThat(lever()).isEqualByComparingTo("1");
  }
}
