package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// A list of orders is read as far as what is looked for may stand in it.
class OrderSearchTest {
  private static final Instant SINCE = Samples.START;
  private static final Instant LATER = SINCE.plusSeconds(1);
  private static final Instant EARLIER = SINCE.minusSeconds(1);
  private static final Map<String, String> WANTED =
      Map.of("1", Samples.SWAP, "2", Samples.SWAP, "3", Samples.SWAP, "4", Samples.PAIR);

  private final OrderSearch search = new OrderSearch(WANTED, SINCE, 1);
  private final Predicate<List<Order>> swaps = search.enough(InstType.SWAP);

  private static Order order(String id, Instant created) {
    return Drafts.order(
        new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.BUY, BigDecimal.ONE),
        id,
        "",
        created);
  }

  @Test
  void untilAllOfItsTypeAreFound() {
    assertThat(swaps.test(List.of())).isFalse();
    assertThat(swaps.test(List.of(order("1", LATER), order("9", LATER)))).isFalse();
    assertThat(
            swaps.test(
                List.of(
                    order("1", LATER), order("9", LATER), order("2", LATER), order("3", LATER))))
        .isTrue();
  }

  @Test
  void olderOnesOnlyWhereManyAreMissing() {
    assertThat(swaps.test(List.of(order("1", EARLIER)))).as("two are missing").isFalse();
    assertThat(swaps.test(List.of(order("1", EARLIER), order("2", EARLIER)))).isTrue();
    Predicate<List<Order>> again = new OrderSearch(WANTED, SINCE, 1).enough(InstType.SWAP);
    assertThat(again.test(List.of(order("1", LATER), order("2", SINCE)))).isFalse();
  }

  @Test
  void whatIsInOneListIsNotLookedForInTheOther() {
    Predicate<List<Order>> coins = search.enough(InstType.SPOT);
    assertThat(coins.test(List.of(order("9", LATER)))).isFalse();
    assertThat(search.enough(InstType.MARGIN).test(List.of(order("4", LATER)))).isTrue();
    assertThat(coins.test(List.of(order("9", LATER)))).isTrue();
  }
}
