package dev.okxguard.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u001b", "\u0007", "\r", "\n", "\t", "\u007f", "\u0085", "\u009b", "\u2028",
        "\u202e", "\u2066"
      })
  void eachControlCharacterIsReplacedByOneCharacter(String control) {
    assertThat(Printable.clean("a" + control + "b")).isEqualTo("a\ufffdb");
  }

  @Test
  void ordinaryTextOfAnyLanguageStays() {
    String text = "BTC-USDT 1.5 € 测试 Ærø";

    assertThat(Printable.clean(text)).isEqualTo(text);
  }

  @Test
  void aPageKeepsItsOwnColoursAndTakesEverythingElseOut() {
    Palette palette = new Palette(true);
    Page page = new Page(palette).line(palette.bad("no") + " \u001b[2J\u001b[31");

    assertThat(page.lines()).containsExactly("\u001b[31mno\u001b[0m \ufffd[2J\ufffd[31");
  }

  @Test
  void aPageWithoutColourLetsNoSequenceThrough() {
    Page page = new Page(new Palette(false)).line("\u001b[31mred\u001b[0m");

    assertThat(page.lines()).containsExactly("\ufffd[31mred\ufffd[0m");
  }

  @Test
  void tablesAndPairsAreCleanedToo() {
    Page page =
        new Page(new Palette(false))
            .table(new Table("a").row("x\u001by"), "")
            .pairs(Map.of("k", "v\u0007"));

    assertThat(page.lines()).containsExactly("a", "---", "x\ufffdy", "k  v\ufffd");
  }
}
