package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// After a close the position is looked at: once where that settles it, for five seconds at most.
class CloseLookTest {
  private static final String NOTHING = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";

  @TempDir Path home;
  private Scene scene;
  private String held;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    scene.hold("2");
    held = positions();
  }

  /// The positions as the exchange writes them now.
  private String positions() {
    List<String> text = new ArrayList<>();
    try (PaperDesk.Process process =
        scene.desk.process(
            new Tampered(
                scene.desk.transport(List.of()),
                (request, answer) -> {
                  if (request.path().endsWith("/account/positions")) {
                    text.add(answer);
                  }
                  return answer;
                }),
            scene.time,
            PaperDesk.TIMEOUT)) {
      assertThat(process.exchange().positions()).hasSize(1);
    }
    return text.getFirst();
  }

  /// What the exchange says once something was sent: of the order, unless it is to be the truth,
  /// and of the position, look by look, the last again and again.
  private final class After implements BiFunction<WireRequest, String, String> {
    private final String order;
    private final String[] shown;
    private boolean sent;
    private int looks;

    After(String order, String shown) {
      this.order = order;
      this.shown = shown.split(" ");
    }

    @Override
    public String apply(WireRequest request, String text) {
      sent = sent || request.method().equals("POST");
      if (!sent) {
        return text;
      }
      if (request.path().endsWith("/account/positions")) {
        String pos = shown[Math.min(looks++, shown.length - 1)];
        return pos.equals("?") ? pos : pos.equals("0") ? NOTHING : at(pos);
      }
      return request.path().endsWith("/trade/order") && !order.isEmpty() ? filled(text) : text;
    }

    private String filled(String text) {
      String[] words = order.split(" ");
      return text.replaceAll("\"accFillSz\":\"[^\"]*\"", "\"accFillSz\":\"" + words[0] + "\"")
          .replaceAll("\"state\":\"[^\"]*\"", "\"state\":\"" + words[1] + "\"");
    }
  }

  private String at(String pos) {
    return held.replaceAll("\"pos\":\"[^\"]*\"", "\"pos\":\"" + pos + "\"");
  }

  /// Looks: how many; none stands for all the time there is.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | ''         | 0     | Accepted | 1  | ''",
        "2 | ''         | 2 2 0 | Accepted | 3  | ''",
        "2 | 1 canceled | 0     | Accepted | 1  | not all of it by this order; something else"
            + " closed the rest",
        "2 | 0 live     | 0     | Accepted | 0  | not all of it by this order; something else"
            + " closed the rest",
        "1 | ''         | 1     | Accepted | 1  | ''",
        "1 | ''         | 0.5   | Accepted | 1  | something else took off 0.5 more meanwhile",
        "2 | ''         | -1    | Unsafe   | 1  | the position turned around, from 2 to -1",
        "2 | 1 canceled | 1     | Unsafe   | 1  | 1 of 2 is left, not nothing; the order filled 1"
            + " and was cancelled",
        "1 | 0 live     | 2     | Unsafe   | 0  | 2 of 2 is left, not 1; the order filled 0 and"
            + " rests; cancel it with okx order cancel --ordId %s",
        "2 | ''         | 2     | Unsafe   | 0  | 2 of 2 is left, not nothing; the order filled 2;"
            + " something else added 2 to the position meanwhile"
      })
  void thePositionIsLookedAtUntilItCanSayNothingElse(
      String size, String order, String shown, String outcome, int looks, String said) {
    After after = new After(order, shown);
    Duration before = Duration.ofNanos(scene.time.nanos());
    Outcome told = close(size, after);
    Duration took = Duration.ofNanos(scene.time.nanos()).minus(before);
    assertThat(told.getClass().getSimpleName()).isEqualTo(outcome);
    if (looks == 0) {
      assertThat(took).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_400));
      assertThat(after.looks).isBetween(20, 26);
    } else {
      assertThat(took).isEqualTo(Duration.ofMillis(200L * (looks - 1)));
      assertThat(after.looks).isEqualTo(looks);
    }
    assertThat(words(told)).isEqualTo(said.formatted(ordId(told)));
  }

  /// Before anything is sent: one list without the leg does not prove that there is none.
  @ParameterizedTest
  @CsvSource({"1, Accepted", "2, Accepted", "3, Rejected"})
  void thatNothingIsHeldIsLookedAtAgain(int without, String outcome) {
    AtomicInteger looks = new AtomicInteger();
    Outcome told =
        close(
            "2",
            (request, text) ->
                request.path().endsWith("/account/positions") && looks.incrementAndGet() <= without
                    ? NOTHING
                    : text);
    assertThat(told.getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void aLookThatFailsIsFollowedByAnother() {
    assertThat(close("2", new After("", "? ? 0"))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void whatWasReadLastIsToldWithTheTroubleSince() {
    assertThat(words(close("2", new After("1 canceled", "1.5 ?"))))
        .startsWith("1.5 of 2 is left, not nothing; the order filled 1 and was cancelled")
        .contains("; something else added 0.5 to the position meanwhile; as last read, before: ");
  }

  @Test
  void anOrderThatCannotBeReadIsSaidToBeSo() {
    BiFunction<WireRequest, String, String> after = new After("", "2");
    BiFunction<WireRequest, String, String> blind =
        (request, text) -> {
          String answer = after.apply(request, text);
          return request.path().endsWith("/trade/order") && request.method().equals("GET")
              ? "?"
              : answer;
        };
    try (PaperDesk.Process process = process(blind)) {
      Outcome told = process.gateway().close(Scene.close("2", "k"));
      assertThat(words(told)).startsWith("2 of 2 is left, not nothing; the order does not show");
      assertThat(process.told()).anyMatch(it -> it.startsWith("could not read the closing order"));
    }
  }

  @Test
  void whoIsInterruptedWhileLookingStaysSo() {
    After after = new After("", "2");
    BiFunction<WireRequest, String, String> interrupted =
        (request, text) -> {
          String answer = after.apply(request, text);
          if (after.looks > 0) {
            Thread.currentThread().interrupt();
          }
          return answer;
        };
    Outcome told = close("2", interrupted);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(told).isInstanceOf(Outcome.Unsafe.class);
    assertThat(after.looks).isEqualTo(1);
  }

  private PaperDesk.Process process(BiFunction<WireRequest, String, String> answer) {
    return scene.desk.process(
        new Tampered(scene.desk.transport(List.of()), answer), scene.time, PaperDesk.TIMEOUT);
  }

  private Outcome close(String contracts, BiFunction<WireRequest, String, String> answer) {
    try (PaperDesk.Process process = process(answer)) {
      return process.gateway().close(Scene.close(contracts, "k"));
    }
  }

  private static String words(Outcome outcome) {
    String about = "closing BTC-USDT-SWAP cross: ";
    return outcome instanceof Outcome.Unsafe unsafe
        ? unsafe.reason().replace(about, "")
        : Scene.accepted(outcome).remark();
  }

  private static String ordId(Outcome outcome) {
    return outcome instanceof Outcome.Unsafe unsafe
        ? unsafe.ordId()
        : Scene.accepted(outcome).ordId();
  }

  @ParameterizedTest
  @CsvSource({"MARGIN, ''", "SWAP, 25"})
  void thePartsValueIsItsShareOfThePositions(String type, String usd) {
    Position leg =
        new Position(
            InstType.valueOf(type),
            "X-USDT-SWAP",
            TdMode.CROSS,
            PosSide.NET,
            new BigDecimal("-4"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("-100")),
            Optional.empty(),
            Optional.empty(),
            "USDT",
            "1",
            Instant.EPOCH);
    CloseTarget target =
        CloseTarget.of(leg, List.of(leg), new CloseSizing.Sized(BigDecimal.ONE, ""));
    assertThat(target.notionalUsd().map(BigDecimal::toPlainString).orElse("")).isEqualTo(usd);
  }
}
