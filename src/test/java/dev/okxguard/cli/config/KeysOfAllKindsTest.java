package dev.okxguard.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Secret;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the wizard says of keys that the paper exchange does not make, and of OKX's refusals.
class KeysOfAllKindsTest {
  private static final String SUB = "44000002";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final MockWebServer server = new MockWebServer();
  private final Credentials key =
      new Credentials(new Secret("Zq7-key"), new Secret("Zq7-secret"), new Secret("it's \"Zq7\""));
  private Path config;

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    config = home.resolve(".okx/config.toml");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// The server's clock is a minute ahead.
  private void answers(int status, String config) {
    String ahead = Long.toString(time.now().plusSeconds(60).toEpochMilli());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getTarget().contains("/public/time")
                ? answer(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"" + ahead + "\"}]}")
                : answer(status, config);
          }
        });
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  private void account(String uid, String perm, String ip) {
    answers(
        200,
        """
        {"code":"0","msg":"","data":[{"uid":"%s","mainUid":"44000001","acctLv":"2",
        "posMode":"net_mode","enableSpotBorrow":false,"perm":"%s","ip":"%s",
        "label":"bot\\u001b[2J"}]}
        """
            .formatted(uid, perm, ip));
  }

  private Commands.Run init(Answers answers, String... more) {
    String[] line = new String[more.length + 5];
    String url = "http://127.0.0.1:" + server.getPort();
    System.arraycopy(new String[] {"config", "init", "--base-url", url, "--live"}, 0, line, 0, 5);
    System.arraycopy(more, 0, line, 5, more.length);
    Commands.Run run = new Commands(home, time).answering(answers).run(line);
    assertThat(run.toString()).doesNotContain("Zq7");
    return run;
  }

  @Test
  void aBoundKeyOfASubAccountIsTakenWithoutAWarning() throws IOException {
    account(SUB, "read_only,trade", "192.0.2.7,2001:db8::/64");
    Commands.Run run = init(Answers.of(key));
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err())
        .contains("sub-account", "192.0.2.7, 2001:db8::/64")
        .doesNotContain("Warning", "\u001b");
    assertThat(Files.readString(config)).contains("'''it's \"Zq7\"'''", "demo = false");
  }

  @Test
  void aKeyThatCanWithdrawTakesItsOwnWord() {
    account(SUB, "read_only,trade,withdraw", "192.0.2.7");
    Commands.Run run = init(Answers.of(key).say("Type withdraw", "write"));
    assertThat(run.code()).as(run.toString()).isEqualTo(6);
    assertThat(run.err()).contains("THIS KEY CAN WITHDRAW");
    assertThat(config).doesNotExist();
    assertThat(init(Answers.of(key).say("Type withdraw", "withdraw")).code()).isZero();
    assertThat(config).exists();
  }

  @Test
  void anUnboundKeyOfTheMainAccountIsWarnedAboutTwice() {
    account("44000001", "trade", "");
    Commands.Run run = init(Answers.of(key), "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.err())
        .contains("bound to no IP address", "expires after 14 days", "belongs to the main account");
    assertThat(run.json().path("warnings").size()).isEqualTo(2);
    assertThat(run.json().path("account").asString()).isEqualTo("main");
    assertThat(run.json().path("ip").size()).isZero();
    assertThat(run.json().path("env").asString()).isEqualTo("live");
  }

  @ParameterizedTest
  @CsvSource({
    "50101, a demo key on live, environment",
    "50102, This computer's clock is 60.000 s behind OKX's, again",
    "50105, the passphrase is wrong, key",
    "50110, not on the key's list, again",
    "50111, malformed or not valid, key",
    "50113, the signature is wrong, key",
    "50119, wrong site, again",
  })
  void aRefusalIsExplainedWithTheLikeliestCorrection(String code, String words, String proposed) {
    answers(401, "{\"code\":\"" + code + "\",\"msg\":\"refused\"}");
    Commands.Run run = init(Answers.of(key));
    assertThat(run.code()).as(run.toString()).isEqualTo(4);
    assertThat(run.err()).contains(code, words, "[" + proposed + "]: ", "nothing was written");
    assertThat(config).doesNotExist();
  }

  @Test
  void anAnswerThatIsNotOkxsIsNoVerification() {
    answers(200, "<html>all is well</html>");
    Commands.Run run = init(Answers.of(key));
    assertThat(run.code()).as(run.toString()).isEqualTo(7);
    assertThat(config).doesNotExist();
  }

  @Test
  void aTimeLimitOutOfRangeIsABadArgumentAndNoRefusalOfTheKey() {
    account(SUB, "trade", "");
    Commands.Run run = init(Answers.of(key), "--timeout", "0");
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("Correct which");
  }
}
