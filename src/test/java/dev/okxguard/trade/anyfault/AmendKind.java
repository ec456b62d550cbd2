package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.AmendRequest;
import dev.okxguard.trade.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The change of one resting order's size and price, under an intent id.
final class AmendKind implements Kind {
  private static final BigDecimal SIZE = new BigDecimal("0.0003");

  private String ordId = "";
  private BigDecimal price = BigDecimal.ZERO;
  private boolean changedBefore;

  @Override
  public List<String> writes() {
    return List.of("/trade/amend-order");
  }

  @Override
  public void stage(Stage stage) {
    ordId = stage.resting("manual1");
    price = stage.price(Orders.PAIR, "0.985");
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return List.of(
        process
            .gateway()
            .amend(
                new AmendRequest(
                    Orders.PAIR,
                    Optional.of(ordId),
                    Optional.empty(),
                    Optional.of(SIZE),
                    Optional.of(price),
                    false,
                    Optional.of("k"))));
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    Order order = stage.order(ordId).orElseThrow();
    boolean changed = order.sz().compareTo(SIZE) == 0;
    assertThat(order.px().filter(px -> px.compareTo(price) == 0).isPresent())
        .as("size and price change together")
        .isEqualTo(changed);
    switch (said) {
      case Outcome.Accepted _ -> assertThat(changed).as("changed").isTrue();
      case Outcome.NotSent _, Outcome.Rejected _, Outcome.Denied _, Outcome.Halted _ ->
          assertThat(changed).as("changed by what did nothing").isEqualTo(changedBefore);
      case Outcome.Unknown _ -> {}
      case Outcome.Unsafe _, Outcome.Allowed _ ->
          throw new AssertionError("an amendment ended as " + said);
    }
    changedBefore = changed;
  }

  @Override
  public int most() {
    return 0;
  }
}
