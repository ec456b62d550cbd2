package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.wire.Headers;
import dev.okxguard.okx.wire.Signature;
import dev.okxguard.okx.wire.Transmission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// OKX's clock, as far as writes depend on it.
class WriteClockTest {
  private final Bench bench = new Bench();

  @Test
  void theClockIsMeasuredOnceBeforeTheFirstWrite() {
    bench.script.serverAheadMillis = -42_000;
    bench.script.then(200, Bench.accepted()).then(200, Bench.accepted());
    String expected = Signature.timestamp(bench.time.now().minusSeconds(42));
    bench.place();
    bench.place();
    assertThat(bench.script.clockQuestions).isEqualTo(1);
    assertThat(bench.script.requests().getFirst().headers())
        .containsEntry(Headers.TIMESTAMP, expected);
    assertThat(bench.client.clockSkewMillis()).isEqualTo(42_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, -7, 7, 3600})
  void aJumpOfTheWallClockAfterTheMeasurementMovesNothing(long seconds) {
    Instant start = bench.time.now();
    assertThat(bench.client.serverTime()).isEqualTo(start);
    bench.time.jump(Duration.ofSeconds(seconds));
    assertThat(bench.client.serverTime()).isEqualTo(start);
    bench.time.step(Duration.ofSeconds(2));
    assertThat(bench.client.serverTime()).isEqualTo(start.plusSeconds(2));
  }

  @Test
  void anOrderIsStampedByOkxsClockThoughTheWallClockJumped() {
    Instant expiry = bench.client.serverTime().plusSeconds(5);
    String expected = Signature.timestamp(bench.client.serverTime());
    bench.time.jump(Duration.ofMinutes(1));
    bench.script.then(200, Bench.accepted());
    assertThat(bench.client.write(Write.ORDER, Bench.order(), Optional.of(expiry)))
        .isInstanceOf(WriteReply.Accepted.class);
    assertThat(bench.script.only().headers()).containsEntry(Headers.TIMESTAMP, expected);
  }

  @Test
  void withoutAClockAnExpiryMeansNothingSoNothingIsSent() {
    bench.script.clockBroken = true;
    assertThat(bench.place()).isInstanceOf(WriteReply.NotSent.class);
    assertThat(bench.script.requests()).isEmpty();
  }

  @Test
  void aCancelGoesOutEvenWithoutAClock() {
    bench.script.clockBroken = true;
    bench.script.then(200, Script.ok("[{\"ordId\":\"71\",\"sCode\":\"0\"}]"));
    WriteReply reply =
        bench.client.write(Write.CANCEL, Bench.cancel("BTC-USDT", "71"), Optional.empty());
    assertThat(reply).isInstanceOf(WriteReply.Accepted.class);
    assertThat(bench.script.only().headers()).doesNotContainKey(Headers.EXPIRY);
  }

  @ParameterizedTest
  @EnumSource(names = {"ALGO", "AMEND_ALGO", "LEVERAGE", "POSITION_MODE"})
  void whatOkxTakesAtAnyTimeStaysHereOnceItsTimePassed(Write write) {
    Instant expiry = bench.client.serverTime().plusSeconds(5);
    bench.script.then(200, Script.ok("[{}]"));
    bench.client.write(write, Bench.order(), Optional.of(expiry));
    assertThat(bench.script.only().headers()).doesNotContainKey(Headers.EXPIRY);
    bench.time.step(Duration.ofSeconds(5));
    assertThat(bench.client.write(write, Bench.order(), Optional.of(expiry)))
        .isInstanceOf(WriteReply.NotSent.class);
    assertThat(bench.script.requests()).hasSize(1);
  }

  @Test
  void aWrongClockIsToldInSecondsAndTheWriteIsNotRepeated() {
    bench.script.then(
        r -> {
          bench.script.serverAheadMillis = -95_400;
          return Script.answer(401, Script.error("50102"));
        });
    assertThat(bench.place())
        .isInstanceOfSatisfying(
            WriteReply.Refused.class,
            r -> assertThat(r.error().next()).contains("95.400 s ahead of OKX's"));
    assertThat(bench.script.requests()).hasSize(1);
  }

  @Test
  void anOrderWhoseExpiryPassedInLineIsNotSent() {
    for (int i = 0; i < Endpoint.PLACE_ORDER.calls(); i++) {
      bench.script.then(200, Bench.accepted());
      bench.place();
    }
    WriteReply late =
        bench.client.write(
            Write.ORDER, Bench.order(), Optional.of(bench.time.now().plusMillis(1500)));
    assertThat(late).isInstanceOf(WriteReply.NotSent.class);
    assertThat(bench.script.requests()).hasSize(Endpoint.PLACE_ORDER.calls());
  }

  @Test
  void theTimestampIsTakenAfterTheWait() {
    for (int i = 0; i <= Endpoint.PLACE_ORDER.calls(); i++) {
      bench.script.then(200, Bench.accepted());
      bench.place();
    }
    assertThat(bench.script.requests().getLast().headers())
        .containsEntry(Headers.TIMESTAMP, "2026-11-21T10:00:02.220Z");
  }

  @Test
  void cancelsAskForTheClockOnlyOnce() {
    bench.script.clockBroken = true;
    for (int i = 0; i < 3; i++) {
      bench.script.then(new Transmission.NotSent("no network"));
      bench.client.write(Write.CANCEL, Bench.cancel("BTC-USDT", "71"), Optional.empty());
    }
    assertThat(bench.script.clockQuestions).isEqualTo(4);
  }

  @Test
  void aStopWhileTheClockIsReadSendsNothing() {
    bench.script.clockBroken = true;
    RestClient stopping =
        new RestClient(
            new RestClient.Parts(
                bench.script,
                () -> Bench.KEYS,
                Environment.LIVE,
                new Stopping(bench.time),
                Duration.ofSeconds(5),
                new RateLimits(bench.time),
                "x"));
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> stopping.write(Write.CANCEL, Bench.cancel("BTC-USDT", "1"), Optional.empty()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fault.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.script.requests()).isEmpty();
  }

  private record Stopping(Time time) implements Time {
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
      throw new InterruptedException();
    }
  }
}
