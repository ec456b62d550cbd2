package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Environment;
import dev.okxguard.testing.ManualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A client id says whose it is, and no two are alike.
class IdsTest {
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final Ids demo = ids(Environment.DEMO);

  private Ids ids(Environment environment) {
    return new Ids(environment, time, new Random(7));
  }

  @Test
  void anIdIsOfItsEnvironmentAndOfNoOther() {
    String id = demo.next().text();
    assertThat(id).matches("okgd[0-9a-z]{21}");
    assertThat(Ids.ours(id, Environment.DEMO)).isTrue();
    assertThat(Ids.ours(id, Environment.LIVE)).isFalse();
    assertThat(Ids.ours(id, Environment.PAPER)).isFalse();
    assertThat(Ids.ours("x" + id, Environment.DEMO)).isFalse();
    assertThat(ids(Environment.LIVE).next().text()).startsWith("okgl");
  }

  @Test
  void ofAThousandInOneMomentNoTwoAreAlike() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(demo.next("7", i % 2 == 0 ? Optional.of("k") : Optional.empty()).text());
    }
    assertThat(seen).hasSize(1000).allMatch(id -> id.length() == 25);
  }

  @Test
  void anIdCarriesTheMarkOfTheCallersOwnOnThatAccount() {
    String id = demo.next("7", Optional.of("k")).text();
    assertThat(Ids.marked(id, "7", "k")).isTrue();
    assertThat(Ids.marked(id, "7", "l")).isFalse();
    assertThat(Ids.marked(id, "8", "k")).isFalse();
    assertThat(Ids.marked("abc" + id.substring(3), "7", "k")).isFalse();
    assertThat(Ids.marked(demo.next("7", Optional.empty()).text(), "7", "k")).isFalse();
    time.advance(Duration.ofDays(400));
    assertThat(Ids.marked(demo.next("7", Optional.of("k")).text(), "7", "k")).isTrue();
  }
}
