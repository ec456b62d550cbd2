package dev.okxguard.reconcile;

import static dev.okxguard.reconcile.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What went wrong elsewhere, as reconcile tells it.
class IncidentsTest {
  private static final Leg NET = Samples.net(Samples.SWAP);
  private static final Leg LONG = new Leg(Samples.SWAP, TdMode.CROSS, PosSide.LONG, "");
  private static final Leg SHORT = new Leg(Samples.SWAP, TdMode.CROSS, PosSide.SHORT, "");

  private final World world = new World(PosMode.NET);

  @Test
  void twoProcessesOpenedThePositionTwice() {
    Books books = Look.taken(world);
    trade(World.By.OURS, NET, Side.BUY, "2");
    trade(World.By.COPY, NET, Side.BUY, "2");
    Difference twice = leg(books);
    assertThat(twice.kind()).isEqualTo(Kind.POSITION);
    assertThat(twice.severity()).isEqualTo(Severity.HALT);
    assertThat(twice.expected()).isEqualTo("2");
    assertThat(twice.actual()).isEqualTo("4");
    assertThat(twice.explanation())
        .startsWith("2 bought by another copy of okx-guard, or by this one with a lost journal");
  }

  @Test
  void aCloseByHandAfterOurCloseOpenedTheReverse() {
    trade(World.By.OURS, NET, Side.BUY, "2");
    Books books = Look.taken(world);
    trade(World.By.OURS, NET, Side.SELL, "2");
    trade(World.By.HAND, NET, Side.SELL, "2");
    Difference reverse = leg(books);
    assertThat(reverse.kind()).isEqualTo(Kind.UNEXPECTED);
    assertThat(reverse.severity()).isEqualTo(Severity.HALT);
    assertThat(reverse.actual()).isEqualTo("-2");
    assertThat(reverse.explanation()).startsWith("2 sold by hand in the app");
  }

  @Test
  void aCloseByHandThatWasTooLargeTurnedThePosition() {
    trade(World.By.OURS, NET, Side.BUY, "2");
    Books books = Look.taken(world);
    trade(World.By.HAND, NET, Side.SELL, "3");
    assertThat(leg(books).kind()).isEqualTo(Kind.FLIPPED);
    assertThat(leg(books).severity()).isEqualTo(Severity.HALT);
  }

  @Test
  void aStopSurvivedItsPositionAndWouldOpenTheReverse() {
    trade(World.By.OURS, NET, Side.BUY, "2");
    Algo stop = world.stopOf(NET, Side.SELL, false);
    Books books = Look.taken(world);
    trade(World.By.OURS, NET, Side.SELL, "2");
    world.algos.put(stop.algoId(), Drafts.in(stop, AlgoState.LIVE, world.now));
    assertThat(Look.drift(world, Look.counted(world, books)))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_STRAY))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HALT))
        .satisfies(it -> assertThat(it.subject().id()).isEqualTo(stop.algoId()));
  }

  @Test
  void aCloseInHedgeModeTookOneLegOnly() {
    world.mode = PosMode.LONG_SHORT;
    trade(World.By.OURS, LONG, Side.BUY, "2");
    trade(World.By.OURS, SHORT, Side.SELL, "2");
    Declared flat = Declared.parse("[]");
    trade(World.By.OURS, LONG, Side.SELL, "2");
    assertThat(Declared.compare(flat, Look.actual(world), Samples.demands(Ours.NOTHING)))
        .singleElement()
        .satisfies(it -> assertThat(it.subject()).isEqualTo(Subject.leg(SHORT)))
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.UNEXPECTED))
        .satisfies(it -> assertThat(it.actual()).isEqualTo("-2"));
  }

  @Test
  void aLongAndAShortOfTheSameSizeAreNotFlat() {
    world.mode = PosMode.LONG_SHORT;
    Books books = Look.taken(world);
    trade(World.By.HAND, LONG, Side.BUY, "2");
    trade(World.By.HAND, SHORT, Side.SELL, "2");
    assertThat(legs(books))
        .extracting(Difference::subject)
        .containsExactly(Subject.leg(LONG), Subject.leg(SHORT));
  }

  @Test
  void aPositionVanishedInALiquidationNobodySaw() {
    trade(World.By.OURS, NET, Side.BUY, "2");
    Books books = Look.taken(world);
    Order seized = world.seize(NET, num("2"), "full_liquidation", "5");
    Difference ghost = leg(books);
    assertThat(ghost.kind()).isEqualTo(Kind.GHOST);
    assertThat(ghost.severity()).isEqualTo(Severity.WARN);
    assertThat(ghost.explanation())
        .isEqualTo("2 sold by liquidation: order " + seized.ordId() + ", 00:00:00Z");
  }

  @Test
  void aPhantomPositionIsHeldAgainstBothSides() {
    trade(World.By.OURS, NET, Side.BUY, "2");
    Books books = Look.taken(world);
    world.legs.clear();
    world.legs.put(Samples.net(Samples.COIN_SWAP), num("1"));
    assertThat(legs(books))
        .extracting(Difference::kind, Difference::severity)
        .containsExactly(tuple(Kind.GHOST, Severity.HALT), tuple(Kind.UNEXPECTED, Severity.HALT));
  }

  @Test
  void aStopThatWasRefusedWhenItFiredLeavesThePositionBare() {
    trade(World.By.OURS, NET, Side.BUY, "2");
    Algo stop = world.stop(NET, World.By.OURS);
    Books books = Look.taken(world);
    world.algos.put(stop.algoId(), Drafts.in(stop, AlgoState.ORDER_FAILED, world.now));
    Demands bare = Look.demands(world, books);
    Demands demands =
        new Demands(
            Samples.policy(Policy.RequireStop.DERIVATIVES),
            bare.open(),
            bare.pins(),
            bare.ours(),
            bare.gone(),
            bare.goneAlgos());
    assertThat(Comparison.between(books, Look.actual(world), demands))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_MISSING))
        .satisfies(it -> assertThat(it.explanation()).contains("its order was refused"));
  }

  private void trade(World.By by, Leg leg, Side side, String sz) {
    Draft draft = new Draft(leg.instId(), leg.mgnMode(), leg.posSide(), side, num(sz));
    world.fill(world.order(draft, by).ordId(), num(sz), num("60000"));
  }

  private List<Difference> legs(Books books) {
    return Look.drift(world, Look.counted(world, books)).stream()
        .filter(it -> it.subject().leg().isPresent())
        .toList();
  }

  private Difference leg(Books books) {
    List<Difference> legs = legs(books);
    assertThat(legs).hasSize(1);
    return legs.getFirst();
  }
}
