package dev.okxguard.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.console.Console;
import dev.okxguard.testing.ManualTime;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How far a long reading got.
class MeterTest {
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final StringWriter err = new StringWriter();

  private Meter meter(boolean terminal) {
    Console console =
        new Console(
            new BufferedReader(Reader.nullReader()),
            InputStream.nullInputStream(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            terminal,
            _ -> Optional.empty());
    return new Meter(console, time, "records verified");
  }

  private void count(Meter meter) {
    try (meter) {
      for (int records = 1_000; records <= 6_000; records += 1_000) {
        time.advance(Duration.ofMillis(90));
        meter.at(records);
      }
    }
  }

  @Test
  void aPersonAtATerminalSeesItNowAndThenAndTheLineGoesAwayInTheEnd() {
    count(meter(true));
    assertThat(err.toString().split("\r"))
        .containsExactly("", "3,000 records verified", "6,000 records verified", " ".repeat(22));
    assertThat(err.toString()).endsWith("\r").doesNotContain("\n");
  }

  @Test
  void aPipeGetsNothing() {
    count(meter(false));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsDoneAtOnceShowsNothing() {
    try (Meter meter = meter(true)) {
      meter.at(20);
    }
    assertThat(err.toString()).isEmpty();
  }
}
