package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  @Test
  void noReadGoesOnBehindTheBackOfWhoeverLeftBecauseAnotherWasRefused() {
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch underWay = new CountDownLatch(1);
    assertThatThrownBy(
            () -> {
              try (Readings readings = new Readings(() -> Duration.ofMinutes(1))) {
                readings.start("slow", () -> lasting(underWay, ended));
                underWay.await();
                readings.value(readings.start("refused", ReadingsTest::refused));
              }
            })
        .isInstanceOf(Fault.class);
    assertThat(ended).isTrue();
  }

  private static String lasting(CountDownLatch underWay, AtomicBoolean ended) {
    underWay.countDown();
    while (!Thread.interrupted()) {
      LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
    }
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    ended.set(true);
    return "";
  }

  private static String refused() {
    throw new Fault(ExitCode.AUTH, "the key was refused", "");
  }
}
