package dev.okxguard.trade.anyfault;

import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever goes wrong, wherever, for every kind of write: one intent, at most one order, nobody is
/// told otherwise, entries wait while something is unknown, exits never do, and the journal's final
/// word is the exchange's. `-Dfaults.plans=N` tries N plans of each kind.
class AnyFaultTest {
  private static final int PLANS = Integer.getInteger("faults.plans", 3);

  @TempDir Path home;

  static Stream<String> kinds() {
    return Kinds.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneIntentIsAtMostOneOrderAndTheJournalSaysWhich(String name) throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < PLANS; i++) {
            trial(name, i, random, seed);
          }
        });
  }

  private void trial(String name, int number, Random random, long seed) {
    ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
    PaperDesk desk = new PaperDesk(home.resolve("p" + number), time, seed + number);
    Kind kind = Kinds.all().get(name).get();
    List<List<String>> plans =
        List.of(Plans.one(random, kind.writes()), Plans.one(random, kind.writes()));
    Trial trial = new Trial(desk, time, kind);
    try {
      trial.run(plans);
    } catch (Error | RuntimeException e) {
      throw new AssertionError(
          name + ", plan " + number + " " + plans + " said " + trial.told() + ": " + e.getMessage(),
          e);
    }
  }
}
