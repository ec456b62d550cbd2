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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Three orders of different types in one request, each under an intent id of its own.
final class BatchKind implements Kind {
  private final List<PlaceRequest> requests = new ArrayList<>();

  @Override
  public List<String> writes() {
    return List.of(
        "/trade/batch-orders", "/trade/batch-orders", "/trade/batch-orders", "/trade/order");
  }

  @Override
  public void stage(Stage stage) {
    BigDecimal below = stage.price(Orders.PAIR, "0.985");
    BigDecimal above = stage.price(Orders.PAIR, "1.004");
    requests.add(request(OrdType.LIMIT, "0.0001", Optional.of(below), "k0"));
    requests.add(request(OrdType.MARKET, "12", Optional.empty(), "k1"));
    requests.add(request(OrdType.IOC, "0.0001", Optional.of(above), "k2"));
  }

  private static PlaceRequest request(
      OrdType type, String sz, Optional<BigDecimal> px, String key) {
    return new PlaceRequest(
        new OrderDraft(
            InstType.SPOT,
            Orders.PAIR,
            TdMode.CASH,
            Side.BUY,
            PosSide.NET,
            type,
            new BigDecimal(sz),
            px,
            false,
            "",
            Optional.empty()),
        Optional.of(key));
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return process.gateway().placeAll(requests, _ -> {});
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    List<String> ids = JournalTruth.idsOf(stage, "k" + index);
    Words.ofOneOrder(
        said,
        stage.orders().stream()
            .filter(order -> ids.contains(order.clOrdId()))
            .map(Order::ordId)
            .toList());
  }

  @Override
  public int most() {
    return requests.size();
  }
}
