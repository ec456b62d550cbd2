package dev.okxguard.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class MomentTest {
  @ParameterizedTest
  @CsvSource({
    "1795231815250, 1795231815250",
    "2026-11-21, 1795219200000",
    "2026-11-21T00:00:00Z, 1795219200000",
    "2026-11-21T08:00:00.5+08:00, 1795219200500"
  })
  void millisecondsDatesAndTimesAreAccepted(String text, String millis) {
    assertThat(new Moment().convert(text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "now", "-1", "2026-13-01", "2026-11-21T08:00", "1e12", "1795231815250000000"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> new Moment().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is neither");
  }
}
