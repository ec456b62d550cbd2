package dev.okxguard.cli.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The committed scripts in the shells they are for, as far as this machine has them.
final class RealShellTest {
  private static final String KEY = "k-5d2f-secret";

  /// Splits each line as readline does, where `=` and `:` are words of their own.
  private static final String BASH =
      """
      source "$1"
      for typed in "${@:2}"; do
        line=${typed//=/ = }
        line=${line//:/ : }
        read -ra COMP_WORDS <<<"$line"
        [[ $typed == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _okx
        [[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
        echo .
      done
      """;

  private static final String ZSH =
      Path.of("src/test/resources/shells/words.zsh").toAbsolutePath().toString();

  private static final String FISH =
      """
      source $argv[1]
      for line in $argv[2..]
          complete -C $line
          echo .
      end
      """;

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

  /// The words that shell offers at the end of each line, once each and sorted.
  private List<String> offered(String shell, String... lines) throws Exception {
    List<String> command =
        new ArrayList<>(
            switch (shell) {
              case "bash" -> List.of("--norc", "-c", BASH, "bash", script("okx.bash"));
              case "zsh" -> List.of("-f", ZSH, Path.of("completions").toAbsolutePath().toString());
              default -> List.of("--no-config", "-c", FISH, script("okx.fish"));
            });
    command.addFirst(program(shell));
    command.addAll(List.of(lines));
    String[] said = run(command).split("(?m)^\\.\n", -1);
    assertThat(said).as(String.join("", said)).hasSize(lines.length + 1);
    return Stream.of(said).limit(lines.length).map(RealShellTest::words).toList();
  }

  private static String words(String said) {
    return said.lines()
        .map(it -> it.split("\t", 2)[0])
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String program(String shell) {
    Optional<Path> program =
        Stream.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
            .map(directory -> Path.of(directory, shell))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "no " + shell + " here");
    return program.get().toString();
  }

  private String run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", home.toString(), "LC_ALL", "C", "TERM", "dumb", "PATH", "/usr/bin:/bin"));
    Process process = builder.directory(home.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).doesNotContain(KEY);
    assertThat(home.resolve("ran")).doesNotExist();
    return said;
  }

  private static String script(String name) {
    return Path.of("completions", name).toAbsolutePath().toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void commandsOptionsAndWordsAreOfferedWhereTheyCanStand(String shell) throws Exception {
    assertThat(
            offered(
                shell,
                "okx mar",
                "okx --json order al",
                "okx --profile main order algo tr",
                "okx reconcile ad",
                "okx market ticker BTC-USDT tick",
                "okx order place --side buy --red",
                "okx order place --js",
                "okx account config --red",
                "okx order place BTC-USDT --side ",
                "okx market tickers SW",
                "okx --color al",
                "okx order place --sz "))
        .containsExactly(
            "market",
            "algo",
            "trail",
            "adopt",
            "",
            "--reduceOnly",
            "--json",
            "",
            "buy sell",
            "SWAP",
            "always",
            "");
  }

  @Test
  void bashCompletesWhatStandsBehindAnEqualsSignAndAColon() throws Exception {
    assertThat(
            offered(
                "bash",
                "okx order place --side=",
                "okx order place --side=s",
                "okx --config=other.toml --profile=",
                "okx market candles --after 2030-01-01T00:00 E"))
        .containsExactly("buy sell", "sell", "elsewhere", "ETH-USDT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void profilesAreHeadingsOfTheFileAndInstrumentsThoseThatListsHaveShown(String shell)
      throws Exception {
    assertThat(
            offered(
                shell,
                "okx --profile ",
                "okx --config other.toml --profile ",
                "okx --live guard stage --demo-profile b",
                "okx --config absent.toml --profile ",
                "okx order place --instId ",
                "okx --json market ticker --json E",
                "okx market ticker ETH-USDT B"))
        .containsExactly(
            "bot-2 main", "elsewhere", "bot-2", "", "BTC-USDT DOGE-USDT ETH-USDT", "ETH-USDT", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void nothingIsSaidWhereThereIsNothing(String shell) throws Exception {
    Files.delete(home.resolve(".okx/config.toml"));
    Files.delete(home.resolve(".okx/cache/instruments-live"));
    Files.delete(home.resolve(".okx/cache/instruments-demo"));
    assertThat(offered(shell, "okx --profile ", "okx market ticker ")).containsExactly("", "");
  }
}
