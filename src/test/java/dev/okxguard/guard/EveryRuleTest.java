package dev.okxguard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule, just inside and just outside, with nothing else against the order: a rule taken out
/// makes its cases fail.
class EveryRuleTest {

  @ParameterizedTest
  @MethodSource("dev.okxguard.guard.Edges#all")
  void passesWhatIsJustInside(Edges.Edge edge) {
    Judgement judgement = edge.inside().judge();

    assertThat(judgement.denials()).isEmpty();
    assertThat(judgement.allowed()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.okxguard.guard.Edges#all")
  void deniesWhatIsJustOutsideByThatRuleAlone(Edges.Edge edge) {
    Judgement judgement = edge.outside().judge();

    assertThat(judgement.denials()).extracting(Denial::code).containsExactly(edge.code());
    Denial denial = judgement.denials().getFirst();
    assertThat(denial.rule()).isEqualTo(edge.rule());
    assertThat(denial.limit()).isNotBlank();
    assertThat(denial.message()).isNotBlank();
    assertThat(judgement.checks())
        .filteredOn(c -> c.verdict().equals("denied"))
        .extracting(Judgement.Check::rule)
        .containsExactly(edge.rule());
  }

  @ParameterizedTest
  @MethodSource("dev.okxguard.guard.Edges#all")
  void withoutTheRuleWhatIsJustOutsideWouldGo(Edges.Edge edge) {
    assertThat(denials(edge.outside(), Rules.ALL.stream())).hasSize(1);
    assertThat(
            denials(edge.outside(), Rules.ALL.stream().filter(r -> !r.name().equals(edge.rule()))))
        .isEmpty();
  }

  private static List<Denial> denials(Scene scene, Stream<Rule> rules) {
    OrderRequest request = new OrderRequest(scene.draft(), false);
    Exposure exposure = ExposureOf.of(scene.draft(), scene.facts());
    Situation order = new Situation(request, scene.facts(), scene.policy(), exposure);
    Verdicts verdicts = new Verdicts(exposure.entry(), scene.policy());
    rules.forEach(rule -> verdicts.take(rule, () -> rule.look(order)));
    return verdicts.denials();
  }

  @Test
  void everyRuleHasItsEdges() {
    assertThat(Edges.all().map(Edges.Edge::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream().map(Rule::name).toList());
  }

  @Test
  void bindingAndSubAccountMatterOnlyWhereMoneyIsReal() {
    Scene loose =
        Scene.buying("1")
            .policy("ipBinding", true)
            .policy("subAccount", true)
            .config("ip", List.of())
            .config("mainUid", "7");

    assertThat(loose.judge().denials()).hasSize(2);
    assertThat(loose.facts("environment", Environment.DEMO).judge().allowed()).isTrue();
    assertThat(loose.facts("environment", Environment.PAPER).judge().allowed()).isTrue();
  }
}
