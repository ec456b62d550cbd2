package dev.okxguard.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Alarm;
import dev.okxguard.testing.Seed;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PayloadTest {
  private static JsonNode read(Alarm alarm) {
    return JsonMapper.shared().readTree(Payload.of(alarm));
  }

  @Test
  void itHoldsALineForPeopleAndTheFieldsForPrograms() {
    JsonNode json = read(Samples.of(Alarm.Kind.LARGE_FILL));
    String line =
        "okx-guard LIVE large_fill: prices look wrong [uid 4711, profile bot, BTC-USDT,"
            + " intent okglx1, journal 12 "
            + "ab".repeat(32)
            + "]";
    assertThat(json.path("text").asString()).isEqualTo(line);
    assertThat(json.path("content").asString()).isEqualTo(line);
    assertThat(json.path("kind").asString()).isEqualTo("large_fill");
    assertThat(json.path("env").asString()).isEqualTo("live");
    assertThat(json.path("profile").asString()).isEqualTo("bot");
    assertThat(json.path("uid").asString()).isEqualTo("4711");
    assertThat(json.path("reason").asString()).isEqualTo("prices look wrong");
    assertThat(json.path("instId").asString()).isEqualTo("BTC-USDT");
    assertThat(json.path("intentId").asString()).isEqualTo("okglx1");
    assertThat(json.path("clOrdId").asString()).isEqualTo("okglx1");
    assertThat(json.path("seq").asLong()).isEqualTo(12);
    assertThat(json.path("head").asString()).isEqualTo("ab".repeat(32));
    assertThat(json.path("time").asString()).isEqualTo("2026-11-21T10:00:00.123Z");
  }

  @Test
  void aHaltOfEverythingNamesNoAccountAndNoJournal() {
    JsonNode json =
        read(
            new Alarm(
                Alarm.Kind.HALT,
                Alarm.Scope.everything(),
                "enough",
                Alarm.Subject.none(),
                Optional.empty(),
                Samples.TIME));
    assertThat(json.path("text").asString()).isEqualTo("okx-guard ALL halt: enough");
    assertThat(json.path("env").asString()).isEqualTo("all");
    assertThat(json.has("seq")).isFalse();
    assertThat(json.has("head")).isFalse();
  }

  @Test
  void anyTextBecomesOneShortLineOfValidJson() throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < 300; i++) {
            String text = text(random);
            JsonNode json = read(Samples.of(Alarm.Kind.DENIED, text).by(text));
            String line = json.path("text").asString();
            assertThat(line)
                .as("seed %d", seed)
                .hasSizeLessThan(2000)
                .doesNotContainPattern("\\p{Cc}");
            assertThat(line.codePoints())
                .as("seed %d", seed)
                .noneMatch(c -> Character.getType(c) == 19);
          }
        });
  }

  /// Any characters, halves of pairs included, often more than fit.
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(3000);
    for (int i = 0; i < length; i++) {
      text.append(
          switch (random.nextInt(3)) {
            case 0 -> (char) random.nextInt(0x10000);
            case 1 -> (char) (0xd800 + random.nextInt(0x800));
            default -> (char) random.nextInt(0x80);
          });
    }
    return text.toString();
  }
}
