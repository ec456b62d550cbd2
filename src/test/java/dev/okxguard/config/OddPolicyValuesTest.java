package dev.okxguard.config;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values, names and paths that somebody might try, none of which raises a limit.
@Timeout(value = 20, unit = SECONDS)
class OddPolicyValuesTest {
  @TempDir Path directory;
  private final Map<String, String> env = new LinkedHashMap<>();
  private Path own;
  private Path named;

  @BeforeEach
  void places() {
    env.put("HOME", directory.toString());
    own = directory.resolve(".okx/guard.toml");
    named = directory.resolve("named.toml");
    Desk.write(own, "max_order_size = 50");
  }

  private EffectivePolicy effective(Optional<Path> userHome) {
    return PolicyReader.effective(Home.of(env, userHome), env, directory.resolve("etc/guard.toml"));
  }

  private Policy read() {
    return effective(Optional.empty()).policy();
  }

  private Policy readNamed(String path) {
    env.put("OKX_GUARD", path);
    return read();
  }

  private static void stillFifty(Policy policy) {
    assertThat(policy.maxOrderSize()).isEqualByComparingTo("50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999",
        "-1e999",
        "nan",
        "+inf",
        "0x10000",
        "0o777",
        "1_000_",
        "10,000",
        "'\u0661\u0660\u0660\u0660'",
        "'\uff11\uff10\uff10\uff10'",
        "'1 000'",
        "'1_000'",
        "'NaN'",
        "'Infinity'",
        "'0x1p9'",
        "'1e3'",
        "'+1000'",
        "'1000d'",
        "''",
        "99999999999999999999999999999999999999999999999999",
      })
  void oddNumbersDenyEntriesOrMeanWhatTheySay(String text) {
    Desk.write(own, "max_order_size = 50\n[limits]\nmax_position_size = " + text);
    Policy policy = read();
    boolean hex = text.equals("0x10000") || text.equals("0o777");
    assertThat(policy.problems().isEmpty()).as(policy.problems().toString()).isEqualTo(hex);
    if (hex) {
      stillFifty(policy);
    }
  }

  @Test
  void aTinyNumberIsNoBurden() {
    Desk.write(own, "max_position_size = 1e-999999999");
    assertThat(read().maxPositionSize()).isLessThanOrEqualTo(BigDecimal.valueOf(100));
  }

  @ParameterizedTest
  @CsvSource({"-0, 0", "-0.0, 0", "0e0, 0", "1_000, 1000", "1e3, 1000", "1000.0, 1000"})
  void theNumbersOfTomlMeanWhatTomlSays(String text, String value) {
    Desk.write(own, "max_position_size = " + text);
    assertThat(read().problems()).isEmpty();
    assertThat(read().maxPositionSize()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uff22\uff34\uff23-USDT",
        "BTC\u2010USDT",
        "BTC-USDT\u200f",
        "\u0130NJ-USDT",
        "\u0131nj-usdt",
        "BTC-USDT ",
        "BTC-USDT\u0000",
        "B\u0422C-USDT",
        "BTC--USDT",
        "(none)",
        "all",
      })
  void namesInOtherLettersAreNoInstruments(String name) {
    Desk.write(own, "instruments = [\"" + name.replace("\u0000", "\\u0000") + "\"]");
    assertThat(read().problems()).hasSize(1);
  }

  @Test
  void anInstrumentIsNamedAsOkxNamesIt() {
    Desk.write(own, "instruments = ['BTC-USD_UM-SWAP', 'BTC-USD-261225-90000-C']");
    assertThat(read().problems()).isEmpty();
    assertThat(read().instruments())
        .containsExactlyInAnyOrder("BTC-USD_UM-SWAP", "BTC-USD-261225-90000-C");
  }

  @Test
  void aNamedFileThatIsLooserChangesNothing() {
    Desk.write(named, "max_order_size = 5000\nread_only = false");
    stillFifty(readNamed(named.toString()));
  }

  @Test
  void aNamedFileMovesNoState() {
    Desk.write(named, "[policy]\nstate_dir = '/elsewhere'");
    readNamed(named.toString());
    assertThat(effective(Optional.empty()).stateDir()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/dev/null", "/dev/zero", "/dev/stdin", "/proc/self/environ", "."})
  void whatIsNoPolicyFileDeniesEntriesAndHangsNobody(String path) {
    Policy policy = readNamed(path);
    stillFifty(policy);
    assertThat(policy.problems()).isNotEmpty();
  }

  @Test
  void aPipeHangsNobody() throws Exception {
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(readNamed(pipe.toString()).problems()).hasSize(1);
    env.remove("OKX_GUARD");
    Files.delete(own);
    Files.move(pipe, own);
    assertThat(read().problems()).hasSize(1);
  }

  @Test
  void aLoopOfLinksDeniesEntries() throws IOException {
    Path loop = directory.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    assertThat(readNamed(loop.toString()).problems()).hasSize(1);
    Files.delete(own);
    Files.createSymbolicLink(own, loop);
    assertThat(read().problems()).hasSize(2);
  }

  @Test
  void aMovedHomeRaisesNoLimitThatTheOwnerWrote() {
    Path other = directory.resolve("other");
    Desk.write(
        other.resolve(".okx/guard.toml"),
        "max_order_size = 5000\nmax_leverage = 50\n"
            + "min_cash_ratio = 0.9\n[policy]\nstate_dir = '/elsewhere'");
    env.put("HOME", other.toString());
    EffectivePolicy policy = effective(Optional.of(directory));
    stillFifty(policy.policy());
    assertThat(policy.policy().maxLeverage()).isEqualByComparingTo("3");
    assertThat(policy.policy().minCashRatio()).isEqualByComparingTo("0.9");
    assertThat(policy.stateDir()).isEmpty();
    Home home = Home.of(env, Optional.of(directory));
    assertThat(home.unmoved()).isEqualTo(directory.resolve(".okx/state"));
    assertThat(home.state()).isEqualTo(other.resolve(".okx/state"));
  }

  @Test
  void aMovedHomeIsAsGoodAsAnyWhereTheOwnerWroteNothing() throws IOException {
    Path other = directory.resolve("other");
    Desk.write(other.resolve(".okx/guard.toml"), "max_order_size = 5000");
    env.put("HOME", other.toString());
    Files.delete(own);
    assertThat(effective(Optional.of(directory)).policy().maxOrderSize())
        .isEqualByComparingTo("5000");
    Files.createDirectories(directory.resolve(".okx/state/live-1/HALT"));
    Home home = Home.of(env, Optional.of(directory));
    assertThat(home.unmoved()).isEqualTo(directory.resolve(".okx/state"));
  }

  @Test
  void theSameHomeByAnotherNameIsNoOther() throws IOException {
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, directory);
    env.put("HOME", link.toString());
    assertThat(Home.of(env, Optional.of(directory)).owners()).isEmpty();
    assertThat(Home.of(env, Optional.of(Path.of("relative"))).owners()).isEmpty();
  }
}
