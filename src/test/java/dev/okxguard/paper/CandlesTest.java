package dev.okxguard.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandlesTest {
  private static final String HEADING = "ts,open,high,low,close,vol\n";
  private static final String FIRST = "1795255200000,100,110,99,105,7\n";
  private static final String SECOND = "1795255260000,105,106,90,95,3\n";

  @Test
  void whatAWrongFileHoldsIsNeverShown() {
    String mark = "hunter2";
    for (String text :
        List.of("secret_key = '@'", "heading\n@,1,2,3", "ts,open,high,low,close\n1,@,3,4,5", "@")) {
      assertThat(refused(text.replace("@", mark))).doesNotContain(mark);
    }
  }

  @Test
  void headingOrderAndBlankLinesDoNotMatter() {
    Candles candles = Candles.parse(HEADING + SECOND + "\n" + FIRST);
    assertThat(candles.spacing()).isEqualTo(Duration.ofMinutes(1));
    assertThat(candles.list()).extracting(Candles.Candle::line).containsExactly(4, 2);
    assertThat(candles.list()).extracting(c -> c.close().toString()).containsExactly("105", "95");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1795255260000,105,106;line 3: only 3 columns, not a candle",
        "1795255260000,105,1e3,90,95;line 3: high is not a plain decimal number",
        "1795255260000,,106,90,95;line 3: open is not a plain decimal number",
        "17952552600.5,105,106,90,95;line 3: ts is not a time in whole milliseconds",
        "2026-11-21,105,106,90,95;line 3: ts is not a time in whole milliseconds",
        "1795255260000,105,104,90,95;line 3: high and low do not enclose positive prices",
        "1795255260000,105,106,96,95;line 3: high and low do not enclose positive prices",
        "1795255260000,1,2,0,1;line 3: high and low do not enclose positive prices",
        "1795255260000,1,2,-1,1;line 3: high and low do not enclose positive prices"
      })
  void theWrongLineIsNamedWithWhatIsWrong(String line, String message) {
    assertThat(refused(HEADING + FIRST + line)).startsWith(message);
  }

  @Test
  void timesMustRiseOrFallEvenly() {
    String third = "1795255380000,95,95,95,95\n";
    assertThat(refused(FIRST + SECOND + third))
        .isEqualTo(
            "line 3: the candles are not evenly spaced: 120000 ms after the one before, not 60000");
    assertThat(refused(FIRST + SECOND + FIRST))
        .isEqualTo("line 3: ts is out of order, or there twice");
    assertThat(refused(FIRST + FIRST)).isEqualTo("line 2: ts is out of order, or there twice");
    assertThat(refused(FIRST + third + SECOND))
        .isEqualTo("line 3: ts is out of order, or there twice");
  }

  @Test
  void aHeadingMustNameTheColumnsInTheirOrder() {
    assertThat(refused("ts,open,low,high,close\n" + FIRST))
        .isEqualTo("line 1: column 3 is not high");
    assertThat(refused("Time,open\n" + FIRST)).isEqualTo("line 1: column 1 is not ts");
    assertThat(refused("ts,open\n" + FIRST)).isEqualTo("line 1: column 3 is not high");
  }

  @Test
  void nothingIsNoCandle() {
    assertThat(refused("")).isEqualTo("there are no candles");
    assertThat(refused(HEADING + "\n \n")).isEqualTo("there are no candles");
  }

  @Test
  void pricesOffTheTickAreNamedByTheirLine() {
    Candles candles = Candles.parse(FIRST + "1795255260000,105,106.05,90,95\n");
    candles.requireTick(new BigDecimal("0.05"));
    Fault fault =
        catchThrowableOfType(Fault.class, () -> candles.requireTick(new BigDecimal("0.1")));
    assertThat(fault).hasMessage("line 2: prices must be multiples of the tick 0.1");
    assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private static String refused(String csv) {
    Fault fault = catchThrowableOfType(Fault.class, () -> Candles.parse(csv));
    assertThat(fault.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(fault.hint()).contains("ts,open,high,low,close");
    return fault.getMessage();
  }
}
