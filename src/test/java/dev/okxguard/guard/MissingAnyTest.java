package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import dev.okxguard.testing.Seed;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Knowing less never lets an entry through, and never stops what the exchange itself keeps from
/// opening anything.
class MissingAnyTest {
  private static final int RUNS = 60;

  /// What may be unknown: whatever is optional, and any line of a table.
  static List<String> data() {
    Stream<String> optional =
        Arrays.stream(Facts.class.getRecordComponents())
            .filter(part -> part.getType() == Optional.class)
            .map(RecordComponent::getName);
    return Stream.concat(optional, Stream.of("instruments", "marks", "rates", "breakers")).toList();
  }

  @ParameterizedTest
  @MethodSource("data")
  void aDeniedEntryStaysDenied(String datum) throws Exception {
    Seed.check(
        (random, _) -> {
          for (int run = 0; run < RUNS; run++) {
            Scene scene = tight(random);
            Judgement known = scene.judge();
            if (known.entry() && !known.allowed()) {
              Scene blind = without(scene, datum, random);
              assertThat(blind.judge().allowed() && !held(blind))
                  .as("without %s: %s%nwas %s", datum, blind, known.denials())
                  .isFalse();
            }
          }
        });
  }

  @Test
  void whatOnlyReducesPassesWhateverIsMissing() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int run = 0; run < RUNS * 5; run++) {
            Scene exit = exit(random);
            for (String datum : data()) {
              exit = random.nextInt(3) == 0 ? without(exit, datum, random) : exit;
            }
            Judgement judgement = exit.judge();
            assertThat(judgement.denials()).as("%s", exit).isEmpty();
            assertThat(judgement.entry()).as("%s", exit).isFalse();
          }
        });
  }

  @Test
  void onePositionMoreNeverHelpsAnEntryOnItsSide() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int run = 0; run < RUNS * 3; run++) {
            Scene scene = tight(random);
            List<Position> more = new ArrayList<>(scene.facts().positions().orElseThrow());
            more.add(alongside(scene, random));
            Judgement before = scene.judge();
            Judgement after = scene.facts("positions", Optional.of(more)).judge();
            if (before.entry() && !before.allowed()) {
              assertThat(after.allowed() && after.entry()).as("%s and %s", scene, more).isFalse();
            }
          }
        });
  }

  /// Grown on the side of the order, or far away from it.
  private static Position alongside(Scene scene, Random random) {
    int size = 1 + random.nextInt(5);
    boolean here = onItsSide(scene) && random.nextBoolean();
    int signed = here ? size * scene.draft().side().sign() : size;
    Position one = Samples.position(SWAP, PosSide.NET, String.valueOf(signed));
    return here ? one : With.with(one, "mgnMode", TdMode.ISOLATED);
  }

  private static boolean onItsSide(Scene scene) {
    int held =
        scene.facts().positions().orElseThrow().stream()
            .filter(p -> p.instId().equals(SWAP))
            .map(Position::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .signum();
    return scene.draft().instId().equals(SWAP) && held * scene.draft().side().sign() >= 0;
  }

  /// One or two limits that bite.
  private static Scene tight(Random random) {
    Scene scene = new AnyScene(random).rich();
    List<String> keys = List.copyOf(Looseness.KEYS.keySet());
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      String key = keys.get(random.nextInt(keys.size()));
      scene = scene.policy(key, Looseness.KEYS.get(key).any().apply(random));
    }
    return scene;
  }

  private static Scene without(Scene scene, String datum, Random random) {
    return switch (datum) {
      case "instruments" -> scene.facts(datum, less(scene.facts().instruments(), random));
      case "marks" -> scene.facts(datum, less(scene.facts().marks(), random));
      case "breakers" -> scene.facts(datum, List.of());
      case "rates" -> scene.facts(datum, new UsdRates(Map.of()));
      default -> scene.missing(datum);
    };
  }

  private static <T> Map<String, T> less(Map<String, T> all, Random random) {
    Map<String, T> rest = new HashMap<>(all);
    rest.remove(List.copyOf(all.keySet()).get(random.nextInt(all.size())));
    return rest;
  }

  /// Whether OKX itself keeps the order from opening anything.
  private static boolean held(Scene scene) {
    boolean leg = scene.draft().posSide() != PosSide.NET;
    return (scene.draft().reduceOnly() || leg) && scene.draft().stop().isEmpty();
  }

  /// Takes no more off than is held, marked so that OKX knows.
  private static Scene exit(Random random) {
    boolean hedged = random.nextBoolean();
    int held = 1 + random.nextInt(9);
    boolean isLong = random.nextBoolean();
    PosSide leg = hedged ? (isLong ? PosSide.LONG : PosSide.SHORT) : PosSide.NET;
    int signed = hedged || isLong ? held : -held;
    Scene scene =
        Scene.of(Samples.market(SWAP, isLong ? Side.SELL : Side.BUY, "1"))
            .order("posSide", leg)
            .order("reduceOnly", !hedged)
            .order("sz", BigDecimal.valueOf(1 + random.nextInt(held)))
            .config("posMode", hedged ? PosMode.LONG_SHORT : PosMode.NET)
            .positions(Samples.position(SWAP, leg, String.valueOf(signed)));
    for (Map.Entry<String, Looseness.Key> key : Looseness.KEYS.entrySet()) {
      boolean turn = !key.getKey().equals("readOnly") && random.nextBoolean();
      scene = turn ? scene.policy(key.getKey(), key.getValue().any().apply(random)) : scene;
    }
    return scene;
  }
}
