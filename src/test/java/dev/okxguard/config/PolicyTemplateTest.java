package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written is what is read.
class PolicyTemplateTest {
  @TempDir Path home;
  private final Map<String, String> env = new LinkedHashMap<>();

  @BeforeEach
  void places() {
    env.put("HOME", home.toString());
  }

  private EffectivePolicy read(String text) {
    Desk.write(home.resolve(".okx/guard.toml"), text);
    return PolicyReader.effective(Home.of(env), env, home.resolve("none"));
  }

  @Test
  void withoutAnswersItSaysEveryDefault() {
    String text = PolicyTemplate.text(Map.of());
    EffectivePolicy policy = read(text);
    assertThat(policy.policy().problems()).isEmpty();
    for (PolicyKey<?> key : PolicyKeys.enforced()) {
      Limit limit = policy.declared().files().limit(key);
      assertThat(limit.value()).as(key.dotted()).isEqualTo(key.shown(key.fallback()));
      assertThat(limit.source()).as(key.dotted()).endsWith("guard.toml");
      assertThat(PolicyComments.of(key)).as(key.dotted()).isNotBlank();
    }
    assertThat(text.lines()).allMatch(line -> line.length() <= 110);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits.max_order_size | 250.5 | 250.5",
        "limits.max_order_size |  70  | 70",
        "limits.max_daily_trades | 7 | 7",
        "breakers.max_daily_loss_ratio | 0.05 | 0.05",
        "limits.inst_types | SPOT,SWAP | SPOT SWAP",
        "limits.inst_types | SPOT, OPTION | OPTION SPOT",
        "limits.require_stop_loss | always | always",
        "policy.loosen_delay | 48h | 48h",
        "require.ip_binding | true | true",
        "alerts.webhook | https://hooks.example/x?a=b | ****",
      })
  void answersComeBackAsTheyWereGiven(String key, String answer, String value) {
    assertThat(PolicyTemplate.problem(key, answer)).isEmpty();
    EffectivePolicy policy = read(PolicyTemplate.text(Map.of(key, answer)));
    assertThat(policy.policy().problems()).isEmpty();
    assertThat(policy.limits()).anyMatch(it -> it.key().equals(key) && it.value().equals(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limits.max_order_size | 1e999",
        "limits.max_order_size | -1",
        "limits.max_order_size | nan",
        "limits.max_order_size | 0x10",
        "limits.max_order_size | 10,000",
        "limits.max_order_size | ''",
        "limits.max_order_size | 5 # and more",
        "limits.max_order_size | \u0661\u0660",
        "limits.max_daily_trades | 1.5",
        "breakers.max_daily_loss_ratio | 3",
        "limits.inst_types | spot",
        "limits.inst_types | SPOT\"]",
        "limits.require_stop_loss | sometimes",
        "alerts.webhook | http://hooks.example/x",
        "require.ip_binding | yes",
      })
  void whatNoPolicyMaySayIsAnsweredWithWhy(String key, String answer) {
    assertThat(PolicyTemplate.problem(key, answer)).isPresent();
  }

  @Test
  void noAnswerBreaksOutOfItsLine() {
    assertThat(PolicyTemplate.problem("alerts.webhook", "https://x.example/\"\n[limits]\nmax=1"))
        .isPresent();
  }
}
