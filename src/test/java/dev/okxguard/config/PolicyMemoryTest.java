package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is looser waits; what is stricter does not.
class PolicyMemoryTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path directory;
  private final Map<String, String> env = new LinkedHashMap<>();
  private Path own;
  private PolicyMemory memory;
  private Instant now = START;

  @BeforeEach
  void places() {
    env.put("HOME", directory.toString());
    own = directory.resolve(".okx/guard.toml");
    memory = new PolicyMemory(directory.resolve("live-1/policy.json"));
  }

  private EffectivePolicy says() {
    return PolicyReader.effective(Home.of(env), env, directory.resolve("etc/guard.toml"));
  }

  private EffectivePolicy enter() {
    return memory.inForce(says(), Optional.of(now), () -> false);
  }

  /// What is in force on the account once the file says that.
  private EffectivePolicy enter(String text) {
    Desk.write(own, text);
    return enter();
  }

  private void pass(String length) {
    now = now.plus(Duration.parse("PT" + length));
  }

  private static String value(EffectivePolicy policy, String key) {
    return policy.limits().stream()
        .filter(limit -> limit.key().equals(key))
        .map(Limit::value)
        .findFirst()
        .orElseThrow();
  }

  private static String size(EffectivePolicy policy) {
    assertThat(policy.policy().problems()).isEmpty();
    return value(policy, "limits.max_order_size");
  }

  @Test
  void theFirstPolicyIsTakenAsItIs() {
    assertThat(size(enter("max_order_size = 5000"))).isEqualTo("5000");
    assertThat(size(enter())).isEqualTo("5000");
    assertThat(enter().waiting()).isEmpty();
  }

  @Test
  void aMissingFileCountsAsSeenWithTheDefaults() {
    assertThat(size(enter())).isEqualTo("100");
    assertThat(size(enter("max_order_size = 5000"))).isEqualTo("100");
  }

  @Test
  void aStricterValueHoldsAtOnceAndIsTheNewMeasure() {
    enter("max_order_size = 50");
    assertThat(size(enter("max_order_size = 20"))).isEqualTo("20");
    assertThat(size(enter("max_order_size = 50"))).isEqualTo("20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sides = ['buy']", "inst_types = ['SPOT']"})
  void whatWasAllowedNowhereWaitsToBeAllowed(String later) {
    String key = later.substring(0, later.indexOf(' '));
    enter(key + " = []");
    assertThat(value(enter(later), "limits." + key)).isEqualTo("(none)");
    assertThat(value(enter(key + " = []"), "limits." + key)).isEqualTo("(none)");
    assertThat(enter().waiting()).isEmpty();
    enter(later);
    pass("24H");
    assertThat(value(enter(), "limits." + key)).isNotEqualTo("(none)");
  }

  @Test
  void aLooserValueHoldsOnceItsTimeHasPassed() {
    enter("max_order_size = 50");
    assertThat(size(enter("max_order_size = 200"))).isEqualTo("50");
    pass("23H59M59.999S");
    assertThat(size(enter())).isEqualTo("50");
    pass("0.001S");
    assertThat(size(enter())).isEqualTo("200");
    assertThat(enter().waiting()).isEmpty();
  }

  @Test
  void whatWaitsIsToldWithItsTimes() {
    enter("max_order_size = 50");
    Waiting waiting = enter("max_order_size = 200").waiting().getFirst();
    assertThat(waiting)
        .isEqualTo(
            new Waiting(
                "limits.max_order_size",
                "200",
                own.toString(),
                Optional.of(START),
                Optional.of(START.plus(Duration.ofHours(24)))));
    assertThat(waiting.name()).isEqualTo("max_order_size");
    assertThat(enter().limits())
        .contains(new Limit("limits.max_order_size", "50", "as seen before"));
  }

  @Test
  void aYetLooserValueStartsItsTimeAnew() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    pass("20H");
    enter("max_order_size = 300");
    pass("5H");
    assertThat(size(enter())).isEqualTo("50");
    pass("19H");
    assertThat(size(enter())).isEqualTo("300");
  }

  @Test
  void aLessLooseValueKeepsItsTime() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    pass("20H");
    enter("max_order_size = 100");
    pass("4H");
    assertThat(size(enter())).isEqualTo("100");
  }

  @Test
  void takingTheLooserValueBackForgetsItsTime() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    pass("20H");
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    pass("5H");
    assertThat(size(enter())).isEqualTo("50");
  }

  @Test
  void removingTheFileIsALooserPolicyToo() throws IOException {
    enter("max_order_size = 50\nmax_leverage = 10");
    Files.delete(own);
    EffectivePolicy policy = enter();
    assertThat(size(policy)).isEqualTo("50");
    assertThat(value(policy, "limits.max_leverage")).isEqualTo("3");
  }

  @Test
  void theDelayInForceCountsAndAShorterOneWaitsItself() {
    enter("max_order_size = 50");
    EffectivePolicy policy = enter("max_order_size = 200\npolicy.loosen_delay = '0s'");
    assertThat(size(policy)).isEqualTo("50");
    assertThat(value(policy, "policy.loosen_delay")).isEqualTo("24h");
    assertThat(policy.waiting()).extracting(Waiting::name).contains("loosen_delay");
    pass("24H");
    assertThat(size(enter())).isEqualTo("200");
    assertThat(size(enter("max_order_size = 300\npolicy.loosen_delay = '0s'"))).isEqualTo("300");
  }

  @Test
  void aLongerDelayHoldsAtOnceAlsoForWhatWaitsAlready() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    enter("max_order_size = 200\npolicy.loosen_delay = '48h'");
    pass("25H");
    assertThat(size(enter())).isEqualTo("50");
    pass("23H");
    assertThat(size(enter())).isEqualTo("200");
  }

  @Test
  void aNamedFileIsLaidOverAndNeverRemembered() {
    enter("max_order_size = 50");
    Desk.write(directory.resolve("tight.toml"), "max_order_size = 5");
    env.put("OKX_GUARD", directory.resolve("tight.toml").toString());
    assertThat(size(enter())).isEqualTo("5");
    env.remove("OKX_GUARD");
    assertThat(size(enter())).isEqualTo("50");
  }

  @Test
  void listsLoosenByWhatTheyAddAndTightenByWhatTheyLack() {
    enter("instruments = ['A-B', 'C-D']");
    EffectivePolicy policy = enter("instruments = ['C-D', 'E-F']");
    assertThat(value(policy, "limits.instruments")).isEqualTo("C-D");
    assertThat(value(enter("instruments = ['E-F']"), "limits.instruments")).isEqualTo("(none)");
    pass("24H");
    assertThat(value(enter(), "limits.instruments")).isEqualTo("E-F");
    assertThat(value(enter("instruments = []"), "limits.instruments")).isEqualTo("E-F");
  }

  @Test
  void withoutTheExchangesClockNothingLoosensAndNothingIsKept() {
    enter("max_order_size = 50");
    Desk.write(own, "max_order_size = 200");
    assertThat(size(memory.inForce(says(), Optional.empty(), () -> false))).isEqualTo("50");
    assertThat(memory.inForce(says(), Optional.empty(), () -> false).waiting().getFirst().since())
        .isEmpty();
    pass("48H");
    assertThat(size(enter())).isEqualTo("50");
  }

  @Test
  void aClockThatJumpsBackIsAProblemAndLoosensNothing() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    now = START.minus(Duration.ofHours(1));
    EffectivePolicy policy = enter();
    assertThat(policy.policy().problems()).hasSize(1);
    assertThat(policy.policy().problems().getFirst()).contains("later than now");
    now = START.minusSeconds(5);
    assertThat(size(enter())).isEqualTo("50");
  }

  @Test
  void aPolicyWithProblemsIsNeverTheFirstSeen() {
    assertThat(enter("max_order_size = 5O").policy().problems()).hasSize(1);
    assertThat(size(enter("max_order_size = 5000"))).isEqualTo("5000");
  }

  @Test
  void problemsNeitherStartNorEndAWait() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    pass("25H");
    EffectivePolicy broken = enter("max_order_size = 200\nmax_oder_size = 1");
    assertThat(value(broken, "limits.max_order_size")).isEqualTo("50");
    assertThat(size(enter("max_order_size = 200"))).isEqualTo("200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"format\":2,\"held\":{}}",
        "{\"format\":1,\"held\":{\"limits.max_order_size\":{\"value\":\"many\"}}}",
        "{\"format\":1,\"held\":{\"limits.max_order_size\":{\"value\":\"-1\"}}}",
        "{\"format\":1,\"held\":{\"limits.max_order_size\":{\"value\":\"1e999\"}}}",
        "{\"format\":1,\"held\":{\"limits.max_order_size\":{\"value\":5}}}",
        "{\"format\":1,\"held\":{\"policy.read_only\":{\"value\":\"\"}}}",
        "{\"format\":1,\"held\":{\"policy.read_only\":{\"value\":\"true\","
            + "\"waiting\":{\"value\":\"false\",\"since\":\"yesterday\"}}}}",
        "{\"format\":1,\"held\":{\"policy.read_only\":{\"value\":\"true\",\"waiting\":{}}}}",
      })
  void aDamagedMemoryIsAProblemUntilAPersonConfirms(String text) throws IOException {
    enter("max_order_size = 50");
    Files.writeString(memory.file(), text);
    assertThat(enter("max_order_size = 200").policy().problems())
        .singleElement()
        .asString()
        .contains(memory.file().toString(), "okx guard limits --loosen");
    assertThat(size(memory.confirm(says()))).isEqualTo("200");
    assertThat(size(enter())).isEqualTo("200");
  }

  @Test
  void aMemoryThatIsGoneIsAProblemOnAnAccountThatHasTraded() throws IOException {
    enter("max_order_size = 50");
    Files.delete(memory.file());
    assertThat(memory.inForce(says(), Optional.of(now), () -> true).policy().problems()).hasSize(1);
    assertThat(memory.file()).doesNotExist();
  }

  @Test
  void aMemoryThatCannotBeReadOrKeptIsAProblem() throws IOException {
    Files.createDirectories(memory.file());
    assertThat(enter().policy().problems()).hasSize(1);
    Files.delete(memory.file());
    Files.createSymbolicLink(memory.file(), memory.file());
    assertThat(enter().policy().problems()).hasSize(1);
    Files.delete(memory.file());
    Files.delete(memory.file().getParent());
    Files.writeString(memory.file().getParent(), "");
    assertThat(enter().policy().problems()).hasSize(1);
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() throws IOException {
    enter("max_order_size = 50.10");
    Files.setLastModifiedTime(memory.file(), java.nio.file.attribute.FileTime.from(START));
    enter("max_order_size = 50.1");
    assertThat(Files.getLastModifiedTime(memory.file()).toInstant()).isEqualTo(START);
    assertThat(Files.getPosixFilePermissions(memory.file())).hasSize(2);
  }

  @Test
  void aPersonConfirmsAtOnceButNotABrokenPolicy() {
    enter("max_order_size = 50");
    enter("max_order_size = 200");
    assertThat(size(memory.confirm(says()))).isEqualTo("200");
    assertThat(size(enter())).isEqualTo("200");
    enter("max_order_size = 300\nnonsense = 1");
    assertThatThrownBy(() -> memory.confirm(says())).isInstanceOf(Fault.class);
  }

  @Test
  void alertsAreNotRemembered() throws IOException {
    enter("[alerts]\nwebhook = 'https://hooks.example/x'\non = ['halt']");
    EffectivePolicy policy = enter("[alerts]\nwebhook = ''");
    assertThat(value(policy, "alerts.webhook")).isEqualTo("none");
    assertThat(policy.waiting()).isEmpty();
    assertThat(Files.readString(memory.file())).doesNotContain("hooks").doesNotContain("alerts");
  }

  @Test
  void everyKeyIsReadBackAsItWasWritten() {
    List<Object> samples = new java.util.ArrayList<>();
    for (PolicyKey<?> key : Memory.keys()) {
      Object value = key.read(key.shown(key.fallback()));
      assertThat(key.same(value, key.fallback())).as(key.dotted()).isTrue();
      samples.add(value);
    }
    assertThat(samples).hasSizeGreaterThan(35);
    Object none = PolicyKeys.INSTRUMENTS.read("(none)");
    assertThat(none).isEqualTo(new Names(java.util.Set.of(Names.NOTHING)));
    for (String length : List.of("0s", "90s", "999999s", "999999m", "999999h", "999999d", "0")) {
      Desk.write(own, "policy.loosen_delay = '" + length + "'");
      Object value = says().declared().files().get(PolicyKeys.LOOSEN_DELAY);
      assertThat(PolicyKeys.LOOSEN_DELAY.read(PolicyKeys.LOOSEN_DELAY.shown(value)))
          .isEqualTo(value);
    }
  }
}
