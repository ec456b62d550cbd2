package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The time a run has: it is never exceeded by a wait, and its end is told with what it cut off.
class DeadlineTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final Deadline deadline = Deadline.in(SECOND, time);

  @Test
  void whatIsLeftShrinksToNothing() {
    assertThat(deadline.left()).isEqualTo(SECOND);
    time.advance(Duration.ofMillis(400));
    assertThat(deadline.left()).isEqualTo(Duration.ofMillis(600));
    time.advance(SECOND);
    assertThat(deadline.left()).isZero();
  }

  @Test
  void noShareIsMoreThanWhatIsLeft() {
    assertThat(deadline.atMost(Duration.ofMillis(999))).isEqualTo(Duration.ofMillis(999));
    assertThat(deadline.atMost(Duration.ofMillis(1_001))).isEqualTo(SECOND);
  }

  @Test
  void itIsOverOnlyAtItsEnd() {
    time.advance(Duration.ofMillis(999));
    deadline.require("the end");
    time.advance(Duration.ofMillis(1));
    assertThatThrownBy(() -> deadline.require("the end"))
        .isInstanceOf(Unread.class)
        .hasMessage("time was up before the end");
  }

  @Test
  void aWaitThatWouldUseItUpIsNotBegun() {
    assertThatThrownBy(() -> deadline.pause(SECOND, "another look"))
        .isInstanceOf(Unread.class)
        .hasMessage("time was up before another look");
    assertThat(deadline.left()).isEqualTo(SECOND);
    deadline.pause(Duration.ofMillis(999), "another look");
    assertThat(deadline.left()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void whoIsInterruptedWhileWaitingStaysSo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> deadline.pause(Duration.ofMillis(1), "another look"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }
}
