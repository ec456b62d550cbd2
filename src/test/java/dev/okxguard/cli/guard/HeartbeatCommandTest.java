package dev.okxguard.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Time;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The dead man's switch from the command line.
class HeartbeatCommandTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");

  private Commands okx() {
    return new Commands(home, time);
  }

  @Test
  void oneBeatSaysUntilWhenTheSwitchIsArmed() {
    Commands.Run run =
        okx().run("--paper", "guard", "heartbeat", "--once", "--timeout", "120", "--json");
    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode json = run.json();
    assertThat(json.path("outcome").asString()).isEqualTo("armed");
    assertThat(Instant.parse(json.path("armedUntil").asString()))
        .isEqualTo(time.now().plusSeconds(120));
    assertThat(okx().run("--paper", "guard", "heartbeat", "--once").out()).contains("Armed until");
  }

  @ParameterizedTest
  @CsvSource({"9,4", "121,20", "0,0", "60,30", "60,0", "60,-1", "40,20", "60,1500000000"})
  void argumentsThatCannotWorkAreRefused(String timeout, String interval) {
    Commands.Run run =
        okx().run("--paper", "guard", "heartbeat", "--timeout", timeout, "--interval", interval);
    assertThat(run.code()).as(run.toString()).isEqualTo(2);
    assertThat(home.resolve(".okx/state")).doesNotExist();
  }

  @Test
  void itBeatsUntilInterruptedAndSaysUntilWhenTheSwitchIsArmed() {
    Instant start = time.now();
    Commands.Run run =
        new Commands(home, new Interrupting(3)).run("--paper", "guard", "heartbeat", "--verbose");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.code()).as(run.toString()).isEqualTo(130);
    assertThat(run.err().lines().filter(line -> line.startsWith("Armed until"))).hasSize(3);
    assertThat(run.err())
        .contains("; a beat every 20 s until interrupted")
        .contains("OKX cancels our pending orders at " + start.plusSeconds(40 + 60));
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whenAllIsWellAQuietJobSaysNothing() {
    String[] beat = {"--paper", "guard", "heartbeat", "--once", "--quiet"};
    assertThat(okx().run(beat).out()).isEmpty();
    String[] check = {"--paper", "guard", "check", "--quiet"};
    assertThat(okx().run(check).out()).isEmpty();
    assertThat(okx().run("--paper", "guard", "halt").code()).isZero();
    assertThat(okx().run(check).out()).contains("halted  entries");
  }

  @Test
  void credentialsThatAreMissingAreSaidToBe() {
    Commands.Run run = okx().run("--demo", "guard", "heartbeat", "--once");
    assertThat(run.code()).as(run.toString()).isEqualTo(4);
    assertThat(run.toString()).contains("credentials");
  }

  @Test
  void withoutVerboseItSaysOnlyHowItBegan() {
    Commands.Run run = new Commands(home, new Interrupting(4)).run("--paper", "guard", "heartbeat");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.err().lines().filter(line -> line.startsWith("Armed until"))).hasSize(1);
  }

  @Test
  void aLapseIsToldWithoutAnOrderToo() {
    assertThat(okx().run("--paper", "guard", "heartbeat", "--once").code()).isZero();
    assertThat(okx().run("--paper", "guard", "check").code()).isZero();
    time.advance(Duration.ofMinutes(5));
    Commands.Run bare = okx().run("--paper", "guard", "check");
    assertThat(bare.code()).as(bare.toString()).isEqualTo(6);
    assertThat(bare.out()).contains("no heartbeat came in time");
  }

  @Test
  void onlyAPersonSwitchesItOff() {
    assertThat(okx().run("--paper", "guard", "heartbeat", "--once").code()).isZero();
    time.advance(Duration.ofMinutes(2));
    assertThat(okx().run("--paper", "guard", "heartbeat", "--disarm").code()).isEqualTo(6);
    assertThat(okx().agreeing("x").run("--paper", "guard", "heartbeat", "--disarm", "-y").code())
        .isEqualTo(6);
    assertThat(entry()).contains("HEARTBEAT_LAPSED");
    Commands.Run off =
        okx()
            .agreeing("")
            .run("--paper", "guard", "heartbeat", "--disarm", "--reason", "I watch it");
    assertThat(off.code()).as(off.toString()).isZero();
    assertThat(off.out()).contains("Switched off");
    assertThat(entry()).doesNotContain("HEARTBEAT");
    assertThat(okx().run("--paper", "audit", "show").out()).contains("switched off; I watch it (");
  }

  private String entry() {
    return okx().run("--paper", "guard", "check", "BTC-USDT", "--side", "buy", "--usd", "20").out();
  }

  @Test
  void withoutAnEnvironmentNothingIsArmed() {
    assertThat(okx().run("guard", "heartbeat", "--once").code()).isEqualTo(3);
  }

  @Test
  void readOnlyRefuses() {
    Commands.Run run = okx().run("--paper", "--read-only", "guard", "heartbeat");
    assertThat(run.code()).isEqualTo(6);
  }

  /// Time in which somebody presses Ctrl-C during that pause between two beats.
  private final class Interrupting implements Time {
    private int left;

    Interrupting(int pauses) {
      this.left = pauses;
    }

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
      if (length.toSeconds() == 20 && --left == 0) {
        throw new InterruptedException();
      }
      time.pause(length);
    }
  }
}
