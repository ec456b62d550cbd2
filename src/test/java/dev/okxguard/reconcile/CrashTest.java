package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crash at any byte that a run writes loses no fill and counts none twice.
class CrashTest {
  @TempDir Path home;

  @Test
  void anythingCutOffIsCountedAgainAndNothingTwice() throws IOException {
    Scene scene = new Scene(home);
    scene.run();
    scene.buy("20");
    scene.later(Duration.ofHours(20));
    scene.swap(Side.BUY, "2");
    scene.swap(Side.SELL, "1");
    scene.later(Duration.ofHours(1));
    scene.buy("30");
    Path segment = scene.desk.journal().resolve("00000001.ndjson");
    byte[] before = Files.readAllBytes(segment);
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    byte[] after = Files.readAllBytes(segment);
    List<String> filled = scene.filled();
    assertThat(filled).doesNotHaveDuplicates().hasSize(4);
    String held = held(scene);

    for (int length : cuts(before, after)) {
      Files.write(segment, Arrays.copyOf(after, length));
      Report report = scene.run();
      assertThat(report.outcome()).as("cut at " + length).isEqualTo(Report.Outcome.CLEAN);
      assertThat(scene.filled()).as("cut at " + length).containsExactlyInAnyOrderElementsOf(filled);
      assertThat(held(scene)).as("cut at " + length).isEqualTo(held);
    }
  }

  /// Before and behind each line, and in the middle of it.
  private static List<Integer> cuts(byte[] before, byte[] after) {
    Set<Integer> cuts = new TreeSet<>(Set.of(before.length));
    int start = before.length;
    for (int i = before.length; i < after.length; i++) {
      if (after[i] == '\n') {
        cuts.addAll(List.of(start + 1, (start + i) / 2, i, i + 1));
        start = i + 1;
      }
    }
    assertThat(cuts).hasSizeGreaterThan(10);
    return new ArrayList<>(cuts);
  }

  private static String held(Scene scene) {
    var content = scene.records("books").getLast().data().path("content");
    return content.path("cash") + " " + content.path("legs") + content.path("strange");
  }
}
