package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.answered;
import static dev.okxguard.paper.Desk.code;
import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.model.Secret;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {
  private static final String BALANCE = "/api/v5/account/balance";
  private static final String ORDER = "/api/v5/trade/order";

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00.120Z");
  private PaperHome home;
  private Desk desk;

  @BeforeEach
  void open() {
    home = Desk.home(directory);
    desk = new Desk(home, time);
  }

  @Test
  void aGenuineRequestIsAnswered() {
    assertThat(code(desk.get(BALANCE + "?ccy=BTC"))).isEqualTo("0");
    assertThat(code(desk.place("a1"))).isEqualTo("0");
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void anUnknownPathIsAPageWithStatus404() {
    Transmission.Answered answer = answered(desk.get("/api/v5/account/none"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).startsWith("<html>");
  }

  @Test
  void aKnownPathWithTheWrongMethodIs50115() {
    refused(desk.post(BALANCE, "{}"), 405, "50115");
    refused(desk.post("/api/v5/public/time", "{}"), 405, "50115");
  }

  @ParameterizedTest
  @CsvSource({
    "OK-ACCESS-KEY,50103",
    "OK-ACCESS-PASSPHRASE,50104",
    "OK-ACCESS-SIGN,50106",
    "OK-ACCESS-TIMESTAMP,50107"
  })
  void aMissingHeaderHasItsOwnCodeAndNoData(String header, String code) {
    Map<String, String> headers = desk.headers("GET", BALANCE, "");
    headers.remove(header);
    Transmission answer = desk.send("GET", BALANCE, headers, "");
    refused(answer, 401, code);
    assertThat(json(answer).has("data")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T10:00:00Z",
    "1763719200123",
    "2026-11-21 10:00:00.123",
    "2026-02-30T10:00:00.123Z"
  })
  void anUnreadableTimestampIs50112(String timestamp) {
    refused(withHeader(Headers.TIMESTAMP, timestamp), 401, "50112");
  }

  @Test
  void aTimestampMoreThanThirtySecondsOffIs50102() {
    refused(sentAt(Duration.ofMillis(-30_001)), 401, "50102");
    refused(sentAt(Duration.ofMillis(30_001)), 401, "50102");
    assertThat(code(sentAt(Duration.ofMillis(30_000)))).isEqualTo("0");
    assertThat(code(sentAt(Duration.ofMillis(-30_000)))).isEqualTo("0");
  }

  @Test
  void aMalformedKeyIs50111AndAnUnknownOne50119() {
    refused(withHeader(Headers.KEY, "mykey"), 401, "50111");
    refused(withHeader(Headers.KEY, "0f1e2d3c-4b5a-4987-a6b5-c4d3e2f10011"), 401, "50119");
  }

  @Test
  void aKeyBoundToOneEnvironmentIs50101InTheOther() {
    bind(Environment.DEMO);
    refused(desk.get(BALANCE), 401, "50101");
    assertThat(code(simulated())).isEqualTo("0");
    bind(Environment.LIVE);
    refused(simulated(), 401, "50101");
    assertThat(code(desk.get(BALANCE))).isEqualTo("0");
  }

  @Test
  void anUnboundKeyWorksInBothEnvironments() {
    assertThat(code(simulated())).isEqualTo("0");
    assertThat(code(desk.get(BALANCE))).isEqualTo("0");
  }

  @Test
  void aWrongPassphraseIs50105AndAWrongSignature50113() {
    refused(withHeader(Headers.PASSPHRASE, "nonsense"), 401, "50105");
    refused(withHeader(Headers.SIGN, "AAAA"), 401, "50113");
  }

  @Test
  void theSignatureCoversQueryAndBodyAsSent() {
    Map<String, String> headers = desk.headers("GET", BALANCE + "?ccy=BTC", "");
    refused(desk.send("GET", BALANCE + "?ccy=ETH", headers, ""), 401, "50113");
    Map<String, String> signed = desk.headers("POST", ORDER, "{\"a\":1}");
    refused(desk.send("POST", ORDER, signed, "{\"a\": 1}"), 401, "50113");
    assertThat(desk.orders()).isZero();
  }

  @Test
  void theSignatureIsOkxs() {
    String signature =
        Signature.sign(
            new Secret("22582BD0CFF14C41EDBF1AB98506286D"),
            "2020-12-08T09:08:57.715Z",
            "GET",
            "/api/v5/account/balance?ccy=BTC",
            new byte[0]);
    assertThat(signature).isEqualTo("HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY=");
  }

  @Test
  void aReadOnlyKeyMayReadButNotTrade() {
    try (PaperAdmin admin = new PaperAdmin(home, time, TinyTrading.OPENING)) {
      desk.credentials = admin.addKey(KeyRights.READ, Optional.empty());
    }
    assertThat(code(desk.get(BALANCE))).isEqualTo("0");
    refused(desk.place("a1"), 401, "50120");
    assertThat(desk.orders()).isZero();
  }

  @Test
  void aPostNeedsJsonOfTheRightType() {
    Map<String, String> headers = desk.headers("POST", ORDER, "{}");
    headers.put(Headers.CONTENT_TYPE, "text/plain");
    refused(desk.send("POST", ORDER, headers, "{}"), 400, "50006");
    refused(desk.post(ORDER, ""), 400, "50000");
    refused(desk.post(ORDER, "{\"a\":"), 400, "50002");
    refused(desk.post(ORDER, "\"text\""), 400, "50002");
  }

  @Test
  void anUnreadableExpiryIsRefusedRatherThanIgnored() {
    Map<String, String> headers = desk.headers("POST", ORDER, "{}");
    headers.put(Headers.EXPIRY, "tomorrow");
    refused(desk.send("POST", ORDER, headers, "{}"), 400, "51000");
    assertThat(desk.orders()).isZero();
  }

  @Test
  void tooManyCallsInTheWindowAre50011UntilItHasPassed() {
    String config = "/api/v5/account/config";
    for (int i = 0; i < 5; i++) {
      assertThat(code(desk.get(config))).isEqualTo("0");
    }
    refused(desk.get(config), 429, "50011");
    time.advance(Duration.ofMillis(2_000));
    assertThat(code(desk.get(config))).isEqualTo("0");
  }

  @Test
  void eachInstrumentHasItsOwnOrderBudget() {
    for (int i = 0; i < 60; i++) {
      assertThat(code(desk.place("a" + i))).isEqualTo("0");
    }
    refused(desk.place("more"), 429, "50011");
    assertThat(code(desk.post(ORDER, "{\"instId\":\"ETH-USDT\"}"))).isEqualTo("0");
    assertThat(desk.orders()).isEqualTo(61);
  }

  @Test
  void optionsOfOneFamilyShareTheirOrderBudget() {
    String option = "{\"instId\":\"BTC-USD-270129-%d-C\"}";
    for (int i = 0; i < 60; i++) {
      assertThat(code(desk.post(ORDER, option.formatted(50_000 + i)))).isEqualTo("0");
    }
    refused(desk.post(ORDER, option.formatted(90_000)), 429, "50011");
    assertThat(code(desk.post(ORDER, "{\"instId\":\"ETH-USD-270129-3000-C\"}"))).isEqualTo("0");
    assertThat(code(desk.post(ORDER, "{\"instId\":\"BTC-USD-SWAP\"}"))).isEqualTo("0");
  }

  @Test
  void eachInstrumentTypeHasItsOwnBudget() {
    String path = "/api/v5/public/instruments?instType=";
    for (int i = 0; i < 20; i++) {
      assertThat(code(desk.get(path + "SPOT"))).isEqualTo("0");
    }
    refused(desk.get(path + "SPOT"), 429, "50011");
    assertThat(code(desk.get(path + "SWAP"))).isEqualTo("0");
  }

  @Test
  void aBatchOfOneUsesTheSingleBudgetAndALargerOneItsOwn() {
    for (int i = 0; i < 60; i++) {
      desk.place("a" + i);
    }
    String item = "{\"instId\":\"BTC-USDT\"}";
    String batch = "/api/v5/trade/batch-orders";
    refused(desk.post(batch, "[" + item + "]"), 429, "50011");
    assertThat(code(desk.post(batch, "[" + item + "," + item + "]"))).isEqualTo("0");
  }

  @Test
  void publicEndpointsIgnoreKeyHeaders() {
    Map<String, String> headers = Map.of(Headers.KEY, "nonsense", Headers.SIGN, "x");
    assertThat(code(desk.send("GET", "/api/v5/public/time", headers, ""))).isEqualTo("0");
  }

  @Test
  void orderAnswersCarryMicrosecondsAndOthersDoNot() {
    assertThat(json(desk.place("a1")).path("inTime").asString()).isEqualTo("1795255200120000");
    assertThat(json(desk.place("a2")).has("outTime")).isTrue();
    assertThat(json(desk.get(BALANCE)).has("inTime")).isFalse();
  }

  @Test
  void brokenPercentEncodingIsRefused() {
    refused(desk.get(BALANCE + "?ccy=%zz"), 400, "51000");
  }

  @Test
  void theAccountsInstrumentsAreThePublicOnes() {
    String own = answered(desk.get("/api/v5/account/instruments?instType=SWAP")).text();
    String open = answered(desk.get("/api/v5/public/instruments?instType=SWAP")).text();
    assertThat(own).isEqualTo(open).contains("BTC-USDT-SWAP");
  }

  private Transmission withHeader(String header, String value) {
    Map<String, String> headers = desk.headers("GET", BALANCE, "");
    headers.put(header, value);
    return desk.send("GET", BALANCE, headers, "");
  }

  private Transmission sentAt(Duration offset) {
    String timestamp = Signature.timestamp(time.now().plus(offset));
    Map<String, String> headers = desk.headers("GET", BALANCE, "");
    headers.put(Headers.TIMESTAMP, timestamp);
    headers.put(
        Headers.SIGN,
        Signature.sign(desk.credentials.secretKey(), timestamp, "GET", BALANCE, new byte[0]));
    return desk.send("GET", BALANCE, headers, "");
  }

  private Transmission simulated() {
    Map<String, String> headers = desk.headers("GET", BALANCE, "");
    headers.put(Headers.SIMULATED, "1");
    return desk.send("GET", BALANCE, headers, "");
  }

  private void bind(Environment environment) {
    try (PaperAdmin admin = new PaperAdmin(home, time, TinyTrading.OPENING)) {
      desk.credentials = admin.addKey(KeyRights.TRADE, Optional.of(environment));
    }
  }

  private static void refused(Transmission transmission, int status, String code) {
    assertThat(answered(transmission).status()).isEqualTo(status);
    assertThat(code(transmission)).isEqualTo(code);
  }
}
