package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.some;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuardWriteTest {
  private final GuardWrite guard = new GuardWrite();
  private final Policy policy = Samples.policy();
  private final Facts facts = Samples.facts(Samples.SWAP);

  @Test
  void readOnlyRefusesACancelAndNothingElseDoes() {
    Policy broken = With.with(policy, "problems", List.of("unknown key"));

    assertThat(guard.judgeWrite(broken)).isEmpty();
    assertThat(guard.judgeWrite(With.with(policy, "readOnly", true)))
        .extracting(Denial::code)
        .containsExactly("READ_ONLY");
  }

  @Test
  void leverageUpToTheLimitIsAllowed() {
    assertThat(guard.judgeLeverage(num("10"), facts.leverage(), policy)).isEmpty();
    assertThat(guard.judgeLeverage(num("10.01"), facts.leverage(), policy))
        .extracting(Denial::code)
        .containsExactly("MAX_LEVERAGE");
    assertThat(guard.judgeLeverage(num("0"), facts.leverage(), policy))
        .extracting(Denial::code)
        .containsExactly("MAX_LEVERAGE");
  }

  @Test
  void raisingLeverageNeedsASoundPolicyLoweringDoesNot() {
    Policy broken = With.with(policy, "problems", List.of("unknown key"));

    assertThat(guard.judgeLeverage(num("5.1"), facts.leverage(), broken))
        .extracting(Denial::code)
        .containsExactly("POLICY_PROBLEM");
    assertThat(guard.judgeLeverage(num("5"), facts.leverage(), broken)).isEmpty();
    Facts unknown = With.with(facts, "leverage", java.util.Optional.empty());
    assertThat(guard.judgeLeverage(num("2"), unknown.leverage(), broken)).hasSize(1);
  }

  @Test
  void loweringToMoreThanTheLimitIsStillTooMuch() {
    Facts high = With.with(facts, "leverage", some("50"));

    assertThat(guard.judgeLeverage(num("20"), high.leverage(), policy))
        .extracting(Denial::code)
        .containsExactly("MAX_LEVERAGE");
  }

  @Test
  void everyReasonAgainstALeverageIsNamed() {
    Policy closed =
        With.with(With.with(policy, "readOnly", true), "problems", List.of("first", "second"));

    assertThat(guard.judgeLeverage(num("11"), facts.leverage(), closed))
        .extracting(Denial::code)
        .containsExactly("READ_ONLY", "POLICY_PROBLEM", "POLICY_PROBLEM", "MAX_LEVERAGE");
  }

  @Test
  void howPositionsAreKeptChangesOnlyUnderASoundPolicy() {
    Policy broken = With.with(policy, "problems", List.of("unknown key"));

    assertThat(guard.judgeMode(policy)).isEmpty();
    assertThat(guard.judgeMode(broken)).extracting(Denial::code).containsExactly("POLICY_PROBLEM");
    assertThat(guard.judgeMode(policy.asReadOnly()))
        .extracting(Denial::code)
        .containsExactly("READ_ONLY");
  }
}
