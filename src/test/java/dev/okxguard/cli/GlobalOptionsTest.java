package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Cli;
import dev.okxguard.testing.SampleReads;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobalOptionsTest {
  private static final Cli CLI = Cli.over(new SampleReads());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anOptionMeansTheSameWhereverItStands(int place) {
    assertThat(run(place, "--color=always").out()).contains("\u001b[33mWarning");
    assertThat(run(place, "--color=never").out()).doesNotContain("\u001b").contains("Warning");
    assertThat(run(place, "--json").out()).startsWith("[\n");
    assertThat(run(place, "--quiet").out()).startsWith("uid");
    assertThat(run(place, "--help").out()).contains("Usage: okx");
  }

  @Test
  void aFlagGivenAtTwoPlacesStaysGiven() {
    Cli.Result result = CLI.run("--json", "account", "--json", "config", "--json");

    assertThat(result.out()).startsWith("[\n");
  }

  /// Or whatever stands behind a wrapper's `--demo --read-only` would go anywhere and write.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--demo account config --live --demo=false",
        "--read-only account config --read-only=false",
        "--json=false account config --json",
        "-y account config --yes=false",
        "--profile a account config --profile b",
        "--config a.toml account config --config b.toml"
      })
  void noOptionIsTakenBackAtAnotherPlace(String line) {
    Cli.Result result = CLI.run(line.split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("is given twice, as ");
  }

  @Test
  void withoutAPersonWatchingThereIsNoColour() {
    assertThat(CLI.run("account", "config").out()).doesNotContain("\u001b").contains("Warning");
  }

  @Test
  void anUnknownWordForColourIsAUsageFault() {
    Cli.Result result = CLI.run("market", "time", "--color", "purple");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("'purple' is not one of auto, always, never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--js", "--tim=5", "@file", "--instID=X", "market tick"})
  void nothingIsAbbreviatedExpandedOrGuessed(String word) {
    List<String> line = new ArrayList<>(List.of("market", "time"));
    line.addAll(List.of(word.split(" ")));

    assertThat(CLI.run(line.toArray(String[]::new)).code()).isEqualTo(2);
  }

  private static Cli.Result run(int place, String option) {
    List<String> line = new ArrayList<>(List.of("account", "config"));
    line.add(place, option);
    return CLI.run(line.toArray(String[]::new));
  }
}
