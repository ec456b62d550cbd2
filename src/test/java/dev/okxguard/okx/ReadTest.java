package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadTest {
  private final Bench bench = new Bench();

  private JsonNode balance() {
    return bench.client.data(Endpoint.ACCOUNT_BALANCE, Map.of());
  }

  private Fault failure() {
    return catchThrowableOfType(Fault.class, this::balance);
  }

  @Test
  void theDataArrayComesAsItWas() {
    bench.script.then(200, Script.ok("[{\"a\":\"1.10\",\"n\":1.10,\"big\":2021032622076552}]"));
    assertThat(balance().toString())
        .isEqualTo("[{\"a\":\"1.10\",\"n\":1.10,\"big\":2021032622076552}]");
  }

  @Test
  void theQueryIsSignedExactlyAsSent() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("ccy", "BTC,ETH");
    query.put("note", "a b&c=d/é+'");
    bench.script.then(200, Script.ok("[]"));
    bench.client.data(Endpoint.ACCOUNT_BALANCE, query);
    WireRequest sent = bench.script.only();
    assertThat(sent.target())
        .isEqualTo("/api/v5/account/balance?ccy=BTC%2CETH&note=a%20b%26c%3Dd%2F%C3%A9%2B%27");
    assertThat(sent.headers().get(Headers.SIGN))
        .isEqualTo(
            Signature.sign(
                Bench.KEYS.secretKey(),
                sent.headers().get(Headers.TIMESTAMP),
                "GET",
                sent.target(),
                new byte[0]));
  }

  @Test
  void publicReadsCarryNoSecretButTheDemoMark() {
    bench.script.then(200, Script.ok("[]"));
    bench.client(bench.script, Environment.DEMO).data(Endpoint.TICKER, Map.of("instId", "X-Y"));
    assertThat(bench.script.only().headers())
        .containsEntry(Headers.SIMULATED, "1")
        .doesNotContainKeys(Headers.KEY, Headers.SIGN, Headers.PASSPHRASE, Headers.CONTENT_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u001b", "\\u009b", "\\u0085", "\\u202e", "\\u2028", "\\u2066"})
  void noControlCharacterOfAnAnswerGetsIntoAMessage(String control) {
    bench.script.then(200, "{\"code\":\"51000\",\"msg\":\"no" + control + "[31m\"}");
    assertThat(failure().getMessage()).endsWith("(no [31m)");
  }

  @ParameterizedTest
  @CsvSource({"429, 50011", "200, 50011", "429, 50013", "500, 50026", "503, 50001", "502, 59999"})
  void whatPassesIsAskedAgainUntilItAnswers(int status, String code) {
    bench.script.then(status, Script.error(code)).then(status, Script.error(code));
    bench.script.then(200, Script.ok("[7]"));
    assertThat(balance().size()).isEqualTo(1);
    assertThat(bench.script.requests()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"429, 50011, BUSY", "500, 50026, UNREACHABLE", "429, 50013, UNREACHABLE"})
  void patienceEndsAfterThreeRepeats(int status, String code, ExitCode exit) {
    IntStream.range(0, 5).forEach(i -> bench.script.then(status, Script.error(code)));
    Fault fault = failure();
    assertThat(fault.exitCode()).isEqualTo(exit);
    assertThat(fault.exchange().orElseThrow().code()).isEqualTo(code);
    assertThat(bench.script.requests()).hasSize(4);
  }

  @Test
  void pausesGrowWithJitter() {
    IntStream.range(0, 4).forEach(i -> bench.script.then(new Transmission.Lost("gone")));
    assertThat(failure().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(bench.time.pauses()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(bench.time.pauses().get(i))
          .isBetween(Duration.ofMillis(100L << i), Duration.ofMillis(200L << i));
    }
  }

  @Test
  void aLimitThatOthersUsedUpIsWaitedOut() {
    IntStream.range(0, 3).forEach(i -> bench.script.then(429, Script.error("50011")));
    bench.script.then(200, Script.ok("[7]"));
    assertThat(balance().size()).isEqualTo(1);
    assertThat(bench.time.pauses())
        .hasSize(3)
        .allSatisfy(it -> assertThat(it).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }

  @Test
  void allAttemptsShareOneTimeout() {
    bench.script.then(
        r -> {
          bench.time.step(Duration.ofMillis(9_000));
          return new Transmission.Lost("slow");
        });
    bench.script.then(
        r -> {
          assertThat(r.timeout()).isLessThanOrEqualTo(Duration.ofMillis(900));
          bench.time.step(r.timeout());
          return new Transmission.Lost("slow");
        });
    assertThat(failure().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(bench.script.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "401, 50113, AUTH",
    "401, 50110, AUTH",
    "200, 50119, AUTH",
    "401, 50101, AUTH",
    "400, 51000, REJECTED",
    "200, 51001, REJECTED",
    "200, 51998, REJECTED"
  })
  void whatDoesNotPassFailsAtOnce(int status, String code, ExitCode exit) {
    bench.script.then(status, Script.error(code));
    Fault fault = failure();
    assertThat(fault.exitCode()).isEqualTo(exit);
    assertThat(fault.getMessage()).contains(code).contains("text of " + code);
    assertThat(fault.hint()).isNotBlank();
    assertThat(bench.script.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 404, 403})
  void aForeignAnswerIsNoAnswer(int status) {
    bench.script.then(status, "<html/>");
    assertThat(failure().exchange().orElseThrow().httpStatus()).isEqualTo(status);
    assertThat(bench.script.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html/>", "{\"code\":\"0\"}", "{\"code\":\"0\",\"data\":[", "[]"})
  void anUnusableSuccessIsNeverAnEmptyAnswer(String body) {
    IntStream.range(0, 4).forEach(i -> bench.script.then(200, body));
    assertThat(failure().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(bench.script.requests()).hasSize(4);
  }

  @Test
  void aStaleTimestampMeasuresTheClockOnceAndSignsAnew() {
    bench.script.serverAheadMillis = 61_000;
    bench.script.then(401, Script.error("50102")).then(200, Script.ok("[]"));
    balance();
    assertThat(bench.script.clockQuestions).isEqualTo(1);
    assertThat(bench.script.requests().get(1).headers())
        .containsEntry(Headers.TIMESTAMP, Signature.timestamp(bench.time.now().plusSeconds(61)));
  }

  @Test
  void aTimestampThatStaysStaleFailsAndTellsTheOffset() {
    bench.script.serverAheadMillis = 61_000;
    bench.script.then(401, Script.error("50102")).then(401, Script.error("50102"));
    Fault fault = failure();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(fault.hint()).contains("61.000 s behind OKX's");
    assertThat(bench.script.requests()).hasSize(2);
  }

  /// The question for the time is not signed, so that no timestamp of ours can be stale in it;
  /// taken at its word it would ask for the time for ever.
  @Test
  void aQuestionForTheTimeThatIsCalledStaleFailsAndAsksNoFurther() {
    bench.script.clockAnswer = Optional.of(Script.answer(401, Script.error("50102")));
    assertThat(catchThrowableOfType(Fault.class, bench.client::serverTime)).isNotNull();
    assertThat(bench.script.clockQuestions).isEqualTo(1);
    bench.script.clockQuestions = 0;
    bench.script.then(401, Script.error("50102"));
    assertThat(failure().exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(bench.script.clockQuestions).isEqualTo(1);
  }

  /// The skew is reckoned from the middle of the round trip; the clock itself is carried on from
  /// its end, so that it lags by the way back, at most, and is never ahead.
  @Test
  void theClockIsNeverAheadOfTheServersHoweverSlowTheAnswer() {
    StepTime time = bench.time;
    RestClient slow =
        bench.client(
            new SlowClock(time, Duration.ofMillis(400), Duration.ofMillis(200)), Environment.LIVE);
    assertThat(slow.clockSkewMillis()).isEqualTo(0);
    assertThat(slow.serverTime()).isEqualTo(time.now().minusMillis(200));
  }

  @Test
  void secretsStayOutOfFaults() {
    String echo = "{\"code\":\"50111\",\"msg\":\"markerkey-7f3a markersecret-91bc\"}";
    bench.script.then(401, echo);
    Fault fault = failure();
    assertThat(fault.getMessage() + fault.hint() + fault.exchange()).doesNotContain("marker");
  }

  @Test
  void pagesAreFollowedToAShortOne() {
    bench.script.then(200, rows(9, 7)).then(200, rows(6, 4)).then(200, rows(3, 2));
    JsonNode all =
        bench.client.allPages(Endpoint.ORDERS_PENDING, Map.of(), "ordId", 3, row -> true);
    assertThat(all.values().stream().map(r -> r.path("ordId").stringValue()))
        .containsExactly("9", "8", "7", "6", "5", "4", "3", "2");
    assertThat(bench.script.requests().stream().map(WireRequest::target))
        .containsExactly(
            "/api/v5/trade/orders-pending?limit=3",
            "/api/v5/trade/orders-pending?limit=3&after=7",
            "/api/v5/trade/orders-pending?limit=3&after=4");
  }

  @Test
  void pagesEndWhereTheCallerHasSeenEnough() {
    bench.script.then(200, rows(9, 7));
    JsonNode all =
        bench.client.allPages(
            Endpoint.FILLS,
            Map.of(),
            "ordId",
            3,
            row -> !row.path("ordId").stringValue().equals("7"));
    assertThat(all.size()).isEqualTo(3);
  }

  @Test
  void pagesThatDoNotMoveOnAreAFaultAndNotHalfAList() {
    bench.script.then(200, rows(9, 7)).then(200, rows(9, 7));
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> bench.client.allPages(Endpoint.FILLS, Map.of(), "ordId", 3, row -> true));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  private static String rows(int from, int to) {
    return Script.ok(
        IntStream.iterate(from, i -> i >= to, i -> i - 1)
            .mapToObj(i -> "{\"ordId\":\"" + i + "\"}")
            .collect(Collectors.joining(",", "[", "]")));
  }
}
