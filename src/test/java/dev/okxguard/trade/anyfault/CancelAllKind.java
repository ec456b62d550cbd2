package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.CancelSelection;
import dev.okxguard.trade.Cancelled;
import dev.okxguard.trade.Outcome;
import java.util.List;
import java.util.Optional;

/// The cancel of all orders of an instrument, more than one request takes.
final class CancelAllKind implements Kind {
  private static final int RESTING = 23;

  private Optional<Cancelled> last = Optional.empty();

  private String uid = "";

  @Override
  public List<String> writes() {
    return List.of(
        "/trade/cancel-batch-orders", "/trade/cancel-batch-orders", "/trade/cancel-order");
  }

  @Override
  public void stage(Stage stage) {
    uid = stage.desk().uid();
    for (int i = 0; i < RESTING; i++) {
      stage.resting("manual" + i);
    }
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    last = Optional.empty();
    CancelSelection selection =
        new CancelSelection(Optional.of(Orders.PAIR), Optional.empty(), Optional.empty(), false);
    last = Optional.of(process.gateway(uid).cancelAll(selection));
    return List.of();
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {}

  @Override
  public void looked(Stage stage) {
    if (last.isEmpty()) {
      return;
    }
    List<Order> resting =
        stage.clean(process -> process.exchange().pendingOrders()).stream()
            .filter(order -> order.instId().equals(Orders.PAIR))
            .toList();
    if (last.get().complete()) {
      assertThat(resting).as("told to be gone").isEmpty();
    } else if (last.get().unread().isEmpty()) {
      assertThat(last.get().orders())
          .extracting(Order::ordId)
          .as("told to be left")
          .containsAll(resting.stream().map(Order::ordId).toList());
    }
  }

  @Override
  public int most() {
    return 0;
  }

  @Override
  public boolean blocksEntries() {
    return false;
  }
}
