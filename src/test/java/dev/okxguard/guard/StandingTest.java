package dev.okxguard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Seed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said without an order is what every order would meet.
class StandingTest {
  private static final int RUNS = 300;

  static Stream<Edges.Edge> ofTheAccount() {
    Set<String> names =
        Rules.ALL.stream()
            .filter(rule -> rule instanceof AccountRule)
            .map(Rule::name)
            .collect(Collectors.toSet());
    return Edges.all().filter(edge -> names.contains(edge.rule()));
  }

  private static List<Denial> standing(Scene scene) {
    return new Guard().standing(scene.facts(), scene.policy());
  }

  @ParameterizedTest
  @MethodSource("ofTheAccount")
  void everyRuleAboutTheAccountSpeaksWithoutAnOrder(Edges.Edge edge) {
    if (edge.inside().judge().entry()) {
      assertThat(standing(edge.inside())).isEmpty();
    }
    assertThat(standing(edge.outside())).isEqualTo(edge.outside().judge().denials());
  }

  @Test
  void theHeartbeatTheClocksTheKeyAndThePaceAreAmongThem() {
    assertThat(ofTheAccount().map(Edges.Edge::rule))
        .contains(
            "heartbeat",
            "clock_skew_ms",
            "clock_backwards",
            "ip_binding",
            "sub_account",
            "no_withdraw_key",
            "cooldown_minutes",
            "max_daily_trades",
            "max_orders_per_minute",
            "max_open_orders",
            "trading_state",
            "account_mode",
            "reconcile_within_minutes",
            "stage");
  }

  @Test
  void whatStandsWithoutAnOrderStandsAgainstAnyEntry() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int run = 0; run < RUNS; run++) {
            Scene scene = new AnyScene(random).rich();
            Judgement judgement = scene.judge();
            if (judgement.entry()) {
              assertThat(judgement.denials())
                  .as("%s", scene)
                  .extracting(Denial::code)
                  .containsAll(standing(scene).stream().map(Denial::code).toList());
            }
          }
        });
  }
}
