package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.answered;
import static dev.okxguard.paper.Desk.code;
import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final String AT_ORDER = "@POST:/trade/order";
  private static final String FIND = "/api/v5/trade/order?instId=BTC-USDT&clOrdId=a1";

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");

  @Test
  void aLostReplyIsProcessedAndComesBackAsLost() {
    Desk desk = desk("lost-reply" + AT_ORDER);
    assertThat(desk.place("a1")).isInstanceOf(Transmission.Lost.class);
    assertThat(desk.orders()).isEqualTo(1);
    assertThat(code(desk.place("a2"))).isEqualTo("0");
  }

  @Test
  void aLostRequestIsNotProcessedAndComesBackAsLost() {
    Desk desk = desk("lost-request" + AT_ORDER);
    assertThat(desk.place("a1")).isInstanceOf(Transmission.Lost.class);
    assertThat(desk.orders()).isZero();
  }

  @Test
  void aDelayPassesBeforeTheExchangeLooks() {
    Desk desk = desk("delay=3000" + AT_ORDER);
    assertThat(code(desk.place("a1"))).isEqualTo("0");
    assertThat(born(desk)).isEqualTo(Instant.parse("2026-11-21T10:00:03Z"));
  }

  @Test
  void aDelayAfterPassesOnceTheOrderStands() {
    Desk desk = desk("delay-after=3000" + AT_ORDER);
    assertThat(code(desk.place("a1"))).isEqualTo("0");
    assertThat(time.now()).isEqualTo("2026-11-21T10:00:03Z");
    assertThat(born(desk)).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
  }

  @Test
  void aDelayBeyondTheTimeoutLosesTheAnswerButNotTheOrder() {
    Desk desk = desk("slow=10000" + AT_ORDER);
    assertThat(desk.place("a1")).isInstanceOf(Transmission.Lost.class);
    assertThat(desk.orders()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "50001,503",
    "50004,400",
    "50013,429",
    "50026,500",
    "51149,500",
    "51054,500",
    "51008,200",
    "50110,401",
    "50109,401",
    "51000,400",
    "51501,400",
    "59105,400",
    "51113,429",
    "51115,429"
  })
  void aCodeComesWithItsStatusAndWithoutEffect(String code, int status) {
    Desk desk = desk(code + AT_ORDER);
    Transmission answer = desk.place("a1");
    assertThat(answered(answer).status()).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(json(answer).has("data")).isEqualTo(!code.equals("50110"));
    assertThat(desk.orders()).isZero();
  }

  @Test
  void aCodeWithEffectHidesThatTheOrderStands() {
    Desk desk = desk("50004+effect" + AT_ORDER);
    assertThat(code(desk.place("a1"))).isEqualTo("50004");
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void aGatewayPageIsNotJson() {
    Desk desk = desk("http-502+effect" + AT_ORDER);
    Transmission.Answered answer = answered(desk.place("a1"));
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.text()).startsWith("<html>");
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void aBurstOf429EndsAfterItsCount() {
    Desk desk = desk("429@GET:/account/balance" + "x3");
    for (int i = 0; i < 3; i++) {
      Transmission answer = desk.get("/api/v5/account/balance");
      assertThat(answered(answer).status()).isEqualTo(429);
      assertThat(code(answer)).isEqualTo("50011");
    }
    assertThat(code(desk.get("/api/v5/account/balance"))).isEqualTo("0");
  }

  @Test
  void theClockIsSkewedForAllThatMatch() {
    Desk desk = desk("clock-skew=40000");
    assertThat(code(desk.get("/api/v5/account/balance"))).isEqualTo("50102");
    String server = json(desk.get("/api/v5/public/time")).at("/data/0/ts").asString();
    assertThat(Instant.ofEpochMilli(Long.parseLong(server))).isEqualTo("2026-11-21T10:00:40Z");
    assertThat(code(desk("clock-skew=-40000").get("/api/v5/account/balance"))).isEqualTo("50102");
  }

  @Test
  void aYoungOrderIsNotFoundNorListedYet() {
    Desk desk = desk("late-visibility=2000");
    desk.place("a1");
    time.advance(Duration.ofMillis(1_999));
    assertThat(code(desk.get(FIND))).isEqualTo("51603");
    assertThat(desk.orders()).isZero();
    assertThat(json(desk.get("/api/v5/trade/orders-history")).path("data")).isEmpty();
    time.advance(Duration.ofMillis(1));
    assertThat(code(desk.get(FIND))).isEqualTo("0");
    assertThat(desk.orders()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "truncated", "garbage"})
  void aDamagedBodyArrivesThoughTheOrderStands(String damage) {
    Desk desk = desk(damage + AT_ORDER);
    Transmission.Answered answer = answered(desk.place("a1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text().endsWith("}")).isFalse();
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void aFaultCanWaitForTheNthMatch() {
    Desk desk = desk("lost-request" + AT_ORDER + "#2");
    assertThat(code(desk.place("a1"))).isEqualTo("0");
    assertThat(desk.place("a2")).isInstanceOf(Transmission.Lost.class);
    assertThat(code(desk.place("a3"))).isEqualTo("0");
  }

  @Test
  void aFaultStrikesOnlyItsMethodAndPath() {
    Desk desk = desk("lost-request@POST:/trade/orderx*", "50026@*:/account/balance");
    assertThat(code(desk.get(FIND))).isEqualTo("51603");
    assertThat(code(desk.get("/api/v5/account/balance"))).isEqualTo("50026");
    assertThat(desk.place("a1")).isInstanceOf(Transmission.Lost.class);
    assertThat(desk.place("a2")).isInstanceOf(Transmission.Lost.class);
  }

  @Test
  void aPathMayEndInAnX() {
    Desk desk = desk("50026@GET:/account/max-sizex2");
    assertThat(code(desk.get("/api/v5/account/max-size"))).isEqualTo("50026");
  }

  @Test
  void severalFaultsAddUp() {
    Desk desk = desk("delay=1000" + AT_ORDER, "lost-reply" + AT_ORDER);
    assertThat(desk.place("a1")).isInstanceOf(Transmission.Lost.class);
    assertThat(born(desk)).isEqualTo(Instant.parse("2026-11-21T10:00:01Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lost",
        "lost-reply=5",
        "partial",
        "partial=0",
        "partial=-1",
        "partial=100",
        "delay",
        "delay=-5",
        "late-visibility",
        "504",
        "5000a",
        "lost-reply@PUT:/x",
        "lost-reply@POST",
        "lost-reply#0",
        "lost-replyx0",
        "http-200",
        "lost-reply+effect",
        "delay=99999999999",
        "lost-reply@POST:/a b"
      })
  void aBadSpecificationIsAUsageFaultThatShowsTheGrammar(String spec) {
    Fault fault = catchThrowableOfType(Fault.class, () -> Faults.parse(List.of(spec)));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(fault).hasMessageContaining(spec);
    assertThat(fault.hint()).isEqualTo(Faults.HELP);
  }

  private Desk desk(String... faults) {
    return new Desk(Desk.home(directory), time, faults);
  }

  private static Instant born(Desk desk) {
    String birth = json(desk.get(FIND)).at("/data/0/cTime").asString();
    return Instant.ofEpochMilli(Long.parseLong(birth));
  }
}
