package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A text written as TOML is the same text when it is read.
class TomlTextTest {
  private static String readBack(String literal) {
    byte[] file = ("text = " + literal + "\n").getBytes(StandardCharsets.UTF_8);
    Reading reading = TomlFile.of(Path.of("file.toml"), file);
    assertThat(reading).as(literal).isInstanceOf(Reading.Document.class);
    return new Section((Reading.Document) reading, List.of())
        .text("text", text -> text)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain | 'plain'",
        "pa$s\\w\"#rd | 'pa$s\\w\"#rd'",
        "it's \"so\" | '''it's \"so\"'''",
        "'both\" | \"'both\\\"\"",
        "two''quotes | \"two''quotes\"",
        "end' | \"end'\"",
      })
  void takesTheSimplestQuotesThatHoldIt(String text, String literal) {
    assertThat(TomlText.literal(text)).contains(literal);
    assertThat(readBack(literal)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\r", "\u0000", "\u001b[31m", "\u007f", "\u0085", "\ud83d", "a\udc00b"})
  void whatNoLineCanHoldIsRefused(String text) {
    assertThat(TomlText.literal(text)).isEmpty();
  }

  @Test
  void anyPrintableTextComesBackAsItWas() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < 800; i++) {
            String text = i % 2 == 0 ? Literals.random(random) : printable(random);
            assertThat(readBack(TomlText.literal(text).orElseThrow())).isEqualTo(text);
          }
        });
  }

  private static String printable(Random random) {
    int[] points =
        random
            .ints(0, random.nextInt(4) == 0 ? Character.MAX_CODE_POINT : 0x7f)
            .filter(point -> !Character.isISOControl(point))
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .limit(random.nextInt(1, 30))
            .toArray();
    return new String(points, 0, points.length);
  }
}
