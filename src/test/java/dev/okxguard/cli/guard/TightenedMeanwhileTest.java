package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.AccountLock;
import dev.okxguard.model.Time;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An order that waited for the account is judged by the policy of after the wait.
class TightenedMeanwhileTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Optional<AccountLock> held = Optional.empty();

  /// Two seconds into a wait, somebody tightens the policy and then lets the account go.
  private final Time waiting =
      new Time() {
        @Override
        public Instant now() {
          return time.now();
        }

        @Override
        public long nanos() {
          return time.nanos();
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
          time.pause(length);
          if (held.isPresent() && time.nanos() > Duration.ofSeconds(2).toNanos()) {
            okx().file(".okx/guard.toml", "max_order_size = 5\n");
            held.get().close();
            held = Optional.empty();
          }
        }
      };

  private Commands okx() {
    return new Commands(home, waiting);
  }

  @Test
  void theStricterPolicyCounts() {
    assertThat(okx().run("paper", "reset", "--seed", "7").code()).isZero();
    okx().file(".okx/guard.toml", "max_order_size = 50\n");
    PaperDesk desk = new PaperDesk(home.resolve(".okx"), time, 7);
    Path account = home.resolve(".okx/state/paper-" + desk.uid());
    held = Optional.of(AccountLock.acquire(account, Duration.ofSeconds(1), time));
    Commands.Run run =
        okx().run("--paper", "order", "place", "BTC-USDT", "--side", "buy", "--sz", "20", "--json");
    assertThat(held).isEmpty();
    assertThat(run.json().path("denials").path(0).path("code").asString())
        .as(run.toString())
        .isEqualTo("MAX_ORDER_SIZE");
  }
}
