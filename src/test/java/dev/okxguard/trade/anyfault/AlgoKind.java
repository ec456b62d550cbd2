package dev.okxguard.trade.anyfault;

import dev.okxguard.model.Algo;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.AlgoPlaceRequest;
import dev.okxguard.trade.Outcome;
import java.util.List;
import java.util.Optional;

/// One algo order under an intent id.
final class AlgoKind implements Kind {
  private Optional<AlgoPlaceRequest> request = Optional.empty();

  @Override
  public List<String> writes() {
    return List.of("/trade/order-algo");
  }

  @Override
  public void stage(Stage stage) {
    String trigger = stage.price(Orders.PAIR, "0.985").toPlainString();
    String price = stage.price(Orders.PAIR, "0.984").toPlainString();
    request = Optional.of(Algos.dip("0.0002", trigger, price, "k"));
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return List.of(process.gateway().placeAlgo(request.orElseThrow()));
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    Words.ofOneOrder(said, Algos.accepted(stage.desk()).stream().map(Algo::algoId).toList());
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public String toString() {
    return "algo";
  }
}
