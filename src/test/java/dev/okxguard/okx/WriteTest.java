package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Secret;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.okx.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTest {
  private final Bench bench = new Bench();

  @Test
  void anAcceptedOrderCarriesItsId() {
    bench.script.then(200, Bench.accepted());
    assertThat(bench.place())
        .isInstanceOfSatisfying(WriteReply.Accepted.class, a -> assertThat(a.id()).isEqualTo("71"));
  }

  @Test
  void theBytesSentAreTheBytesSigned() {
    bench.script.then(200, Bench.accepted());
    bench.place();
    WireRequest sent = bench.script.only();
    String timestamp = sent.headers().get(Headers.TIMESTAMP);
    assertThat(timestamp).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(sent.body()).isEqualTo(Json.bytes(Bench.order()));
    assertThat(sent.headers().get(Headers.SIGN))
        .isEqualTo(
            Signature.sign(Bench.KEYS.secretKey(), timestamp, "POST", sent.target(), sent.body()));
    assertThat(sent.headers())
        .containsEntry(Headers.KEY, "markerkey-7f3a")
        .containsEntry(Headers.PASSPHRASE, "markerphrase-55de")
        .containsEntry(Headers.CONTENT_TYPE, "application/json")
        .containsEntry(Headers.USER_AGENT, "okx-guard/test")
        .doesNotContainKey(Headers.SIMULATED);
  }

  @Test
  void theExpiryTimeGoesAlongInMilliseconds() {
    Instant expiry = bench.time.now().plusSeconds(5);
    bench.script.then(200, Bench.accepted());
    bench.place();
    assertThat(bench.script.only().headers())
        .containsEntry(Headers.EXPIRY, Long.toString(expiry.toEpochMilli()));
  }

  @Test
  void demoIsMarked() {
    bench.script.then(200, Bench.accepted());
    bench.place(bench.client(bench.script, Environment.DEMO));
    assertThat(bench.script.only().headers()).containsEntry(Headers.SIMULATED, "1");
  }

  @ParameterizedTest
  @CsvSource({"51008, REJECTED", "51006, REJECTED", "51022, NOT_ACCEPTED", "50061, BUSY"})
  void theItemsCodeIsTheVerdict(String code, ExchangeError.Kind kind) {
    bench.script.then(200, Bench.item(code));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Refused.class,
            r -> {
              assertThat(r.error().code()).isEqualTo(code);
              assertThat(r.error().kind()).isEqualTo(kind);
              assertThat(r.error().message()).isEqualTo("text of " + code);
            });
  }

  @Test
  void anItemThatFailedIsRefusedThoughTheEnvelopeSaysDone() {
    bench.script.then(200, Bench.item("51008").replace("\"code\":\"1\"", "\"code\":\"0\""));
    assertThat(bench.place()).isInstanceOf(WriteReply.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, 50113, AUTH",
    "401, 50110, AUTH",
    "401, 50119, AUTH",
    "200, 50119, AUTH",
    "429, 50011, BUSY",
    "200, 50011, BUSY",
    "400, 51000, REJECTED",
    "408, 50113, AUTH"
  })
  void aGatewayCodeIsARefusalWhateverTheStatus(int status, String code, ExchangeError.Kind kind) {
    bench.script.then(status, Script.error(code));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Refused.class,
            r -> {
              assertThat(r.error().kind()).isEqualTo(kind);
              assertThat(r.error().httpStatus()).isEqualTo(status);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "400, 50004",
    "200, 50004",
    "500, 51149",
    "500, 51054",
    "503, 50001",
    "429, 50013",
    "200, 50013",
    "500, 50026",
    "500, 51008",
    "502, 50011",
    "500, 99999",
    "200, 51016",
    "200, 50071",
    "200, 1",
    "200, 2",
    "200, 504",
    "408, 408",
    "429, 90001",
    "429, 429",
    "400, 51998",
    "401, 50199",
    "429, 51998",
    "200, 051008",
    "200, 51008_1000",
    "403, 1020"
  })
  void aCodeThatLeavesItOpenIsUnknown(int status, String code) {
    bench.script.then(status, Script.error(code));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Unknown.class,
            u -> {
              assertThat(u.error().kind()).isEqualTo(ExchangeError.Kind.UNKNOWN);
              assertThat(u.error().code()).isEqualTo(code);
              assertThat(u.error().next()).startsWith("Do not send it again");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"51054", "51149", "51016"})
  void anItemThatLeavesItOpenIsUnknown(String code) {
    bench.script.then(200, Bench.item(code));
    assertThat(bench.place()).isInstanceOf(WriteReply.Unknown.class);
  }

  @Test
  void anUnlistedCodeOfAnySettingIsUnknownToo() {
    bench.script.then(400, Script.error("59999"));
    assertThat(bench.client.write(Write.LEVERAGE, Bench.order(), Optional.empty()))
        .isInstanceOf(WriteReply.Unknown.class);
  }

  @Test
  void whatAnUnlistedCodeMeansIsNotCalledARefusal() {
    bench.script.then(200, Script.error("51998"));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Unknown.class,
            u -> assertThat(u.error().meaning()).contains("not know").doesNotContain("refused"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void anUnlistedCodeOfOurItemInOkxsOwnFrameIsARefusal(String envelope) {
    bench.script.then(200, framed(Bench.item("51998"), envelope));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Refused.class,
            r -> assertThat(r.error().kind()).isEqualTo(ExchangeError.Kind.REJECTED));
  }

  @ParameterizedTest
  @CsvSource({
    "200, 0, 51998, okg1",
    "400, 1, 51998, okg1",
    "429, 1, 51998, okg1",
    "500, 1, 51998, okg1",
    "200, 1, 51998, other",
    "200, 1, 51998, ''",
    "200, 1, 504, okg1",
    "200, 1, 90001, okg1",
    "200, 1, 051008, okg1",
    "200, 1, 51008_1000, okg1",
    "200, 1, 510081, okg1",
    "200, 1, 51008, other"
  })
  void anItemsRefusalThatIsNotSurelyOkxsOfOurOrderIsUnknown(
      int status, String envelope, String code, String clOrdId) {
    bench.script.then(status, framed(Bench.item(code).replace("okg1", clOrdId), envelope));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Unknown.class,
            u -> {
              assertThat(u.error().code()).isEqualTo(code);
              assertThat(u.error().kind()).isEqualTo(ExchangeError.Kind.UNKNOWN);
            });
  }

  @Test
  void aRefusalBesideASecondItemIsUnknown() {
    String two =
        "{\"code\":\"2\",\"data\":[{\"clOrdId\":\"okg1\",\"sCode\":\"51008\"},"
            + "{\"clOrdId\":\"okg1\",\"ordId\":\"71\",\"sCode\":\"0\"}]}";
    bench.script.then(200, two);
    assertThat(bench.place()).isInstanceOf(WriteReply.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "50011, \"0\"",
    "51008, \"0\"",
    "51000, 0",
    "50001, \"0\"",
    "504, \"0\"",
    "51000, \"51149\"",
    "51000, \"51998\""
  })
  void anErrorIsNotOverruledByAnItemNorTrustedAgainstIt(String envelope, String sCode) {
    bench.script.then(200, framed(Bench.accepted(), envelope).replace("\"0\"", sCode));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Unknown.class, u -> assertThat(u.error().code()).isEqualTo(envelope));
  }

  @Test
  void anErrorThatItsItemConfirmsIsARefusal() {
    bench.script.then(400, framed(Bench.item("51008"), "51000"));
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Refused.class, r -> assertThat(r.error().code()).isEqualTo("51000"));
  }

  /// The same answer under another code of the envelope.
  private static String framed(String answer, String code) {
    return answer.replaceFirst("\"code\":\"[01]\"", "\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "{}",
        "{\"code\":0,\"data\":[]}",
        "{\"code\":\"\",\"data\":[]}",
        "{\"code\":\"0\",\"data\":[{\"ordId\":\"7",
        "<html>502</html>",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}",
        "{\"code\":\"0\",\"msg\":\"\"}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":{\"ordId\":\"71\",\"sCode\":\"0\"}}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"71\"}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":\"\",\"sCode\":\"0\"}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ordId\":null,\"sCode\":\"0\"}]}",
        "{\"code\":\"0\",\"code\":\"0\",\"data\":[{\"ordId\":\"71\",\"sCode\":\"0\"}]}",
        "{\"code\":\"0\",\"data\":[{\"ordId\":\"71\",\"sCode\":\"0\",\"clOrdId\":\"other\"}]}",
        "{\"code\":\"0\",\"data\":[{\"ordId\":\"1\",\"sCode\":\"0\"},{\"sCode\":\"0\"}]}"
      })
  void aSuccessThatIsNotCompleteIsUnknown(String body) {
    bench.script.then(200, body);
    assertThat(bench.place()).isInstanceOf(WriteReply.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 404, 403, 408, 429, 500, 502, 503})
  void aPageThatIsNotOkxsLeavesItOpen(int status) {
    bench.script.then(status, "<html>nothing here</html>");
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Unknown.class, u -> assertThat(u.error().httpStatus()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 400, 500})
  void acceptanceUnderABadStatusIsNotTrusted(int status) {
    bench.script.then(status, Bench.accepted());
    assertThat(bench.place()).isInstanceOf(WriteReply.Unknown.class);
  }

  @Test
  void whatNeverLeftIsNotSentAndWhatMayHaveLeftIsUnknown() {
    bench.script.then(new Transmission.NotSent("refused"));
    bench.script.then(new Transmission.Lost("broke"));
    assertThat(bench.place()).isEqualTo(new WriteReply.NotSent("refused"));
    assertThat(bench.place()).isInstanceOf(WriteReply.Unknown.class);
    assertThat(bench.script.requests()).hasSize(2);
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    Credentials none = new Credentials(new Secret(""), new Secret("s"), new Secret("p"));
    assertThat(faultWith(none).exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(bench.script.requests()).isEmpty();
  }

  @Test
  void aSecretThatCannotBeAHeaderIsRefusedWithoutBeingQuoted() {
    Credentials odd =
        new Credentials(new Secret("key"), new Secret("sec"), new Secret("marker\nphrase"));
    Fault fault = faultWith(odd);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.AUTH);
    assertThat(fault.getMessage() + fault.hint()).contains("passphrase").doesNotContain("marker");
    assertThat(bench.script.requests()).isEmpty();
  }

  private Fault faultWith(Credentials credentials) {
    RestClient client =
        new RestClient(
            new RestClient.Parts(
                bench.script,
                () -> credentials,
                Environment.LIVE,
                bench.time,
                Duration.ofSeconds(1),
                new RateLimits(bench.time),
                "x"));
    return catchThrowableOfType(Fault.class, () -> bench.place(client));
  }

  @Test
  void aLeverageSettingNeedsNoOrderVerdict() {
    bench.script.then(200, Script.ok("[{\"lever\":\"3\",\"mgnMode\":\"cross\"}]"));
    WriteReply reply = bench.client.write(Write.LEVERAGE, Bench.order(), Optional.empty());
    assertThat(reply)
        .isInstanceOfSatisfying(WriteReply.Accepted.class, a -> assertThat(a.id()).isEmpty());
  }

  @Test
  void noCutOffAnswerIsEverASuccess() {
    String whole = Bench.accepted();
    for (int length = 0; length < whole.length(); length++) {
      bench.script.then(200, whole.substring(0, length));
      assertThat(bench.place()).as("cut at %d", length).isInstanceOf(WriteReply.Unknown.class);
    }
  }

  @Test
  void anEchoedSecretIsScrubbed() {
    String echo =
        "{\"code\":\"50111\",\"msg\":\"bad markerkey-7f3a / markerphrase-55de \\u001b[2J\"}";
    bench.script.then(401, echo);
    assertThat(bench.place().toString()).doesNotContain("marker").doesNotContain("\u001b");
    assertThat(bench.script.only().toString()).doesNotContain("marker");
  }
}
