package dev.okxguard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Seed;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A looser policy denies nothing that a stricter one allows, key by key and all together; and no
/// key is without effect.
class LooserPolicyTest {
  private static final int RUNS = 40;

  static List<String> keys() {
    return Looseness.KEYS.keySet().stream().toList();
  }

  @Test
  void everyPartOfAPolicyIsTried() {
    assertThat(Looseness.KEYS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Policy.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("digest"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void looseningOneKeyDeniesNothingNew(String component) throws Exception {
    Seed.check(
        (random, _) -> {
          for (int run = 0; run < RUNS; run++) {
            Scene scene = scene(random, 10);
            Scene looser = loosened(scene, component, random);
            assertNothingNew(scene, looser);
          }
        });
  }

  @Test
  void looseningAnyKeysTogetherDeniesNothingNew() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int run = 0; run < RUNS * 5; run++) {
            Scene scene = scene(random, 3);
            Scene looser = scene;
            for (String component : keys()) {
              looser = random.nextBoolean() ? loosened(looser, component, random) : looser;
            }
            assertNothingNew(scene, looser);
          }
        });
  }

  private static void assertNothingNew(Scene strict, Scene loose) {
    Judgement before = strict.judge();
    Judgement after = loose.judge();
    assertThat(before.denials())
        .as("%s%nloosened: %s", strict, loose.policy())
        .extracting(Denial::rule)
        .containsAll(after.denials().stream().map(Denial::rule).toList());
    assertThat(after.entry()).isEqualTo(before.entry());
  }

  /// Loose but for one key in so many.
  private static Scene scene(Random random, int oneIn) {
    Scene scene = new AnyScene(random).rich();
    for (String component : keys()) {
      if (random.nextInt(oneIn) == 0) {
        scene = scene.policy(component, Looseness.KEYS.get(component).any().apply(random));
      }
    }
    return scene;
  }

  private static Scene loosened(Scene scene, String component, Random random) {
    Looseness.Key key = Looseness.KEYS.get(component);
    Object now = read(scene.policy(), component);
    return scene.policy(component, key.looser().apply(now, key.any().apply(random)));
  }

  private static Object read(Policy policy, String component) {
    try {
      return Policy.class.getDeclaredMethod(component).invoke(policy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyDecidesSomeOrder(String component) throws Exception {
    Seed.check(
        (random, seed) ->
            assertThat(decides(component, random)).as("with -Dseed=%d", seed).isTrue());
  }

  /// Whether that key alone denies one of many orders that pass under loose limits.
  private static boolean decides(String component, Random random) {
    Looseness.Key key = Looseness.KEYS.get(component);
    for (int run = 0; run < RUNS * 50; run++) {
      Scene loose = new AnyScene(random).rich();
      Scene strict = loose.policy(component, key.any().apply(random));
      if (loose.judge().allowed() && !strict.judge().allowed()) {
        return true;
      }
    }
    return false;
  }
}
