package dev.okxguard.trade.anyfault;

import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One order under an intent id.
final class PlaceKind implements Kind {
  private final OrdType type;
  private final String factor;
  private Optional<PlaceRequest> request = Optional.empty();

  /// @param factor of the last price, for orders with a price
  PlaceKind(OrdType type, String factor) {
    this.type = type;
    this.factor = factor;
  }

  @Override
  public List<String> writes() {
    return List.of("/trade/order");
  }

  @Override
  public void stage(Stage stage) {
    boolean priced = type != OrdType.MARKET;
    request =
        Optional.of(
            new PlaceRequest(
                new OrderDraft(
                    InstType.SPOT,
                    Orders.PAIR,
                    TdMode.CASH,
                    Side.BUY,
                    PosSide.NET,
                    type,
                    new BigDecimal(priced ? "0.0002" : "20"),
                    priced ? Optional.of(stage.price(Orders.PAIR, factor)) : Optional.empty(),
                    false,
                    "",
                    Optional.empty()),
                Optional.of("k")));
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return List.of(process.gateway().place(request.orElseThrow()));
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    List<String> ours =
        stage.orders().stream()
            .filter(order -> order.clOrdId().startsWith("okg"))
            .filter(order -> order.side() == Side.BUY)
            .map(Order::ordId)
            .toList();
    Words.ofOneOrder(said, ours);
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public String toString() {
    return type + " " + factor;
  }
}
