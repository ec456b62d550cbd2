package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Halt;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A stop that went along with an order counts only as it was sent: anything else about it halts
/// where the policy demands one.
class StopFlawsTest {
  private static final String UNSEEN =
      "the order could not be read, so nobody knows whether its stop is there";

  @TempDir Path home;
  private Scene scene;
  private BigDecimal last;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    last = scene.price(Orders.SWAP, "1");
  }

  @ParameterizedTest
  @CsvSource({
    "state, live, ''",
    "state, effective, ''",
    "state, pause, the stop is pause",
    "state, canceled, the stop is canceled",
    "state, order_failed, the stop is order_failed",
    "side, buy, the stop is on the wrong side",
    "posSide, long, the stop is on the wrong side",
    "slTriggerPx, 80000, the stop has another trigger",
    "slTriggerPx, '', the stop has another trigger",
    "slTriggerPxType, mark, the stop has another trigger",
    "tpTriggerPx, 99999, the stop has another trigger",
    "tpTriggerPxType, index, the stop has another trigger",
    "sz, 0.009, the stop is smaller than what was filled",
    "sz, '', the stop is smaller than what was filled",
    "sz, 0.02, ''"
  })
  void onceFilledItMustBeTheAlgoOrderThatWasSent(String field, String value, String flaw) {
    saysOf(OrdType.MARKET, "/trade/order-algo", field, value, flaw);
  }

  @ParameterizedTest
  @CsvSource({
    "failCode, '', ''",
    "failCode, 51000, OKX does not show the stop on the order",
    "slTriggerPx, 80000, OKX does not show the stop on the order",
    "tpTriggerPx, 99999, OKX does not show the stop on the order"
  })
  void whileTheOrderRestsItMustShowOnIt(String field, String value, String flaw) {
    saysOf(OrdType.LIMIT, "/trade/order", field, value, flaw);
  }

  private void saysOf(OrdType type, String path, String field, String value, String flaw) {
    BiFunction<WireRequest, String, String> answer =
        (request, text) ->
            request.method().equals("GET") && request.path().endsWith(path)
                ? with(text, field, value)
                : text;
    Outcome outcome = place(type, answer);
    if (flaw.isEmpty()) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Unsafe.class, unsafe -> assertThat(unsafe.reason()).contains(flaw));
      assertThat(scene.last("outcome").data().path("state").asString())
          .isEqualTo(type == OrdType.MARKET ? "filled" : "live");
    }
    assertThat(halted()).isEqualTo(!flaw.isEmpty());
  }

  private static String with(String text, String field, String value) {
    String name = "\"" + field + "\":";
    assertThat(text).contains(name);
    return text.replaceAll(name + "\"[^\"]*\"", name + "\"" + value + "\"");
  }

  @ParameterizedTest
  @CsvSource({"0.01, false", "0.02, false", "0.009, true"})
  void whileTheOrderRestsItMustCoverAllOfIt(String sz, boolean flawed) {
    Outcome outcome =
        place(
            OrdType.LIMIT,
            (request, text) ->
                request.method().equals("GET") && request.path().endsWith("/trade/order")
                    ? text.replaceFirst(
                        "(?<start>\"attachAlgoOrds\":\\[\\{[^]]*\"sz\":\")[^\"]*", "${start}" + sz)
                    : text);
    assertThat(outcome instanceof Outcome.Unsafe).isEqualTo(flawed);
  }

  @Test
  void itIsLookedForOnceWhenItIsThereAndForAMomentWhenNot() {
    for (int missing : new int[] {0, 3}) {
      AtomicInteger looks = new AtomicInteger();
      Duration before = Duration.ofNanos(scene.time.nanos());
      Outcome outcome =
          place(
              OrdType.MARKET,
              (request, text) ->
                  request.path().endsWith("/trade/order-algo") && looks.getAndIncrement() < missing
                      ? with(text, "slTriggerPx", "1")
                      : text);
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      assertThat(looks).hasValue(missing + 1);
      assertThat(Duration.ofNanos(scene.time.nanos()).minus(before))
          .isEqualTo(Duration.ofMillis(150L * missing));
      scene.time.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void whoIsInterruptedWhileLookingStaysSo() {
    Outcome outcome =
        place(
            OrdType.MARKET,
            (request, text) -> {
              if (!request.path().endsWith("/trade/order-algo")) {
                return text;
              }
              Thread.currentThread().interrupt();
              return with(text, "slTriggerPx", "1");
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome).isInstanceOf(Outcome.Unsafe.class);
  }

  @Test
  void anOrderThatTookNothingNeedsNone() {
    assertThat(place(OrdType.IOC, (_, text) -> text)).isInstanceOf(Outcome.Accepted.class);
    assertThat(halted()).isFalse();
  }

  @Test
  void ofAnOrderThatCannotBeReadNobodyKnows() {
    Outcome outcome = scene.run(gateway -> gateway.place(draft(OrdType.MARKET)), Scene.BLIND);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Unsafe.class, unsafe -> assertThat(unsafe.reason()).contains(UNSEEN));
  }

  @Test
  void wherePolicyDemandsNoneAFlawIsToldAndStopsNothing() {
    scene.limits("require_stop_loss = \"never\"");
    Outcome outcome =
        scene.run(gateway -> gateway.place(draft(OrdType.MARKET)), "51603@GET:/trade/order-algox*");
    assertThat(Scene.accepted(outcome).remark()).isEqualTo("OKX knows no stop of this order");
    assertThat(halted()).isFalse();
  }

  private Outcome place(OrdType type, BiFunction<WireRequest, String, String> answer) {
    try (PaperDesk.Process process =
        scene.desk.process(
            new Tampered(scene.desk.transport(List.of()), answer), scene.time, PaperDesk.TIMEOUT)) {
      return process.gateway().place(draft(type));
    }
  }

  private boolean halted() {
    return new Halt(scene.desk.state()).halted(Environment.PAPER, scene.desk.uid());
  }

  /// A buy with stop-loss and take-profit.
  private PlaceRequest draft(OrdType type) {
    OrderDraft bare =
        Orders.contract(Side.BUY, type, "0.01", type == OrdType.MARKET ? "" : at("0.99"), false);
    AttachedStop stop =
        new AttachedStop(
            Optional.of(new BigDecimal(at("1.05"))),
            Optional.of(BigDecimal.ONE.negate()),
            Optional.of(new BigDecimal(at("0.95"))),
            Optional.of(BigDecimal.ONE.negate()));
    return new PlaceRequest(Orders.stopped(bare, stop), Optional.empty());
  }

  private String at(String factor) {
    return last.multiply(new BigDecimal(factor)).setScale(0, RoundingMode.DOWN).toPlainString();
  }
}
