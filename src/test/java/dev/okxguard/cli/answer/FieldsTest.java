package dev.okxguard.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FieldsTest {
  private static final JsonNode ROW =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {"text":"1.50","blank":"","none":null,"yes":true,"count":12,"list":["a","b"],
               "nested":{"k":"v"},"empty":[],"ts":"1795231815250","uTime":"soon"}\
              """);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "text; 1.50",
        "blank; ''",
        "none; ''",
        "missing; ''",
        "yes; true",
        "count; 12",
        "list; a,b",
        "empty; ''",
        "nested; {\"k\":\"v\"}"
      })
  void aFieldIsShownAsOkxWroteItAndBlankWhenItDidNot(String name, String text) {
    assertThat(Fields.text(ROW, name)).isEqualTo(text);
  }

  @Test
  void timesAreIsoInUtcAndWhatIsNoTimeStaysAsItCame() {
    assertThat(Fields.time(ROW, "ts")).isEqualTo("2026-11-21T03:30:15.250Z");
    assertThat(Fields.time(ROW, "uTime")).isEqualTo("soon");
    assertThat(Fields.time(ROW, "missing")).isEmpty();
  }

  @Test
  void theFirstFieldThatIsNotBlankWins() {
    assertThat(Fields.first(ROW, "missing", "blank", "text", "yes")).isEqualTo("1.50");
    assertThat(Fields.first(ROW, "missing", "blank")).isEmpty();
  }

  @Test
  void rowsThatAreNoObjectsHaveOnlyBlankFields() {
    assertThat(Fields.text(ROW.get("list"), "text")).isEmpty();
    assertThat(Fields.text(ROW.get("text"), "text")).isEmpty();
  }
}
