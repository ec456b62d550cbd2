package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrangeTest {
  private static Strange.Item item(int second, String id, String amount) {
    Instant at = Samples.START.plusSeconds(second);
    return new Strange.Item(at, Whose.HAND, id, new BigDecimal(amount));
  }

  @Test
  void theFillsOfOneOrderAreOneChange() {
    Strange strange =
        Strange.NOTHING
            .plus(item(1, "order 1", "2"))
            .plus(item(2, "order 2", "5"))
            .plus(item(3, "order 1", "0.5"));
    assertThat(strange.newest())
        .containsExactly(item(2, "order 2", "5"), item(3, "order 1", "2.5"));
    assertThat(strange.plus(item(0, "order 2", "-1")).newest())
        .containsExactly(item(2, "order 2", "4"), item(3, "order 1", "2.5"));
  }

  @Test
  void whoDidItTellsChangesApart() {
    Instant at = Samples.START;
    Strange strange =
        Strange.NOTHING
            .plus(new Strange.Item(at, Whose.HAND, "order 1", BigDecimal.ONE))
            .plus(new Strange.Item(at, Whose.ADL, "order 1", BigDecimal.ONE));
    assertThat(strange.newest()).hasSize(2);
    assertThat(strange.by(Whose.ADL)).isTrue();
    assertThat(strange.by(Whose.COPY)).isFalse();
  }

  @Test
  void theNewestTwentyAreKeptAndTheRestIsSummedUp() {
    Strange strange = Strange.NOTHING;
    for (int i = 1; i <= 23; i++) {
      strange = strange.plus(item(i, "order " + i, Integer.toString(i)));
      assertThat(strange.sum()).isEqualByComparingTo(BigDecimal.valueOf(i * (i + 1L) / 2));
    }
    assertThat(strange.newest()).hasSize(Strange.KEPT);
    assertThat(strange.newest().getFirst()).isEqualTo(item(4, "order 4", "4"));
    assertThat(strange.rest()).isEqualByComparingTo("6");
    assertThat(strange.more()).isEqualTo(3);
    assertThat(strange.others()).containsExactly(Whose.HAND);
  }

  @Test
  void whoseItWasIsRememberedEvenWhenItIsSummedUp() {
    Instant first = Samples.START.minusSeconds(1);
    Strange strange =
        Strange.NOTHING.plus(new Strange.Item(first, Whose.COPY, "order 0", BigDecimal.ONE));
    for (int i = 1; i <= 20; i++) {
      strange = strange.plus(item(i, "order " + i, "1"));
    }
    assertThat(strange.newest()).extracting(Strange.Item::whose).containsOnly(Whose.HAND);
    assertThat(strange.by(Whose.COPY)).isTrue();
    assertThat(strange.by(Whose.ADL)).isFalse();
  }

  @Test
  void whatComesLateIsPutInItsPlace() {
    Strange strange = Strange.NOTHING.plus(item(5, "b", "1")).plus(item(1, "a", "1"));
    assertThat(strange.newest()).extracting(Strange.Item::id).containsExactly("a", "b");
    assertThat(strange.plus(item(5, "a2", "1")).newest())
        .extracting(Strange.Item::id)
        .containsExactly("a", "a2", "b");
  }

  @ParameterizedTest
  @EnumSource(Whose.class)
  void everyWordComesBack(Whose whose) {
    assertThat(Whose.of(whose.word())).contains(whose);
    assertThat(whose.phrase()).startsWith("by ");
    assertThat(whose.expected()).isEqualTo(whose == Whose.OURS || whose == Whose.SYSTEM);
    assertThat(Whose.of("nobody")).isEmpty();
  }
}
