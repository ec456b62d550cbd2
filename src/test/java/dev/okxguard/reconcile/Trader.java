package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Does random things in a world: those that are ours or the exchange's regular business, and those
/// that are neither.
final class Trader {
  private static final List<String> CONTRACTS =
      List.of(Samples.SWAP, Samples.COIN_SWAP, Samples.FUTURE);

  private static final List<String> SOURCES = List.of("20", "32", "14", "13", "31", "22", "7", "0");

  private final World world;
  private final Random random;
  private boolean delivered;

  Trader(World world, Random random) {
    this.world = world;
    this.random = random;
  }

  static World world(Random random) {
    return new World(random.nextBoolean() ? PosMode.NET : PosMode.LONG_SHORT);
  }

  /// Something that is ours or regular.
  void regular() {
    pass();
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> trade(World.By.OURS);
      case 4 -> rest();
      case 5, 6 -> progress();
      case 7 -> ourCancel();
      case 8 -> ourAmend();
      case 9 -> stop();
      case 10 -> fire();
      case 11 -> world.move("8", pick(List.of("USDT", "ETH")), amount(), Samples.SWAP);
      case 12 ->
          world.move(pick(List.of("7", "22", "34")), pick(List.of("USDT", "BTC")), amount(), "");
      case 13 -> world.move("1", pick(List.of("USDT", "BTC", "DOGE")), amount(), "");
      case 14 -> exchangeCancel();
      default -> deliver();
    }
  }

  /// Something that is neither; what it was.
  void foreign() {
    pass();
    switch (random.nextInt(6)) {
      case 0 -> trade(World.By.HAND);
      case 1 -> trade(World.By.BOT);
      case 2 -> trade(World.By.COPY);
      case 3 -> seize();
      case 4 ->
          world.move(pick(List.of("27", "30", "99")), pick(List.of("USDT", "BTC")), amount(), "");
      default -> spot(World.By.HAND);
    }
  }

  private void pass() {
    world.pass(random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(400_000));
  }

  private void trade(World.By by) {
    if (random.nextInt(3) == 0) {
      spot(by);
      return;
    }
    fillSome(world.order(contract(), by));
  }

  private void spot(World.By by) {
    Side side = pick(List.of(Side.values()));
    Draft draft = new Draft(Samples.PAIR, TdMode.CASH, PosSide.NET, side, new BigDecimal("0.3"));
    fillSome(world.order(draft, by));
  }

  /// Wholly or in part; the rest of a part is cancelled by whoever it is.
  private void fillSome(Order order) {
    BigDecimal part = order.sz().divide(BigDecimal.valueOf(3));
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      world.fill(order.ordId(), part, price());
      world.pass(random.nextInt(3));
    }
    if (parts < 3) {
      world.cancel(order.ordId(), "14", World.By.HAND);
    }
  }

  private Draft contract() {
    List<String> open = delivered ? CONTRACTS.subList(0, 2) : CONTRACTS;
    String instId = pick(open);
    TdMode mode = random.nextInt(4) == 0 ? TdMode.ISOLATED : TdMode.CROSS;
    BigDecimal sz = BigDecimal.valueOf(3L * (1 + random.nextInt(4))).movePointLeft(1);
    if (world.mode == PosMode.NET) {
      return new Draft(instId, mode, PosSide.NET, pick(List.of(Side.values())), sz);
    }
    PosSide side = random.nextBoolean() ? PosSide.LONG : PosSide.SHORT;
    Side opens = side == PosSide.LONG ? Side.BUY : Side.SELL;
    Leg leg = new Leg(instId, mode, side, "");
    BigDecimal held = world.legs.getOrDefault(leg, BigDecimal.ZERO).abs();
    boolean close = held.compareTo(sz) >= 0 && random.nextBoolean();
    return new Draft(instId, mode, side, close ? opens.opposite() : opens, sz);
  }

  private void rest() {
    Order order = world.order(contract(), World.By.OURS);
    if (opens(order) && random.nextBoolean()) {
      world.attach(order.ordId());
    }
  }

  private boolean opens(Order order) {
    return order.posSide() == PosSide.NET
        || (order.side() == Side.BUY) == (order.posSide() == PosSide.LONG);
  }

  private void progress() {
    live().stream()
        .filter(this::opens)
        .findAny()
        .ifPresent(o -> world.fill(o.ordId(), o.sz().divide(BigDecimal.valueOf(3)), price()));
  }

  /// Whether it touches that instrument.
  private boolean trades(String instId) {
    return CONTRACTS.contains(instId) && !(delivered && instId.equals(Samples.FUTURE));
  }

  private List<Order> live() {
    return world.orders.values().stream()
        .filter(o -> !o.state().isFinal() && world.ours().gave(o.clOrdId()))
        .filter(o -> trades(o.instId()))
        .toList();
  }

  private void ourCancel() {
    live().stream().findFirst().ifPresent(o -> world.cancel(o.ordId(), "1", World.By.OURS));
  }

  private void exchangeCancel() {
    live().stream()
        .findFirst()
        .ifPresent(o -> world.cancel(o.ordId(), pick(SOURCES), World.By.HAND));
  }

  private void ourAmend() {
    live().stream().findFirst().ifPresent(o -> world.amend(o.ordId(), price(), World.By.OURS));
  }

  private void stop() {
    for (Map.Entry<Leg, BigDecimal> it : world.legs.entrySet()) {
      if (it.getValue().signum() != 0 && trades(it.getKey().instId())) {
        world.stop(it.getKey(), World.By.OURS);
        return;
      }
    }
  }

  private void fire() {
    for (Algo algo : List.copyOf(world.algos.values())) {
      BigDecimal held = world.legs.getOrDefault(Leg.of(algo), BigDecimal.ZERO).abs();
      boolean fits = algo.sz().filter(sz -> sz.compareTo(held) <= 0).isPresent();
      if (algo.state() == AlgoState.LIVE && fits && trades(algo.instId())) {
        Order order = world.fire(algo);
        world.fill(order.ordId(), order.sz(), price());
        return;
      }
    }
  }

  private void deliver() {
    if (delivered || random.nextInt(4) != 0) {
      return;
    }
    delivered = true;
    world.orders.values().stream()
        .filter(o -> o.instId().equals(Samples.FUTURE) && o.state() != OrderState.FILLED)
        .filter(o -> !o.state().isFinal())
        .map(Order::ordId)
        .toList()
        .forEach(id -> world.cancel(id, "7", World.By.HAND));
    world.deliver(Samples.FUTURE, random.nextBoolean());
  }

  private void seize() {
    for (Map.Entry<Leg, BigDecimal> it : Map.copyOf(world.legs).entrySet()) {
      if (it.getValue().signum() != 0) {
        boolean adl = random.nextBoolean();
        String category = adl ? "adl" : "partial_liquidation";
        world.seize(it.getKey(), new BigDecimal("0.1"), category, adl ? "9" : "5");
        return;
      }
    }
  }

  private BigDecimal price() {
    return BigDecimal.valueOf(600_000 + random.nextInt(9_000)).movePointLeft(1);
  }

  private String amount() {
    return BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, 8).toPlainString();
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
