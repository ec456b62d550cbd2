package dev.okxguard.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  private static final String FIRST = "1795255200000,100,110,99,105,7.5,750,750,1";
  private static final String SECOND = "1795255260000,105,106,90,95,3,300,300,1";

  @Test
  void aCandleIsPlayedFromOpenOverTheNearerExtremeToClose() {
    Replay replay = Replay.parse(FIRST + "\n" + SECOND + "\n", 1);
    assertThat(replay.interval()).isEqualTo(Duration.ofSeconds(15));
    assertThat(replay.prices())
        .extracting(BigDecimal::toString)
        .containsExactly("100", "99", "110", "105", "105", "106", "90", "95");
  }

  @Test
  void newestFirstAndAHeadingAreUnderstood() {
    Replay replay = Replay.parse("ts,open,high,low,close\n" + SECOND + "\n\n" + FIRST, 1);
    assertThat(replay).isEqualTo(Replay.parse(FIRST + "\n" + SECOND, 1));
  }

  @Test
  void speedShortensTheSteps() {
    assertThat(Replay.parse(FIRST, 10).interval()).isEqualTo(Duration.ofMillis(1_500));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ts,open,high,low,close",
        "1795255200000,100,110,99",
        "1795255200000,100,110,x,105",
        "1795255200000,100,110,101,105",
        "1795255200000,100,104,99,105",
        "1795255200000,0,0,0,0",
        "1795255200000.5,100,110,99,105",
        "1795255200000,100,110,99,105\n1795255200000,100,110,99,105",
        "1,100,110,99,105\n2,100,110,99,105\n4,100,110,99,105"
      })
  void anythingElseIsAUsageFault(String csv) {
    Fault fault = catchThrowableOfType(Fault.class, () -> Replay.parse(csv, 1));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theWrongLineIsNamedAndSpeedAndLengthAreBounded() {
    Fault line = catchThrowableOfType(Fault.class, () -> Replay.parse(FIRST + "\nnonsense", 1));
    assertThat(line).hasMessageContaining("line 2");
    Fault speed = catchThrowableOfType(Fault.class, () -> Replay.parse(FIRST, 0));
    assertThat(speed.exitCode()).isEqualTo(ExitCode.USAGE);
    Fault length =
        catchThrowableOfType(
            Fault.class,
            () -> new Replay(Collections.nCopies(4_001, BigDecimal.ONE), Duration.ofSeconds(1)));
    assertThat(length.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  /// The account counts milliseconds: of two prices within one it would not see the first.
  @Test
  void noPriceIsPlayedTooFastToBeSeen() {
    List<BigDecimal> prices = List.of(BigDecimal.ONE, BigDecimal.TWO);
    Fault fast =
        catchThrowableOfType(Fault.class, () -> new Replay(prices, Duration.ofNanos(999_999)));
    assertThat(fast.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(fast).hasMessageContaining("a millisecond for each");
    assertThat(new Replay(prices, Duration.ofMillis(1)).prices()).hasSize(2);
  }
}
