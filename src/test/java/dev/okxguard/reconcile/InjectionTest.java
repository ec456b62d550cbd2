package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One thing goes wrong on an account that was traded on rightly before: it is found, named once,
/// with its kind, and nothing else is blamed.
class InjectionTest {
  /// A leg that nothing regular touches.
  private static final Leg LEG = new Leg("XRP-USDT-SWAP", TdMode.CROSS, PosSide.NET, "");

  @Test
  void eachWrongIsFoundAndNamedOnce() throws Exception {
    Seed.check(
        (random, _) -> {
          Set<Kind> met = EnumSet.noneOf(Kind.class);
          for (Wrong wrong : Wrong.values()) {
            for (int i = 0; i < 4; i++) {
              check(wrong, random);
            }
            met.add(wrong.kind);
          }
          assertThat(met)
              .contains(Kind.POSITION, Kind.FLIPPED, Kind.GHOST, Kind.UNEXPECTED, Kind.BALANCE)
              .contains(Kind.ORDER_MISSING, Kind.ORDER_FOREIGN, Kind.ORDER_CHANGED)
              .contains(Kind.STOP_STRAY, Kind.STOP_WRONG_SIDE)
              .contains(Kind.POS_MODE, Kind.LEVERAGE, Kind.PERMISSIONS);
        });
  }

  private static void check(Wrong wrong, Random random) {
    World world = new World(PosMode.NET);
    Trader trader = new Trader(world, random);
    times(random.nextInt(10), trader::regular);
    open(world, "2");
    Order waiting = world.order(draft(Side.BUY, "3"), World.By.OURS);
    Algo stop = world.stop(LEG, World.By.OURS);
    Books books = Look.taken(world);
    times(random.nextInt(10), trader::regular);
    wrong.happen(world, waiting, stop);
    times(random.nextInt(10), trader::regular);
    books = Look.counted(world, books);
    List<Difference> drift = Look.drift(world, books);
    List<Difference> named = drift.stream().filter(it -> !fee(it, wrong)).toList();
    assertThat(named).as(wrong.name()).hasSize(1);
    assertThat(named.getFirst().kind()).as(wrong.name()).isEqualTo(wrong.kind);
    assertThat(named.getFirst().severity()).as(wrong.name()).isEqualTo(wrong.severity);
    assertThat(drift).as(wrong.name()).doesNotHaveDuplicates();
    Books after = books.seen(Look.actual(world), Look.demands(world, books));
    assertThat(Look.drift(world, after)).as("once more: %s", wrong).isEqualTo(drift);
    assertThat(Look.drift(world, Look.taken(world)))
        .as("adopted: %s", wrong)
        .allMatch(it -> it.kind() == Kind.STOP_STRAY || it.kind() == Kind.STOP_WRONG_SIDE);
  }

  /// What a foreign trade paid or earned is foreign as well.
  private static boolean fee(Difference it, Wrong wrong) {
    return wrong.trades
        && it.kind() == Kind.BALANCE
        && it.subject().ccy().equals("USDT")
        && it.severity() == wrong.cash();
  }

  private static Draft draft(Side side, String sz) {
    return new Draft(LEG.instId(), TdMode.CROSS, PosSide.NET, side, new BigDecimal(sz));
  }

  private static void open(World world, String sz) {
    trade(world, World.By.OURS, Side.BUY, sz);
  }

  private static void trade(World world, World.By by, Side side, String sz) {
    Order order = world.order(draft(side, sz), by);
    world.fill(order.ordId(), order.sz(), new BigDecimal("51"));
  }

  private static void times(int count, Runnable step) {
    for (int i = 0; i < count; i++) {
      step.run();
    }
  }

