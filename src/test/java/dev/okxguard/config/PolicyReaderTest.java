package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import dev.okxguard.guard.Policy.RequireStop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
  @TempDir Path directory;
  private final Map<String, String> env = new LinkedHashMap<>();
  private Path system;
  private Path own;
  private Path third;

  @BeforeEach
  void places() {
    env.put("HOME", directory.toString());
    system = directory.resolve("etc/guard.toml");
    own = directory.resolve(".okx/guard.toml");
    third = directory.resolve("third.toml");
  }

  private EffectivePolicy effective() {
    return PolicyReader.effective(Home.of(env), env, system);
  }

  private Policy read() {
    return PolicyReader.read(Home.of(env), env, system);
  }

  private Policy readOwn(String text) {
    Desk.write(own, text);
    return read();
  }

  @Test
  void withoutAnyFileTheDefaultsHold() {
    Policy policy = read();
    assertThat(policy.problems()).isEmpty();
    assertThat(policy.readOnly()).isFalse();
    assertThat(policy.maxOrderSize()).isEqualByComparingTo("100");
    assertThat(policy.maxOrderRatio()).isEqualByComparingTo("0.02");
    assertThat(policy.maxPositionSize()).isEqualByComparingTo("100");
    assertThat(policy.maxTotalRatio()).isEqualByComparingTo("0.30");
    assertThat(policy.maxOpenPositions()).isEqualTo(3);
    assertThat(policy.maxOpenOrders()).isEqualTo(20);
    assertThat(policy.maxDailyTrades()).isEqualTo(20);
    assertThat(policy.maxOrdersPerMinute()).isEqualTo(6);
    assertThat(policy.maxLeverage()).isEqualByComparingTo("3");
    assertThat(policy.minCashRatio()).isEqualByComparingTo("0.50");
    assertThat(policy.priceCollar()).isEqualByComparingTo("0.02");
    assertThat(policy.maxSlippage()).isEqualByComparingTo("0.005");
    assertThat(policy.maxRiskPerTrade()).isEqualByComparingTo("0.01");
    assertThat(policy.minRewardRisk()).isEqualByComparingTo("0");
    assertThat(policy.requireStopLoss()).isEqualTo(RequireStop.DERIVATIVES);
    assertThat(policy.duplicateWindowSeconds()).isEqualTo(10);
    assertThat(policy.repeatLimit()).isEqualTo(5);
    assertThat(policy.instruments()).isEmpty();
    assertThat(policy.instTypes()).containsExactlyInAnyOrder("SPOT", "SWAP", "FUTURES");
    assertThat(policy.sides()).containsExactlyInAnyOrder("buy", "sell");
    assertThat(policy.noWithdrawKey()).isTrue();
    assertThat(policy.ipBinding()).isFalse();
    assertThat(policy.subAccount()).isFalse();
    assertThat(policy.clockSkewMillis()).isEqualTo(5000);
    assertThat(effective().limits())
        .contains(new Limit("limits.max_order_size", "100", "default"))
        .contains(new Limit("breakers.max_drawdown", "0.1", "default"))
        .contains(new Limit("policy.loosen_delay", "24h", "default"));
    assertThat(policy.breakers())
        .isEqualTo(
            new Policy.Breakers(
                new BigDecimal("0.03"), new BigDecimal("0.10"), 3, 60, new BigDecimal("0.08"), 15));
    assertThat(policy.stage())
        .isEqualTo(new Policy.Probation(false, 20, 7, new BigDecimal("10"), 20));
    assertThat(policy.reconcileWithinMinutes()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // key | a | b | stricter of the two, as `guard limits` shows it
        "policy.read_only | true | false | true",
        "limits.max_order_size | 50 | 20.5 | 20.5",
        "limits.max_order_size | 0 | 20 | 0",
        "limits.max_order_ratio | 0.5 | 0.4 | 0.4",
        "limits.max_position_size | 1000 | 2000 | 1000",
        "limits.max_total_ratio | 2.5 | 3 | 2.5",
        "limits.max_open_positions | 7 | 9 | 7",
        "limits.max_open_orders | 70 | 90 | 70",
        "limits.max_daily_trades | 70 | 90 | 70",
        "limits.max_orders_per_minute | 70 | 90 | 70",
        "limits.max_leverage | 10 | 5 | 5",
        "limits.min_cash_ratio | 0.1 | 0.2 | 0.2",
        "limits.min_cash_ratio | 0 | 0.2 | 0.2",
        "limits.price_collar | 0.1 | 0.05 | 0.05",
        "limits.max_slippage | 0.1 | 0.05 | 0.05",
        "limits.max_risk_per_trade | 0.1 | 0.05 | 0.05",
        "limits.min_reward_risk | 1.5 | 2 | 2",
        "limits.require_stop_loss | \"never\" | \"derivatives\" | derivatives",
        "limits.require_stop_loss | \"always\" | \"derivatives\" | always",
        "limits.duplicate_window_s | 0 | 60 | 60",
        "limits.duplicate_window_s | 30 | 60 | 60",
        "limits.repeat_limit | 0 | 9 | 9",
        "limits.repeat_limit | 3 | 9 | 3",
        "limits.repeat_limit | 0 | 0 | 0",
        "limits.instruments | [] | ['BTC-USDT'] | BTC-USDT",
        "limits.instruments | ['BTC-USDT', 'ETH-USDT'] | ['ETH-USDT', 'SOL-USDT'] | ETH-USDT",
        "limits.instruments | ['BTC-USDT'] | ['ETH-USDT'] | (none)",
        "limits.inst_types | ['SPOT', 'OPTION'] | ['OPTION'] | OPTION",
        "limits.sides | ['buy'] | ['sell'] | (none)",
        "limits.sides | [] | ['buy', 'sell'] | (none)",
        "limits.sides | [] | [] | (none)",
        "limits.inst_types | [] | ['SPOT'] | (none)",
        "require.no_withdraw_key | false | true | true",
        "require.no_withdraw_key | false | false | false",
        "require.ip_binding | true | false | true",
        "require.sub_account | true | false | true",
        "require.clock_skew_ms | 9000 | 8000 | 8000",
        "require.clock_skew_ms | 0 | 8000 | 0",
        "require.reconcile_within_minutes | 0 | 30 | 30",
        "require.reconcile_within_minutes | 60 | 30 | 30",
        "policy.loosen_delay | \"1h\" | \"90m\" | 90m",
        "policy.loosen_delay | 0 | \"1s\" | 1s",
        "policy.loosen_delay | \"2d\" | \"47h\" | 48h",
        "limits.max_open_positions | 0 | 9 | 0",
        "limits.max_leverage | 0 | 9 | 0",
        "breakers.max_daily_loss_ratio | 0.1 | 0.05 | 0.05",
        "breakers.max_daily_loss_ratio | 0 | 0.05 | 0",
        "breakers.max_drawdown | 0.3 | 0.2 | 0.2",
        "breakers.max_drawdown | 0 | 0.2 | 0",
        "breakers.max_consecutive_losses | 0 | 7 | 7",
        "breakers.max_consecutive_losses | 4 | 7 | 4",
        "breakers.cooldown_minutes | 0 | 7 | 7",
        "breakers.cooldown_minutes | 90 | 7 | 90",
        "breakers.max_move | 0 | 0.5 | 0.5",
        "breakers.max_move | 0.2 | 0.5 | 0.2",
        "breakers.max_move_minutes | 5 | 30 | 30",
        "stage.enforce | true | false | true",
        "stage.demo_trades | 5 | 30 | 30",
        "stage.observe_days | 5 | 30 | 30",
        "stage.probation_size | 5 | 30 | 5",
        "stage.probation_trades | 5 | 30 | 30",
      })
  void theStrictestOfTwoFilesWinsWhicheverSaysIt(String key, String a, String b, String expected) {
    for (List<String> order : List.of(List.of(a, b), List.of(b, a))) {
      Desk.write(system, line(key, order.get(0)));
      Desk.write(own, line(key, order.get(1)));
      EffectivePolicy effective = effective();
      assertThat(effective.policy().problems()).isEmpty();
      assertThat(effective.limits())
          .filteredOn(limit -> limit.key().equals(key))
          .extracting(Limit::value)
          .containsExactly(expected);
    }
  }

  @Test
  void everyKeyIsShownOnceInTheOrderPeopleReadThem() {
    List<String> shown = effective().limits().stream().map(Limit::key).toList();
    assertThat(shown).doesNotHaveDuplicates().hasSize(PolicyKeys.enforced().size());
    assertThat(shown.stream().map(key -> key.substring(0, key.indexOf('.'))).distinct())
        .containsExactly("policy", "limits", "breakers", "require", "stage", "alerts");
  }

  private static String line(String key, String value) {
    String[] parts = key.split("\\.");
    return "[" + parts[0] + "]\n" + parts[1] + " = " + value + "\n";
  }

  @Test
  void theFileNamedByTheEnvironmentOnlyTightens() {
    Desk.write(own, "[limits]\nmax_order_size = 50\nmax_leverage = 5\n");
    Desk.write(third, "[limits]\nmax_order_size = 500\nmax_leverage = 2\n");
    env.put("OKX_GUARD", "~/third.toml");
    assertThat(read().maxOrderSize()).isEqualByComparingTo("50");
    assertThat(read().maxLeverage()).isEqualByComparingTo("2");
    assertThat(effective().files()).containsExactly(own, third);
    assertThat(effective().limits())
        .contains(new Limit("limits.max_order_size", "50", own.toString()))
        .contains(new Limit("limits.max_leverage", "2", third.toString()));
  }

  @Test
  void theFileNamedByTheEnvironmentLowersWhatAnotherFileRaised() {
    Desk.write(own, "max_order_size = 500\nmin_cash_ratio = 0\nrepeat_limit = 9");
    Desk.write(third, "max_order_size = 400\nmin_cash_ratio = 0.1\nrepeat_limit = 20");
    env.put("OKX_GUARD", third.toString());
    assertThat(effective().limits())
        .contains(new Limit("limits.max_order_size", "400", third.toString()))
        .contains(new Limit("limits.min_cash_ratio", "0.1", third.toString()))
        .contains(new Limit("limits.repeat_limit", "9", own.toString()));
  }

  @Test
  void anIntersectionNamesBothItsSources() {
    Desk.write(system, "instruments = ['A-B', 'C-D']");
    Desk.write(own, "instruments = ['C-D', 'E-F']");
    assertThat(effective().limits())
        .contains(new Limit("limits.instruments", "C-D", system + " and " + own));
  }

  @Test
  void disjointListsAllowNothingRatherThanEverything() {
    Desk.write(system, "instruments = ['A-B']");
    Desk.write(own, "instruments = ['C-D']");
    assertThat(read().instruments()).isEqualTo(Set.of("(none)"));
  }

  @Test
  void noTypeAndNoSideIsNoneAndNoInstrumentIsAll() {
    Policy policy = readOwn("inst_types = []\nsides = []\ninstruments = []");
    assertThat(policy.problems()).isEmpty();
    assertThat(policy.instTypes()).isEqualTo(Set.of("(none)"));
    assertThat(policy.sides()).isEqualTo(Set.of("(none)"));
    assertThat(policy.instruments()).isEmpty();
  }

  @Test
  void theFileNamedByTheEnvironmentOpensNoEmptyList() {
    Desk.write(own, "inst_types = []\nsides = []");
    Desk.write(third, "inst_types = ['SPOT']\nsides = ['buy', 'sell']");
    env.put("OKX_GUARD", third.toString());
    assertThat(effective().limits())
        .contains(new Limit("limits.inst_types", "(none)", own.toString()))
        .contains(new Limit("limits.sides", "(none)", own.toString()));
  }

  @Test
  void aSingleFileMayBeLooserThanTheDefault() {
    assertThat(readOwn("[limits]\nmax_order_size = 5000\n").maxOrderSize())
        .isEqualByComparingTo("5000");
  }

  @Test
  void aFlatFileOfLimitsWorks() {
    Policy policy = readOwn("max_position_size = 70\nmax_daily_trades = 4\nmax_open_positions = 1");
    assertThat(policy.problems()).isEmpty();
    assertThat(policy.maxPositionSize()).isEqualByComparingTo("70");
    assertThat(policy.maxDailyTrades()).isEqualTo(4);
    assertThat(policy.maxOpenPositions()).isEqualTo(1);
  }

  @Test
  void theStricterOfTopLevelAndSectionCounts() {
    assertThat(readOwn("max_leverage = 2\n[limits]\nmax_leverage = 9").maxLeverage())
        .isEqualByComparingTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.07", "'0.07'", "7e-2", "0.070"})
  void decimalsAreTakenAsWritten(String text) {
    assertThat(readOwn("price_collar = " + text).priceCollar()).isEqualByComparingTo("0.07");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_order_size = '100.000000000000000000000001'",
        "max_order_size = 100.000000000000000000000001 # 5",
        "  'max_order_size'  =  1_00.000000000000000000000001",
        "# \u00e9\ud83d\ude00\n"
            + "limits = { max_open_orders = 2, max_order_size = 100.000000000000000000000001 }",
        "[limits]\r\nmax_order_size = +100.000000000000000000000001\r\n",
        "limits.max_order_size = 100000000000000000000000001.0e-24",
      })
  void decimalsKeepEveryDigit(String text) {
    assertThat(readOwn(text).problems()).isEmpty();
    assertThat(readOwn(text).maxOrderSize()).isEqualByComparingTo("100.000000000000000000000001");
  }

  @Test
  void theStrongestPinnedStateDirectoryOverrulesTheEnvironment() {
    env.put("OKX_STATE_DIR", "/elsewhere");
    assertThat(effective().home(Home.of(env)).state()).isEqualTo(Path.of("/elsewhere"));
    Desk.write(own, "[policy]\nstate_dir = '/own'");
    assertThat(effective().home(Home.of(env)).state()).isEqualTo(Path.of("/own"));
    Desk.write(system, "[policy]\nstate_dir = '/pinned'");
    assertThat(effective().home(Home.of(env)).state()).isEqualTo(Path.of("/pinned"));
    Desk.write(system, "[policy]\nstate_dir = ''");
    assertThat(effective().home(Home.of(env)).state()).isEqualTo(Path.of("/own"));
  }

  @Test
  void theDigestFollowsTheValuesAndNothingElse() {
    String defaults = read().digest();
    assertThat(defaults).matches("[0-9a-f]{64}");
    assertThat(readOwn("[limits]\nmax_order_size = 100.0 # as by default\n").digest())
        .isEqualTo(defaults);
    assertThat(readOwn("max_order_size = 99").digest()).isNotEqualTo(defaults);
    assertThat(readOwn("sides = ['sell', 'buy']").digest()).isEqualTo(defaults);
    assertThat(readOwn("sides = ['sell']").digest()).isNotEqualTo(defaults);
  }
}
