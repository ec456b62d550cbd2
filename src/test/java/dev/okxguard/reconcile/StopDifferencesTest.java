package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Attachment;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Stops are where positions are, cover them, and are nowhere else.
class StopDifferencesTest {
  private static final Leg NET = Samples.net(Samples.SWAP);
  private static final Leg LONG = leg(PosSide.LONG);
  private static final Leg SHORT = leg(PosSide.SHORT);

  private final World world = new World(PosMode.NET);

  @ParameterizedTest
  @CsvSource({"2", "-2"})
  void aPositionWithoutAStopIsDangerousWhereStopsAreDemanded(String pos) {
    world.legs.put(NET, new BigDecimal(pos));
    assertThat(found(Policy.RequireStop.DERIVATIVES))
        .containsExactly(
            new Difference(
                Kind.STOP_MISSING,
                Severity.HALT,
                Subject.leg(NET),
                "stops for 2",
                "none",
                "no stop of ours on it is known to be gone"));
    assertThat(found(Policy.RequireStop.ALWAYS)).hasSize(1);
    assertThat(found(Policy.RequireStop.NEVER)).isEmpty();
  }

  @ParameterizedTest(name = "stop for {0} of 2, {1}: {2}")
  @CsvSource({
    "2, LIVE, ''",
    "3, LIVE, ''",
    "1.9, LIVE, STOP_SHORT",
    "2, PAUSE, STOP_MISSING",
    "2, PARTIALLY_EFFECTIVE, STOP_MISSING",
  })
  void onlyStopsThatWatchCover(String sz, AlgoState state, String kind) {
    world.legs.put(NET, new BigDecimal("2"));
    Algo stop = stop(NET, Side.SELL, sz, true);
    world.algos.put(stop.algoId(), Drafts.in(stop, state, world.now));
    if (kind.isEmpty()) {
      assertThat(found(Policy.RequireStop.DERIVATIVES)).isEmpty();
    } else {
      assertThat(kinds(found(Policy.RequireStop.DERIVATIVES))).containsExactly(Kind.valueOf(kind));
    }
  }

