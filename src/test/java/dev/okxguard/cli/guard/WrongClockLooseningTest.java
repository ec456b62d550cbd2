package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Credentials;
import dev.okxguard.paper.PaperServer;
import dev.okxguard.paper.PaperTransport;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.ShiftedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A looser limit waits its time by OKX's clock, whatever the local one was set to.
class WrongClockLooseningTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperTransport paper;
  private PaperServer server;

  @BeforeEach
  void open() throws Exception {
    paper = new PaperDesk(home.resolve("okx"), time, 7).transport(List.of());
    server = PaperServer.start(paper, 0);
    Credentials key = paper.credentials();
    at(Duration.ZERO)
        .file(
            ".okx/config.toml",
            String.format(
                "[profiles.default]%ndemo = true%napi_key = '%s'%nsecret_key = '%s'%n"
                    + "passphrase = '%s'%nbase_url = '%s'%n",
                key.apiKey().reveal(),
                key.secretKey().reveal(),
                key.passphrase().reveal(),
                server.url()));
    limit("50");
    assertThat(buy(Duration.ZERO, "20").code()).isZero();
    limit("200");
  }

  @AfterEach
  void close() {
    server.close();
    paper.close();
  }

  /// Command lines on a machine whose clock is ahead by that much.
  private Commands at(Duration ahead) {
    return new Commands(home, new ShiftedTime(time, ahead));
  }

  private void limit(String usd) {
    at(Duration.ZERO)
        .file(
            ".okx/guard.toml",
            "max_position_size = 1000\nmax_order_size = "
                + usd
                + "\n[require]\nclock_skew_ms = 200000000\n");
  }

  private Commands.Run buy(Duration ahead, String sz) {
    time.advance(Duration.ofMinutes(1));
    return at(ahead).run("order", "place", "BTC-USDT", "--side", "buy", "--sz", sz, "--json");
  }

  private void denied(Duration ahead) {
    Commands.Run run = buy(ahead, "150");
    assertThat(run.json().path("denials").valueStream().map(d -> d.path("code").asString()))
        .as(run.toString())
        .containsExactly("MAX_ORDER_SIZE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1H", "PT26H"})
  void theDelayLastsAsLongAsItDoes(Duration ahead) {
    denied(ahead);
    time.advance(Duration.ofHours(22));
    denied(Duration.ZERO);
    denied(ahead);
  }

  @Test
  void whatWasSeenOnAClockThatIsBehindDoesNotHaveToWaitLess() {
    denied(Duration.ofHours(-26));
    time.advance(Duration.ofHours(23));
    denied(Duration.ZERO);
    time.advance(Duration.ofHours(1));
    Commands.Run run = buy(Duration.ZERO, "150");
    assertThat(run.code()).as(run.toString()).isZero();
  }
}
