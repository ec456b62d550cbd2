package dev.okxguard.cli.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The committed scripts in the shells they are for, as far as this machine has them.
final class RealShellTest {
  private static final String KEY = "k-5d2f-secret";

  @TempDir private Path home;

  @BeforeEach
  void settle() throws IOException {
    Files.createDirectories(home.resolve(".okx/cache"));
    Files.writeString(
        home.resolve(".okx/config.toml"),
        "default_profile = \"main\"\n[profiles.main] # first\napi_key = '%s'\n[ profiles.\"bot-2\" ]"
            .formatted(KEY));
    Files.writeString(home.resolve("other.toml"), "[profiles.elsewhere]\n");
    Files.writeString(home.resolve(".okx/cache/instruments-live"), "BTC-USDT\nETH-USDT\n");
    Files.writeString(
        home.resolve(".okx/cache/instruments-demo"), "DOGE-USDT\nX$(touch ran)\nBTC-USDT\n");
  }

  /// The words that shell offers at the end of that line, once each and sorted.
  private List<String> offered(String shell, String line) throws Exception {
    Optional<Path> program =
        Stream.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
            .map(directory -> Path.of(directory, shell))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "no " + shell + " here");
    ProcessBuilder builder =
        shell.equals("bash")
            ? new ProcessBuilder(program.get().toString(), "--norc", "-c", bash(), "bash", line)
            : new ProcessBuilder(program.get().toString(), "--no-config", "-c", fish(line));
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.directory(home.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).doesNotContain(KEY);
    assertThat(home.resolve("ran")).doesNotExist();
    return said.lines().map(it -> it.split("\t", 2)[0]).distinct().sorted().toList();
  }

  private static Path script(String name) {
    return Path.of("completions", name).toAbsolutePath();
  }

  /// Splits the line as readline does, where `=` and `:` are words of their own.
  private static String bash() {
    return """
    source '%s'
    line=${1//=/ = }
    line=${line//:/ : }
    read -ra COMP_WORDS <<<"$line"
    [[ $1 == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _okx
    [[ ${#COMPREPLY[@]} == 0 ]] || printf '%%s\\n' "${COMPREPLY[@]}"
    """
        .formatted(script("okx.bash"));
  }

  private static String fish(String line) {
    return "source '%s'; complete -C '%s'".formatted(script("okx.fish"), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void commandsAreOfferedWhereTheyCanStand(String shell) throws Exception {
    assertThat(offered(shell, "okx mar")).containsExactly("market");
    assertThat(offered(shell, "okx --json order al")).containsExactly("algo");
    assertThat(offered(shell, "okx --profile main order algo tr")).containsExactly("trail");
    assertThat(offered(shell, "okx market ticker BTC-USDT tick")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void optionsAreTheCommandsOwnAndTheGlobalOnes(String shell) throws Exception {
    assertThat(offered(shell, "okx order place --side buy --red")).containsExactly("--reduceOnly");
    assertThat(offered(shell, "okx order place --js")).containsExactly("--json");
    assertThat(offered(shell, "okx account config --red")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void valuesAreTheWordsOfTheOption(String shell) throws Exception {
    assertThat(offered(shell, "okx order place BTC-USDT --side ")).containsExactly("buy", "sell");
    assertThat(offered(shell, "okx market tickers SW")).containsExactly("SWAP");
    assertThat(offered(shell, "okx --color al")).containsExactly("always");
    assertThat(offered(shell, "okx completion z")).containsExactly("zsh");
    assertThat(offered(shell, "okx order place --sz ")).isEmpty();
  }

  @Test
  void bashCompletesWhatStandsBehindAnEqualsSign() throws Exception {
    assertThat(offered("bash", "okx order place --side=")).containsExactly("buy", "sell");
    assertThat(offered("bash", "okx order place --side=s")).containsExactly("sell");
    assertThat(offered("bash", "okx --config=other.toml --profile=")).containsExactly("elsewhere");
    assertThat(offered("bash", "okx market candles --after 2030-01-01T00:00 E"))
        .containsExactly("ETH-USDT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void profilesAreTheHeadingsOfTheConfigurationFile(String shell) throws Exception {
    assertThat(offered(shell, "okx --profile ")).containsExactly("bot-2", "main");
    assertThat(offered(shell, "okx --config other.toml --profile ")).containsExactly("elsewhere");
    assertThat(offered(shell, "okx --live guard stage --demo-profile b")).containsExactly("bot-2");
    assertThat(offered(shell, "okx --config absent.toml --profile ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void instrumentsAreThoseThatListsHaveShown(String shell) throws Exception {
    assertThat(offered(shell, "okx order place --instId "))
        .containsExactly("BTC-USDT", "DOGE-USDT", "ETH-USDT");
    assertThat(offered(shell, "okx market ticker --json E")).containsExactly("ETH-USDT");
    assertThat(offered(shell, "okx market ticker ETH-USDT B")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "fish"})
  void nothingIsSaidWhereThereIsNothing(String shell) throws Exception {
    Files.delete(home.resolve(".okx/config.toml"));
    Files.delete(home.resolve(".okx/cache/instruments-live"));
    Files.delete(home.resolve(".okx/cache/instruments-demo"));
    assertThat(offered(shell, "okx --profile ")).isEmpty();
    assertThat(offered(shell, "okx market ticker ")).isEmpty();
  }
}