  /// What may go wrong with a long of 2, an order to buy 3 and a stop for 2.
  private enum Wrong {
    MORE_BY_HAND(Kind.POSITION, Severity.WARN, true),
    MORE_BY_BOT(Kind.POSITION, Severity.WARN, true),
    MORE_BY_COPY(Kind.POSITION, Severity.HALT, true),
    LESS_BY_LIQUIDATION(Kind.POSITION, Severity.WARN, true),
    LESS_BY_NOBODY(Kind.POSITION, Severity.HALT, false),
    CLOSED_BY_ADL(Kind.GHOST, Severity.WARN, true),
    CLOSED_BY_NOBODY(Kind.GHOST, Severity.HALT, false),
    TURNED_BY_HAND(Kind.FLIPPED, Severity.HALT, true),
    NEW_LEG_OF_NOBODY(Kind.UNEXPECTED, Severity.HALT, false),
    CASH_OF_NOBODY(Kind.BALANCE, Severity.HALT, false),
    CONVERT(Kind.BALANCE, Severity.WARN, false),
    CANCELLED_BY_HAND(Kind.ORDER_MISSING, Severity.WARN, false),
    FORGOTTEN(Kind.ORDER_MISSING, Severity.WARN, false),
    STOP_CANCELLED_BY_HAND(Kind.ORDER_MISSING, Severity.WARN, false),
    FOREIGN_ENTRY(Kind.ORDER_FOREIGN, Severity.HALT, false),
    FOREIGN_STOP(Kind.ORDER_FOREIGN, Severity.WARN, false),
    REPRICED(Kind.ORDER_CHANGED, Severity.HALT, false),
    STOP_MOVED(Kind.ORDER_CHANGED, Severity.WARN, false),
    STRAY(Kind.STOP_STRAY, Severity.HALT, false),
    WRONG_SIDE(Kind.STOP_WRONG_SIDE, Severity.WARN, false),
    HEDGED(Kind.POS_MODE, Severity.HALT, false),
    LEVERED(Kind.LEVERAGE, Severity.HALT, false),
    WITHDRAWING(Kind.PERMISSIONS, Severity.HALT, false),
    READ_ONLY(Kind.PERMISSIONS, Severity.WARN, false);

    private final Kind kind;
    private final Severity severity;
    private final boolean trades;

    Wrong(Kind kind, Severity severity, boolean trades) {
      this.kind = kind;
      this.severity = severity;
      this.trades = trades;
    }

    private Severity cash() {
      return this == MORE_BY_COPY ? Severity.HALT : Severity.WARN;
    }

    private void happen(World world, Order order, Algo stop) {
      switch (this) {
        case MORE_BY_HAND -> trade(world, World.By.HAND, Side.BUY, "1");
        case MORE_BY_BOT -> trade(world, World.By.BOT, Side.BUY, "1");
        case MORE_BY_COPY -> trade(world, World.By.COPY, Side.BUY, "1");
        case LESS_BY_LIQUIDATION ->
            world.seize(LEG, new BigDecimal("0.5"), "partial_liquidation", "5");
        case LESS_BY_NOBODY -> world.legs.merge(LEG, new BigDecimal("-0.5"), BigDecimal::add);
        case CLOSED_BY_ADL -> world.seize(LEG, new BigDecimal("2"), "adl", "9");
        case CLOSED_BY_NOBODY -> {
          world.legs.remove(LEG);
          world.cancelAlgo(stop, World.By.HAND);
        }
        case TURNED_BY_HAND -> trade(world, World.By.HAND, Side.SELL, "5");
        case NEW_LEG_OF_NOBODY -> world.legs.put(Samples.net("SOL-USDT-SWAP"), BigDecimal.ONE);
        case CASH_OF_NOBODY -> world.cash.merge("BTC", new BigDecimal("0.1"), BigDecimal::add);
        case CONVERT -> world.move("27", "BTC", "-0.1", "");
        case CANCELLED_BY_HAND -> world.cancel(order.ordId(), "1", World.By.HAND);
        case FORGOTTEN -> world.orders.remove(order.ordId());
        case STOP_CANCELLED_BY_HAND -> world.cancelAlgo(stop, World.By.HAND);
        case FOREIGN_ENTRY -> world.order(draft(Side.BUY, "1"), World.By.HAND);
        case FOREIGN_STOP -> world.stop(LEG, World.By.HAND);
        case REPRICED -> world.amend(order.ordId(), new BigDecimal("61000"), World.By.HAND);
        case STOP_MOVED -> world.algos.put(stop.algoId(), Drafts.moved(stop, "40000"));
        case STRAY -> world.stopOf(Samples.net("SOL-USDT-SWAP"), Side.SELL, false);
        case WRONG_SIDE -> world.stopOf(LEG, Side.BUY, true);
        case HEDGED -> world.mode = PosMode.LONG_SHORT;
        case LEVERED -> world.levers.put(LEG, new BigDecimal("50"));
        case WITHDRAWING -> world.perm = Set.of("read_only", "trade", "withdraw");
        case READ_ONLY -> world.perm = Set.of("read_only");
      }
    }
  }
}