  @Test
  void stopsOnOneLegAddUp() {
    world.legs.put(NET, new BigDecimal("2"));
    stop(NET, Side.SELL, "1.5", true);
    assertThat(found(Policy.RequireStop.DERIVATIVES))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_SHORT))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HALT))
        .satisfies(it -> assertThat(it.expected()).isEqualTo("stops for 2"))
        .satisfies(it -> assertThat(it.actual()).isEqualTo("stops for 1.5"));
    stop(NET, Side.SELL, "0.5", true);
    assertThat(found(Policy.RequireStop.DERIVATIVES)).isEmpty();
  }

  @Test
  void oneThatClosesEverythingCoversEverything() {
    world.legs.put(NET, new BigDecimal("2"));
    Algo stop = stop(NET, Side.SELL, "1", true);
    world.algos.put(stop.algoId(), Drafts.closingAll(stop));
    assertThat(found(Policy.RequireStop.DERIVATIVES)).isEmpty();
  }

  @ParameterizedTest(name = "{0} of 2 from an order with {1}: {2}")
  @CsvSource({"2, STOP, INFO", "1.9, STOP, HALT", "2, FAILED, HALT", "2, PROFIT, HALT"})
  void anOrderThatIsStillFillingBringsItsStop(String filled, String attached, Severity severity) {
    world.legs.put(NET, new BigDecimal("2"));
    filling(Side.BUY, filled, attached);
    assertThat(found(Policy.RequireStop.DERIVATIVES))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_MISSING))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(severity));
  }

  @Test
  void anOrderThatClosesBringsNoStop() {
    world.legs.put(NET, new BigDecimal("2"));
    filling(Side.SELL, "2", "STOP");
    assertThat(found(Policy.RequireStop.DERIVATIVES))
        .anySatisfy(it -> assertThat(it.severity()).isEqualTo(Severity.HALT));
  }

  private void filling(Side side, String filled, String attached) {
    AttachedStop stop =
        new AttachedStop(
            attached.equals("PROFIT") ? Optional.of(new BigDecimal("90000")) : Optional.empty(),
            Optional.empty(),
            attached.equals("PROFIT") ? Optional.empty() : Optional.of(new BigDecimal("50000")),
            Optional.empty(),
            PriceType.LAST,
            PriceType.LAST);
    Attachment carried =
        new Attachment("", stop, Optional.empty(), attached.equals("FAILED") ? "51000" : "");
    Drafts.Shape shape = new Drafts.Shape("normal", "", "", List.of(carried), false);
    Order order = Drafts.order(draft(NET, side, "3"), "77", "", world.now, shape);
    world.orders.put(
        "77",
        Drafts.progressed(
            order, OrderState.PARTIALLY_FILLED, new BigDecimal(filled), "", world.now));
  }

  @Test
  void aTakeProfitOrATriggerIsNoStop() {
    world.legs.put(NET, new BigDecimal("2"));
    world.algo(Drafts.trigger(draft(NET, Side.SELL, "2"), world.id(), "", world.now));
    assertThat(kinds(found(Policy.RequireStop.DERIVATIVES))).containsExactly(Kind.STOP_MISSING);
  }

  @Test
  void eachLegNeedsItsOwn() {
    world.mode = PosMode.LONG_SHORT;
    world.legs.put(LONG, new BigDecimal("2"));
    world.legs.put(SHORT, new BigDecimal("-1"));
    stop(LONG, Side.SELL, "2", false);
    assertThat(found(Policy.RequireStop.DERIVATIVES))
        .singleElement()
        .satisfies(it -> assertThat(it.subject()).isEqualTo(Subject.leg(SHORT)));
    stop(SHORT, Side.BUY, "1", false);
    assertThat(found(Policy.RequireStop.DERIVATIVES)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}, reduce-only {3}: {4}")
  @CsvSource({
    "NET, 2, BUY, false, HALT",
    "NET, 2, BUY, true, WARN",
    "NET, -2, SELL, false, HALT",
    "NET, -2, SELL, true, WARN",
    "LONG, 2, BUY, true, HALT",
    "SHORT, -2, SELL, false, HALT",
  })
  void aStopOnTheSideThatAddsIsNamed(
      PosSide posSide, String pos, Side side, boolean reduceOnly, Severity severity) {
    Leg leg = leg(posSide);
    world.legs.put(leg, new BigDecimal(pos));
    Algo stop = stop(leg, side, "1", reduceOnly);
    assertThat(found(Policy.RequireStop.NEVER))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_WRONG_SIDE))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(severity))
        .satisfies(it -> assertThat(it.subject()).isEqualTo(Subject.order(leg, stop.algoId())))
        .satisfies(it -> assertThat(it.expected()).isEqualTo(side.opposite().word()))
        .satisfies(
            it ->
                assertThat(it.explanation().contains("may open"))
                    .isEqualTo(severity == Severity.HALT));
  }

  @ParameterizedTest
  @CsvSource({"true, WARN", "false, HALT"})
  void aStopThatSurvivedItsPositionIsAStray(boolean reduceOnly, Severity severity) {
    Algo stop = stop(NET, Side.SELL, "1", reduceOnly);
    assertThat(found(Policy.RequireStop.NEVER))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_STRAY))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(severity))
        .satisfies(it -> assertThat(it.actual()).isEqualTo("sell 1 at 50000"))
        .satisfies(it -> assertThat(it.subject().id()).isEqualTo(stop.algoId()));
  }

  @Test
  void aStopAheadOfItsEntryIsNoStray() {
    stop(NET, Side.SELL, "1", true);
    Order entry = world.order(draft(NET, Side.BUY, "1"), World.By.OURS);
    assertThat(found(Policy.RequireStop.NEVER)).isEmpty();
    world.orders.put(entry.ordId(), Drafts.reducing(entry, true));
    assertThat(kinds(found(Policy.RequireStop.NEVER))).containsExactly(Kind.STOP_STRAY);
    world.orders.clear();
    world.order(draft(NET, Side.SELL, "1"), World.By.OURS);
    assertThat(kinds(found(Policy.RequireStop.NEVER))).containsExactly(Kind.STOP_STRAY);
    world.orders.clear();
    world.order(draft(Samples.net(Samples.COIN_SWAP), Side.BUY, "1"), World.By.OURS);
    assertThat(kinds(found(Policy.RequireStop.NEVER))).containsExactly(Kind.STOP_STRAY);
  }

  @Test
  void aStopAheadOfATriggerIsNoStrayButTwoStopsDoNotExcuseEachOther() {
    stop(NET, Side.SELL, "1", true);
    stop(NET, Side.BUY, "1", true);
    assertThat(kinds(found(Policy.RequireStop.NEVER)))
        .containsExactly(Kind.STOP_STRAY, Kind.STOP_STRAY);
    world.algos.clear();
    stop(NET, Side.SELL, "1", true);
    world.algo(Drafts.trigger(draft(NET, Side.BUY, "1"), world.id(), "", world.now));
    assertThat(found(Policy.RequireStop.NEVER)).isEmpty();
  }

  @Test
  void aStopThatIsPausedOrOfSpotIsNoStray() {
    Algo stop = stop(NET, Side.SELL, "1", true);
    world.algos.put(stop.algoId(), Drafts.in(stop, AlgoState.PAUSE, world.now));
    Leg spot = new Leg(Samples.PAIR, TdMode.CASH, PosSide.NET, "");
    stop(spot, Side.SELL, "1", false);
    assertThat(found(Policy.RequireStop.ALWAYS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SELL", "BUY"})
  void spotOnCreditNeedsAStopOnEitherSide(Side side) {
    Leg margin = new Leg(Samples.PAIR, TdMode.CROSS, PosSide.NET, "USDT");
    world.legs.put(margin, new BigDecimal("2"));
    assertThat(found(Policy.RequireStop.DERIVATIVES))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_MISSING))
        .satisfies(it -> assertThat(it.subject()).isEqualTo(Subject.leg(margin)));
    stop(margin, side, "0.1", true);
    assertThat(found(Policy.RequireStop.DERIVATIVES)).isEmpty();
  }

  @Test
  void aStopThatWasTakenAwayIsToldWithThePositionThatLacksIt() {
    world.legs.put(NET, new BigDecimal("2"));
    Algo stop = world.stop(NET, World.By.OURS);
    Books books = Look.taken(world);
    world.cancelAlgo(stop, World.By.HAND);
    Demands demands = demanding(Look.demands(world, books), Policy.RequireStop.DERIVATIVES);
    assertThat(Comparison.between(books, Look.actual(world), demands))
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.STOP_MISSING))
        .satisfies(
            it ->
                assertThat(it.explanation())
                    .startsWith("algo order " + stop.algoId() + ": cancelled by hand"));
  }

  @Test
  void aStrayOfAnotherCopyIsNamedForBoth() {
    Books books = Look.taken(world);
    world.algo(Drafts.stop(draft(NET, Side.SELL, "1"), world.id(), "okgother", true, world.now));
    assertThat(Comparison.between(books, Look.actual(world), Look.demands(world, books)))
        .extracting(Difference::kind, Difference::severity)
        .containsExactly(
            tuple(Kind.ORDER_FOREIGN, Severity.HALT), tuple(Kind.STOP_STRAY, Severity.WARN));
  }

  private static Leg leg(PosSide side) {
    return new Leg(Samples.SWAP, TdMode.CROSS, side, "");
  }

  private static Draft draft(Leg leg, Side side, String sz) {
    return new Draft(leg.instId(), leg.mgnMode(), leg.posSide(), side, new BigDecimal(sz));
  }

  private Algo stop(Leg leg, Side side, String sz, boolean reduceOnly) {
    Draft draft = draft(leg, side, sz);
    return world.algo(Drafts.stop(draft, world.id(), "", reduceOnly, world.now));
  }

  private static List<Kind> kinds(List<Difference> found) {
    return found.stream().map(Difference::kind).toList();
  }

  private static Demands demanding(Demands demands, Policy.RequireStop stops) {
    return new Demands(
        Samples.policy(stops),
        demands.open(),
        demands.pins(),
        demands.ours(),
        demands.gone(),
        demands.goneAlgos());
  }

  /// Against books that know everything as it is.
  private List<Difference> found(Policy.RequireStop stops) {
    Books books = Look.taken(world);
    Demands demands = demanding(Look.demands(world, books), stops);
    return Comparison.between(books, Look.actual(world), demands);
  }
}
