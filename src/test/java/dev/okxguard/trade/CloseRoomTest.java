package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.SlowNetwork;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Closing a part where OKX ignores reduce-only, closing all legs, and what is on record of either.
class CloseRoomTest {
  private static final String SHUT = "50026@GET:/account/positions";

  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.hold("2");
  }

  /// Two contracts are held; one is to go, with one more resting against the leg at most.
  @ParameterizedTest
  @CsvSource({
    "4, SELL, BTC-USDT-SWAP, cross, 1, Accepted",
    "4, SELL, BTC-USDT-SWAP, cross, 1.01, Rejected",
    "4, BUY, BTC-USDT-SWAP, cross, 1.01, Accepted",
    "4, SELL, BTC-USDT-SWAP, isolated, 1.01, Accepted",
    "4, SELL, ETH-USDT-SWAP, cross, 1.1, Accepted",
    "2, SELL, BTC-USDT-SWAP, cross, 1.01, Accepted"
  })
  void inPortfolioMarginAPartLeavesRoomForWhatRests(
      String level, Side side, String instId, String mode, String sz, String told) {
    rest(side, instId, TdMode.of(mode).orElseThrow(), sz);
    try (PaperDesk.Process process = process(level(level))) {
      Positions.Attempt attempt = Positions.close(Scene.close("1", "k"), process);
      assertThat(attempt.told()).startsWith(told);
      assertThat(attempt.sent()).isEqualTo(told.equals("Accepted") ? 1 : 0);
      if (!told.equals("Accepted")) {
        assertThat(attempt.told()).contains("could turn the position");
      }
    }
  }

  /// OKX heeds no reduce-only there: the two together would turn the position.
  @Test
  void inPortfolioMarginAPartLeavesRoomForACloseThatMayStillArrive() {
    Transport slow =
        new SlowNetwork(
            clock -> scene.desk.transport(List.of(Scene.BLIND)),
            scene.time,
            Duration.ofMillis(4500),
            Optional.of(Duration.ofMillis(500)));
    try (PaperDesk.Process process =
        scene.desk.process(new Tampered(slow, level("4")), scene.time, PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().close(Scene.close("1.5", "one")))
          .isInstanceOf(Outcome.Unknown.class);
      Positions.Attempt next = Positions.close(Scene.close("1", "two"), process);
      assertThat(next.rejected().message()).contains("could turn the position");
      scene.time.advance(Duration.ofSeconds(10));
      assertThat(process.gateway().close(Scene.close("0.4", "three")))
          .as("once it cannot arrive any more")
          .isInstanceOf(Outcome.Accepted.class);
    }
  }

  private static BiFunction<WireRequest, String, String> level(String level) {
    return (request, text) ->
        request.path().endsWith("/account/config")
            ? text.replace("\"acctLv\":\"2\"", "\"acctLv\":\"" + level + "\"")
            : text;
  }

  private void rest(Side side, String instId, TdMode mode, String sz) {
    new Positions(scene.desk, scene.time)
        .trade(
            new OrderDraft(
                InstType.SWAP,
                instId,
                mode,
                side,
                PosSide.NET,
                OrdType.LIMIT,
                new BigDecimal(sz),
                Optional.of(scene.price(instId, side == Side.SELL ? "1.03" : "0.97")),
                false,
                "",
                Optional.empty()));
  }

  private PaperDesk.Process process(BiFunction<WireRequest, String, String> answer) {
    return scene.desk.process(
        new Tampered(scene.desk.transport(List.of()), answer), scene.time, PaperDesk.TIMEOUT);
  }

  @Test
  void onlyAWholeCloseTakesItsOrdersAlong() {
    CloseRequest part =
        new CloseRequest(
            Positions.LINEAR,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new CloseSize.Ratio(new BigDecimal("0.5")),
            true,
            Optional.empty());
    assertThatThrownBy(() -> scene.run(gateway -> gateway.close(part)))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("only for a whole close");
  }

  @Test
  void whatWasAskedForIsOnRecordWhenItIsRefused() {
    CloseRequest request =
        new CloseRequest(
            Positions.LINEAR,
            Optional.of(PosSide.NET),
            Optional.of(TdMode.CROSS),
            Optional.of("USDT"),
            new CloseSize.Whole(),
            true,
            Optional.of("k"));
    try (PaperDesk.Process process = scene.desk.process(scene.desk.policy().asReadOnly())) {
      assertThat(process.gateway().close(request)).isInstanceOf(Outcome.Denied.class);
    }
    assertThat(scene.last("denied").data().path("draft").toString())
        .isEqualTo(
            "{\"autoCxl\":true,\"ccy\":\"USDT\",\"close\":\"whole\",\"instId\":\"BTC-USDT-SWAP\","
                + "\"mgnMode\":\"cross\",\"posSide\":\"net\"}");
  }

  @Test
  void aLegThatIsGoneByThenNeedsNothingAndKeepsNoOtherFromGoing() {
    new Positions(scene.desk, scene.time).open(Positions.Kind.of("ETH-USDT-SWAP cross net"), "1");
    String[] ghost = {""};
    BiFunction<WireRequest, String, String> once =
        (request, text) -> {
          if (request.path().endsWith("/account/positions") && ghost[0].isEmpty()) {
            ghost[0] = "shown";
            return text.replace("\"ETH-USDT-SWAP\"", "\"SOL-USDT-SWAP\"");
          }
          return text;
        };
    try (PaperDesk.Process process = process(once)) {
      List<Outcome> legs = process.gateway().closeAll(false).legs();
      assertThat(legs).hasSize(3).hasOnlyElementsOfType(Outcome.Accepted.class);
      assertThat(process.exchange().positions()).isEmpty();
      Outcome.Accepted gone =
          legs.stream()
              .map(Scene::accepted)
              .filter(leg -> leg.ordId().isEmpty())
              .findFirst()
              .orElseThrow();
      assertThat(gone.ticket().request().path("instId").asString()).isEqualTo("SOL-USDT-SWAP");
      assertThat(gone.remark()).contains("no position on SOL-USDT-SWAP");
      assertThat(process.told()).anyMatch(it -> it.startsWith("SOL-USDT-SWAP cross: "));
    }
  }

  /// Looks: which of the looks at the positions show none, counted from one.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneLookThatShowsNothingDoesNotPassForFlat(int look) {
    int[] looks = {0};
    BiFunction<WireRequest, String, String> empty =
        (request, text) ->
            request.path().endsWith("/account/positions") && ++looks[0] == look
                ? "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"
                : text;
    try (PaperDesk.Process process = process(empty)) {
      List<Outcome> legs = process.gateway().closeAll(false).legs();
      assertThat(legs).hasSize(1).hasOnlyElementsOfType(Outcome.Accepted.class);
      assertThat(process.exchange().positions()).isEmpty();
    }
  }

  @Test
  void aLegThatShowsAndDoesNotIsNeverToldToBeClosed() {
    int[] looks = {0};
    BiFunction<WireRequest, String, String> flickering =
        (request, text) ->
            request.path().endsWith("/account/positions") && ++looks[0] % 4 != 1
                ? "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"
                : text;
    try (PaperDesk.Process process = process(flickering)) {
      assertThat(process.gateway().closeAll(false).legs())
          .hasSize(1)
          .hasOnlyElementsOfType(Outcome.Rejected.class);
    }
  }

  @Test
  void aLegThatNothingCanBeSentForIsToldToBeOpen() {
    String[] faults = {SHUT + "#2", SHUT + "#3", SHUT + "#4", SHUT + "#5"};
    Outcome leg = scene.run(gateway -> gateway.closeAll(false).legs().getFirst(), faults);
    assertThat(leg)
        .isInstanceOfSatisfying(
            Outcome.NotSent.class,
            not -> {
              assertThat(not.reason()).startsWith("the positions could not be read");
              assertThat(not.error()).isPresent();
              assertThat(not.ticket().uid()).isEqualTo(scene.desk.uid());
            });
    assertThat(scene.desk.accepted()).noneMatch(order -> order.side() == Side.SELL);
  }
}
