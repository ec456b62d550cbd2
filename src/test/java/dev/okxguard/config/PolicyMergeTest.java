package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy.RequireStop;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The algebra of merging: order and repetition change nothing, and no part can loosen another.
class PolicyMergeTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void mergingIsCommutativeAssociativeAndIdempotent() {
    for (int i = 0; i < 2000; i++) {
      Stated a = stated();
      Stated b = stated();
      Stated c = stated();
      assertThat(texts(a.strictest(b))).as(Seeds.told(seed)).isEqualTo(texts(b.strictest(a)));
      assertThat(texts(a.strictest(b).strictest(c)))
          .as(Seeds.told(seed))
          .isEqualTo(texts(a.strictest(b.strictest(c))));
      assertThat(texts(a.strictest(a))).as(Seeds.told(seed)).isEqualTo(texts(a));
    }
  }

  @Test
  void theMergedPolicyAllowsNothingThatAnyPartForbids() {
    for (int i = 0; i < 2000; i++) {
      Stated a = stated();
      Stated b = stated();
      Stated merged = a.strictest(b);
      for (PolicyKey<?> key : PolicyKeys.enforced()) {
        for (Stated part : List.of(a, b)) {
          if (part.values().containsKey(key.dotted())) {
            assertThat(looser(key, merged.get(key), part.get(key)))
                .as(Seeds.told(seed) + " " + key.dotted())
                .isFalse();
          }
        }
      }
    }
  }

  @Test
  void whatNobodyNamesKeepsItsDefault() {
    Stated merged = Stated.nothing().strictest(Stated.nothing());
    for (PolicyKey<?> key : PolicyKeys.enforced()) {
      assertThat(merged.limit(key).source()).isEqualTo("default");
      assertThat(merged.limit(key).value()).isEqualTo(key.shown(key.fallback()));
    }
  }

  /// What the guard would let through with `merged` but not with `part`, judged here by each key's
  /// meaning and not by the merging code.
  private static boolean looser(PolicyKey<?> key, Object merged, Object part) {
    return switch (merged) {
      case BigDecimal number -> looser(key, number, (BigDecimal) part);
      case Integer number ->
          looser(key, BigDecimal.valueOf(number), BigDecimal.valueOf((Integer) part));
      case Duration delay -> delay.compareTo((Duration) part) < 0;
      case Boolean required -> !required && (Boolean) part;
      case RequireStop stop -> stop.ordinal() < ((RequireStop) part).ordinal();
      case Names names -> NAMES.stream().anyMatch(n -> lets(names, n) && !lets((Names) part, n));
      case AlertKeys.Webhooks hooks ->
          !hooks.urls().containsAll(((AlertKeys.Webhooks) part).urls());
      case AlertKeys.Commands commands ->
          !commands.all().containsAll(((AlertKeys.Commands) part).all());
      case AlertKeys.Kinds kinds -> !kinds.all().containsAll(((AlertKeys.Kinds) part).all());
      default -> throw new AssertionError(key.dotted());
    };
  }

  private static boolean looser(PolicyKey<?> key, BigDecimal merged, BigDecimal part) {
    if (AT_LEAST.contains(key.dotted())) {
      return merged.compareTo(part) < 0;
    }
    if (OFF_AT_ZERO.contains(key.dotted())) {
      return part.signum() != 0 && (merged.signum() == 0 || merged.compareTo(part) > 0);
    }
    return merged.compareTo(part) > 0;
  }

  /// The keys that demand at least so much; all others allow at most so much.
  private static final Set<String> AT_LEAST =
      Set.of(
          "limits.min_cash_ratio",
          "limits.min_reward_risk",
          "limits.duplicate_window_s",
          "breakers.cooldown_minutes",
          "breakers.max_move_minutes",
          "stage.demo_trades",
          "stage.observe_days",
          "stage.probation_trades");

  /// The keys that 0 turns off.
  private static final Set<String> OFF_AT_ZERO =
      Set.of(
          "limits.repeat_limit",
          "breakers.max_consecutive_losses",
          "breakers.max_move",
          "require.reconcile_within_minutes");

  private static final List<String> NAMES = List.of("A-B", "C-D", "E-F", "G-H");

  private static boolean lets(Names names, String name) {
    return names.allowed().isEmpty() || names.allowed().contains(name);
  }

  private Stated stated() {
    Map<String, Sourced<Object>> values = new LinkedHashMap<>();
    for (PolicyKey<?> key : PolicyKeys.enforced()) {
      if (random.nextInt(3) > 0) {
        values.put(key.dotted(), new Sourced<>(value(key.fallback()), "file"));
      }
    }
    return new Stated(values);
  }

  private Object value(Object example) {
    return switch (example) {
      case BigDecimal _ -> BigDecimal.valueOf(random.nextInt(4), random.nextInt(3));
      case Integer _ -> random.nextInt(4);
      case Boolean _ -> random.nextBoolean();
      case Duration _ -> Duration.ofHours(random.nextInt(3));
      case RequireStop _ -> RequireStop.values()[random.nextInt(3)];
      case Names _ ->
          new Names(NAMES.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet()));
      case AlertKeys.Webhooks _ -> new AlertKeys.Webhooks(some(NAMES).map(Secret::new).toList());
      case AlertKeys.Commands _ ->
          new AlertKeys.Commands(
              some(NAMES).map(name -> new AlertCommand(List.of("/notify", name))).toList());
      case AlertKeys.Kinds _ -> AlertKeys.Kinds.of(some(List.of(Alarm.Kind.values())).toList());
      default -> throw new AssertionError(example);
    };
  }

  private <T> Stream<T> some(List<T> all) {
    return all.stream().filter(_ -> random.nextInt(3) == 0);
  }

  private static List<String> texts(Stated stated) {
    return Stream.concat(
            PolicyKeys.enforced().stream().map(key -> stated.limit(key).value()),
            stated.values().keySet().stream().sorted())
        .toList();
  }
}
