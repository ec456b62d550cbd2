package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms are those that they are said to be.
class DigitsTest {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

  private static void agrees(String text) {
    assertThat(Digits.number(text)).as(text).isEqualTo(NUMBER.matcher(text).matches());
    assertThat(Digits.millis(text)).as(text).isEqualTo(MILLIS.matcher(text).matches());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "e",
        "0",
        "-0",
        "1.",
        ".1",
        "1.5",
        "-1.5",
        "1e5",
        "1E-5",
        "1e+05",
        "1e",
        "1e-",
        "1e123",
        "1.e5",
        "1.5e5",
        "1.5.5",
        "--1",
        "+1",
        "1e5.5",
        " 1",
        "1 ",
        "\u0661",
        "1\u0661",
        "NaN",
        "1700000000000",
        "123456789012345",
        "1234567890123456",
        "1e5e5",
        "-e5",
        "0x1",
        "1_000",
        "1,5"
      })
  void knownFormsAreTold(String text) {
    agrees(text);
    agrees(text + "1".repeat(40));
    agrees("1".repeat(39) + text);
  }

  @Test
  void anyTextIsToldAsThePatternTellsIt() {
    String given = System.getProperty("seed", "");
    long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append("0123456789--..eE+ x".charAt(random.nextInt(19)));
        if (random.nextInt(50) == 0) {
          text.append("7".repeat(random.nextInt(42)));
        }
      }
      assertThat(Digits.number(text.toString()))
          .as("%s with -Dseed=%s", text, seed)
          .isEqualTo(NUMBER.matcher(text).matches());
      assertThat(Digits.millis(text.toString()))
          .as("%s with -Dseed=%s", text, seed)
          .isEqualTo(MILLIS.matcher(text).matches());
    }
  }
}
