package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void howeverMuchHappensEachSliceGoesOn() {
    Pace pace = Pace.first();
    for (int slice = 0; slice < 100; slice++) {
      pace = pace.after(new Slice.TooMuch(length(pace, Duration.ofDays(1))));
      assertThat(length(pace, Duration.ofDays(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(pace.most()).as("in the shortest").isEqualTo(Integer.MAX_VALUE);
    for (int slice = 0; slice < 30; slice++) {
      pace = pace.after(0);
    }
    assertThat(length(pace, Duration.ofDays(1))).isEqualTo(Duration.ofHours(6));
    assertThat(length(pace, Duration.ofDays(60))).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void slicesGrowOnlyWhileLittleHappens() {
    Pace first = Pace.first();
    assertThat(first.after(2_000)).isEqualTo(first);
    assertThat(first.after(1_999).length()).isEqualTo(first.length().multipliedBy(2));
    assertThat(first.after(6_000)).isEqualTo(first);
  }

  @Test
  void aSliceOfTooMuchIsReadAgainShorter() {
    Pace first = Pace.first();
    assertThat(first.most()).isEqualTo(3_000);
    assertThat(first.after(new Slice.TooMuch(Duration.ofSeconds(10))).length())
        .as("half of what the newest of it took")
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(first.after(new Slice.TooMuch(Duration.ofHours(10))).length())
        .as("though more than the slice was read")
        .isEqualTo(first.length().dividedBy(2));
    assertThat(first.after(new Slice.TooMuch(Duration.ZERO)).length())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void noSliceReachesIntoTheFuture() {
    Instant from = NOW.minus(Duration.ofMinutes(4));
    assertThat(Pace.first().slice(from, NOW)).isEqualTo(new Span(from, NOW));
  }

  private static Duration length(Pace pace, Duration ago) {
    Span span = pace.slice(NOW.minus(ago), NOW);
    return Duration.between(span.from(), span.to());
  }
}
