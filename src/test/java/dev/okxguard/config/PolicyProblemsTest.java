package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What makes a policy untrustworthy, and that the rest of it still counts.
class PolicyProblemsTest {
  @TempDir Path directory;
  private final Map<String, String> env = new LinkedHashMap<>();
  private Path system;
  private Path own;

  @BeforeEach
  void places() {
    env.put("HOME", directory.toString());
    system = directory.resolve("etc/guard.toml");
    own = directory.resolve(".okx/guard.toml");
  }

  private Policy read() {
    return PolicyReader.read(Home.of(env), env, system);
  }

  private Policy readOwn(String text) {
    Desk.write(own, text);
    return read();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_order_size = -1",
        "max_order_size = nan",
        "max_order_size = inf",
        "max_order_size = -inf",
        "max_order_size = true",
        "max_order_size = 'a lot'",
        "max_order_size = '1e3'",
        "max_order_size = '1,000'",
        "max_order_size = 1e300",
        "max_order_size = [100]",
        "max_order_size = 2026-01-01",
        "max_open_positions = 1.5",
        "max_open_positions = 3000000000",
        "max_open_positions = 99999999999999999999",
        "price_collar = 2",
        "max_slippage = 1.01",
        "min_cash_ratio = 50",
        "require_stop_loss = 'allways'",
        "require_stop_loss = true",
        "instruments = 'BTC-USDT'",
        "instruments = ['btc-usdt']",
        "instruments = ['BTC-*']",
        "instruments = ['(none)']",
        "instruments = [1]",
        "inst_types = ['spot']",
        "sides = ['long']",
        "max_oder_size = 5",
        "limits = 5",
        "read_only = true",
        "[policy]\nread_only = 'true'",
        "[policy]\nstate_dir = 'here'",
        "[policy]\nstate_dir = '~/state'",
        "[require]\nclock_skew_ms = -1",
        "[limit]\nmax_order_size = 5",
        "[limits.max_order_size]\nx = 1",
        "[[limits]]\nmax_order_size = 5",
        "[limits]\nmax_order_size = 5\nmax_order_size = 6",
        "[limits]\nmax_order_size = ",
        "[stage]\ndemo_trades = 'x'",
        "[stage]\nenforce = 1",
        "[stage]\nobserve_days = 1.5",
        "[stage]\nprobation_size = 'ten'",
        "[stage]\nprobation_trades = -1",
        "[policy]\nloosen_delay = 24",
        "[policy]\nloosen_delay = '1w'",
        "[policy]\nloosen_delay = '-1h'",
        "[policy]\nloosen_delay = '1.5h'",
        "[policy]\nloosen_delay = '9999999h'",
        "[policy]\nloosen_delay = true",
        "[breakers]\nmax_daily_loss_ratio = 3",
        "[breakers]\nmax_drawdown = 10",
        "[breakers]\nmax_consecutive_losses = 0.5",
        "[breakers]\ncooldown_minutes = '1h'",
        "[breakers]\nmax_move = -0.1",
        "[breakers]\nmax_move_minutes = []",
        "[breakers]\nmax_daily_loss = 0.03",
        "[require]\nreconcile_within_minutes = 'often'",
        "[require]\nsub_account = 'yes'",
        "[alerts]\non = ['everything']",
        "[alerts]\non = ['test']",
        "[alerts]\non = 'halt'",
        "[alerts]\nwebhook = 'http://hooks.example/x'",
        "[alerts]\nwebhook = 'http://127.0.0.1.hooks.example/x'",
        "[alerts]\nwebhook = 'ftp://hooks.example/x'",
        "[alerts]\nwebhook = 'hooks.example/x'",
        "[alerts]\nwebhook = 'https://user:pw@hooks.example/x'",
        "[alerts]\nwebhook = 'https://hooks.example/x#y'",
        "[alerts]\nwebhook = 'https:///x'",
        "[alerts]\nwebhook = 'https://hooks.example/a b'",
        "[alerts]\nwebhook = ['https://hooks.example/x']",
        "[alerts]\ncommand = '/usr/bin/notify'",
        "[alerts]\ncommand = ['notify']",
        "[alerts]\ncommand = ['./notify']",
        "[alerts]\ncommand = ['~/notify']",
        "[alerts]\ncommand = ['/usr/bin/notify', 5]",
        "[alerts]\nwebhooks = 'https://hooks.example/x'",
      })
  void whatCannotBeUsedIsAProblemThatNamesItsPlace(String text) {
    Policy policy = readOwn(text);
    assertThat(policy.problems()).hasSize(1);
    assertThat(policy.problems().getFirst()).startsWith(own + ", line ").contains(", column ");
  }

  @Test
  void aMistypedKeyIsAnsweredWithTheNearestOne() {
    assertThat(readOwn("[limits]\n\n  max_oder_size = 5").problems())
        .containsExactly(
            own
                + ", line 3, column 3: limits.max_oder_size: unknown key; did you mean"
                + " max_order_size?");
  }

  @Test
  void aProblemInOneKeyOrFileLeavesTheOthersInForce() {
    Desk.write(system, "[limits]\nmax_order_size = 5\nmax_leverage = 'x'");
    Desk.write(own, "not toml");
    Policy policy = read();
    assertThat(policy.problems()).hasSize(2);
    assertThat(policy.maxOrderSize()).isEqualByComparingTo("5");
    assertThat(policy.maxLeverage()).isEqualByComparingTo("3");
  }

  @Test
  void aFileThatIsThereButCannotBeReadIsAProblem() throws Exception {
    Files.createDirectories(own);
    assertThat(read().problems()).hasSize(1);
    Files.delete(own);
    Files.createSymbolicLink(own, directory.resolve("gone"));
    assertThat(read().problems()).hasSize(1);
    Files.delete(own);
    Files.write(own, new byte[] {'a', (byte) 0xff});
    assertThat(read().problems()).containsExactly(own + " is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere/guard.toml", ""})
  void theFileNamedByTheEnvironmentMustExist(String name) {
    env.put("OKX_GUARD", name);
    assertThat(read().problems()).hasSize(1);
    assertThat(read().problems().getFirst()).startsWith("OKX_GUARD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[require]\nreconcile_within_minutes = 0",
        "[stage]\nenforce = false\ndemo_trades = 20\nobserve_days = 7\nprobation_size = 10",
        "[policy]\nloosen_delay = '0h'",
        "[policy]\nloosen_delay = 0",
        "[alerts]\nwebhook = ''\ncommand = []\non = []",
        "[breakers]",
      })
  void aKnownKeyThatIsOffAsksForNothing(String text) {
    assertThat(readOwn(text).problems()).isEmpty();
  }
}
