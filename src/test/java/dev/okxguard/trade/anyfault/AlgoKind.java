package dev.okxguard.trade.anyfault;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.AlgoPlaceRequest;
import dev.okxguard.trade.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One algo order under an intent id: a trigger to buy spot, or a stop of some type under a long
/// position.
final class AlgoKind implements Kind {
  private static final Optional<BigDecimal> MARKET = Optional.of(new BigDecimal("-1"));

  private final AlgoType type;
  private Optional<AlgoPlaceRequest> request = Optional.empty();

  AlgoKind(AlgoType type) {
    this.type = type;
  }

  @Override
  public List<String> writes() {
    return List.of("/trade/order-algo");
  }

  @Override
  public void stage(Stage stage) {
    AlgoDraft draft = type == AlgoType.TRIGGER ? entry(stage) : exit(stage);
    request = Optional.of(new AlgoPlaceRequest(draft, Optional.of("k")));
  }

  private static AlgoDraft entry(Stage stage) {
    Optional<BigDecimal> px = Optional.of(stage.price(Orders.PAIR, "0.99"));
    return new AlgoDraft(
        InstType.SPOT,
        Orders.PAIR,
        TdMode.CASH,
        Side.BUY,
        PosSide.NET,
        AlgoType.TRIGGER,
        Optional.of(new BigDecimal("0.0002")),
        false,
        false,
        "",
        "",
        AttachedStop.NONE,
        px,
        px,
        PriceType.LAST,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private AlgoDraft exit(Stage stage) {
    stage.position(Side.BUY, PosSide.NET, "1", "manual1");
    boolean trails = type == AlgoType.MOVE_ORDER_STOP;
    return new AlgoDraft(
        InstType.SWAP,
        Orders.SWAP,
        TdMode.CROSS,
        Side.SELL,
        PosSide.NET,
        type,
        Optional.of(BigDecimal.ONE),
        true,
        false,
        "",
        "",
        trails ? AttachedStop.NONE : legs(stage),
        Optional.empty(),
        Optional.empty(),
        PriceType.LAST,
        trails ? Optional.of(new BigDecimal("0.03")) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private AttachedStop legs(Stage stage) {
    boolean both = type == AlgoType.OCO;
    return new AttachedStop(
        both ? Optional.of(stage.price(Orders.SWAP, "1.06")) : Optional.empty(),
        both ? MARKET : Optional.empty(),
        Optional.of(stage.price(Orders.SWAP, "0.95")),
        MARKET);
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return List.of(process.gateway().placeAlgo(request.orElseThrow()));
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    List<String> ids = JournalTruth.idsOf(stage, "k");
    Words.ofOneOrder(
        said,
        stage.algos().stream()
            .filter(algo -> ids.contains(algo.algoClOrdId()))
            .map(Algo::algoId)
            .toList());
  }

  @Override
  public int most() {
    return 1;
  }
}
