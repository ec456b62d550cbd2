package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A known order that waits no more is explained before anybody is blamed.
class FatesTest {
  private static final Draft DRAFT =
      new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.BUY, new BigDecimal("2"));

  private final World world = new World(PosMode.NET);
  private final Order order = world.order(DRAFT, World.By.OURS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "2", "3", "4", "6", "7", "9", "10", "13", "14", "15", "17", "20", "21", "22", "23",
        "27", "31", "32", "33", "36", "37", "38", "39", "42", "43", "44", "45", "46"
      })
  void theExchangesOwnReasonsAreOnlyGoodToKnow(String source) {
    Books books = Look.taken(world);
    world.cancel(order.ordId(), source, World.By.HAND);
    assertThat(only(books))
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.INFO))
        .satisfies(it -> assertThat(it.expected()).isEqualTo("buy 2 at 60000"))
        .satisfies(it -> assertThat(it.actual()).isEqualTo("nothing"))
        .satisfies(
            it ->
                assertThat(it.explanation())
                    .startsWith("cancelled by the exchange: ")
                    .endsWith(", 00:00:00Z"));
    assertThat(seen(books).orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, by hand", "'', does not know", "77, does not know"})
  void aUsersCancelAndUnknownReasonsAreBlamed(String source, String words) {
    Books books = Look.taken(world);
    world.cancel(order.ordId(), source, World.By.HAND);
    Difference found = only(books);
    assertThat(found.severity()).isEqualTo(Severity.WARN);
    assertThat(found.explanation()).contains(words);
    assertThat(only(seen(books))).isEqualTo(found);
  }

  @Test
  void ourOwnCancelIsNoDifference() {
    Books books = Look.taken(world);
    world.cancel(order.ordId(), "1", World.By.OURS);
    assertThat(differences(books)).isEmpty();
    assertThat(seen(books).orders()).isEmpty();
  }

  @Test
  void aFilledOrderIsNoDifferenceEvenWhenItIsFoundNoMore() {
    Books books = Look.taken(world);
    world.fill(order.ordId(), order.sz(), new BigDecimal("60000"));
    world.orders.remove(order.ordId());
    assertThat(differences(Look.counted(world, books))).isEmpty();
  }

  @Test
  void anOrderFilledToItsOldSizeIsNotFilledWhenWeMadeItLarger() {
    Books books = Look.taken(world);
    world.intents.add(Samples.intent("amend", "ordId", order.ordId(), "newSz", "4"));
    world.orders.put(order.ordId(), Drafts.sized(order, new BigDecimal("4")));
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    world.cancel(order.ordId(), "1", World.By.HAND);
    Difference found = only(Look.counted(world, books));
    assertThat(found.kind()).isEqualTo(Kind.ORDER_MISSING);
    assertThat(found.explanation()).contains("by hand");
  }

  @Test
  void aPartlyFilledOrderThatIsFoundNoMoreIsBlamed() {
    Books books = Look.taken(world);
    world.fill(order.ordId(), BigDecimal.ONE, new BigDecimal("60000"));
    world.orders.remove(order.ordId());
    assertThat(only(Look.counted(world, books)).explanation()).contains("knows it no more");
  }

  /// OKX takes it away with its position and forgets it within hours; the next position of the leg
  /// needs none of it.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aForgottenClosingOrderWhosePositionWasClosedIsOnlyGoodToKnow(boolean reopened) {
    World hedged = new World(PosMode.LONG_SHORT);
    trade(hedged, Side.BUY);
    Order exit = hedged.order(leg(Side.SELL), World.By.OURS);
    Books books = Look.taken(hedged);
    trade(hedged, Side.SELL);
    if (reopened) {
      trade(hedged, Side.BUY);
    }
    hedged.orders.remove(exit.ordId());
    Difference found = only(Look.counted(hedged, books), hedged);
    assertThat(found.severity()).isEqualTo(Severity.INFO);
    assertThat(found.explanation()).contains("its position was closed");
  }

  @Test
  void aForgottenClosingOrderOfAnOpenPositionIsBlamed() {
    World hedged = new World(PosMode.LONG_SHORT);
    trade(hedged, Side.BUY);
    Order exit = hedged.order(leg(Side.SELL), World.By.OURS);
    Books books = Look.taken(hedged);
    trade(hedged, Side.BUY);
    hedged.orders.remove(exit.ordId());
    assertThat(only(Look.counted(hedged, books), hedged).severity()).isEqualTo(Severity.WARN);
  }

  private static Draft leg(Side side) {
    return new Draft(Samples.SWAP, TdMode.CROSS, PosSide.LONG, side, new BigDecimal("2"));
  }

  private static void trade(World world, Side side) {
    Order order = world.order(leg(side), World.By.OURS);
    world.fill(order.ordId(), order.sz(), new BigDecimal("60000"));
  }

  @Test
  void whatTheExchangeSaysIsFilledIsNoDifference() {
    Books books = Look.taken(world);
    world.orders.put(
        order.ordId(), Drafts.progressed(order, OrderState.FILLED, order.sz(), "", world.now));
    assertThat(differences(books)).isEmpty();
  }

  @Test
  void marketMakerProtectionIsTheExchangesOwnReason() {
    Books books = Look.taken(world);
    world.orders.put(
        order.ordId(),
        Drafts.progressed(order, OrderState.MMP_CANCELED, BigDecimal.ZERO, "", world.now));
    assertThat(only(books).severity()).isEqualTo(Severity.INFO);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIVE", "PARTIALLY_FILLED"})
  void whatIsSaidToWaitButIsNotListedIsBlamed(OrderState state) {
    Books books = Look.taken(world);
    Order said = Drafts.progressed(order, state, BigDecimal.ZERO, "", world.now);
    Demands bare = Samples.demands(world.ours());
    Demands demands =
        new Demands(
            bare.policy(),
            bare.open(),
            bare.pins(),
            bare.ours(),
            Map.of(order.ordId(), said),
            Map.of());
    world.orders.clear();
    assertThat(Comparison.between(books, Look.actual(world), demands))
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.WARN))
        .satisfies(it -> assertThat(it.explanation()).contains("does not list it"));
  }

  @ParameterizedTest
  @CsvSource({
    "EFFECTIVE, ''",
    "CANCELED, WARN",
    "ORDER_FAILED, WARN",
    "PARTIALLY_FAILED, WARN",
  })
  void anAlgoOrderIsBlamedUnlessItFired(AlgoState state, String severity) {
    Algo stop = stop();
    Books books = Look.taken(world);
    world.algos.put(stop.algoId(), Drafts.in(stop, state, world.now));
    if (severity.isEmpty()) {
      assertThat(differences(books)).isEmpty();
    } else {
      assertThat(only(books).severity()).isEqualTo(Severity.valueOf(severity));
      assertThat(seen(books).algos()).containsKey(stop.algoId());
    }
  }

  @Test
  void anAlgoOrderOfOursThatWeCancelledIsNoDifference() {
    Algo stop = stop();
    Books books = Look.taken(world);
    world.cancelAlgo(stop, World.By.OURS);
    assertThat(differences(books)).isEmpty();
  }

  @Test
  void aStopThatWentWithItsPositionIsGoodToKnow() {
    Algo stop = stop();
    Books books = Look.taken(world);
    Order close = world.order(sell("2"), World.By.OURS);
    world.fill(close.ordId(), close.sz(), new BigDecimal("60000"));
    assertThat(world.algos.get(stop.algoId()).state()).isEqualTo(AlgoState.CANCELED);
    assertThat(only(Look.counted(world, books)).severity()).isEqualTo(Severity.INFO);
  }

  @ParameterizedTest(name = "closed by selling {0}")
  @ValueSource(strings = {"2", "3"})
  void aStopWhosePositionWasClosedMeanwhileIsGoodToKnowThoughThereIsANewOne(String sold) {
    stop();
    Books books = Look.taken(world);
    Order close = world.order(sell(sold), World.By.OURS);
    world.fill(close.ordId(), close.sz(), new BigDecimal("60000"));
    Order again = world.order(DRAFT, World.By.OURS);
    world.fill(again.ordId(), again.sz(), new BigDecimal("60000"));
    assertThat(only(Look.counted(world, books)).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void aStopThatIsGoneFromAPositionThatOnlyShrankIsBlamed() {
    Algo stop = stop();
    Books books = Look.taken(world);
    Order close = world.order(sell("1"), World.By.OURS);
    world.fill(close.ordId(), close.sz(), new BigDecimal("60000"));
    world.cancelAlgo(stop, World.By.HAND);
    assertThat(only(Look.counted(world, books)).severity()).isEqualTo(Severity.WARN);
  }

  /// What was seen to wait after its position was closed did not go with that.
  @ParameterizedTest(name = "moved to {0}")
  @ValueSource(strings = {"50000", "40000"})
  void aStopThatOutlivedItsPositionIsBlamedOnceItIsGone(String moved) {
    Algo stop = Drafts.moved(stop(), moved);
    Books books = Look.taken(world);
    Order close = world.order(sell("2"), World.By.OURS);
    world.fill(close.ordId(), close.sz(), new BigDecimal("60000"));
    Order again = world.order(DRAFT, World.By.OURS);
    world.fill(again.ordId(), again.sz(), new BigDecimal("60000"));
    world.algos.put(stop.algoId(), stop);
    Books seen = seen(Look.counted(world, books));
    world.cancelAlgo(stop, World.By.HAND);
    assertThat(only(seen).severity()).isEqualTo(Severity.WARN);
  }

  @Test
  void whatWaitedOnAnInstrumentThatExpiredWentWithIt() {
    Draft draft =
        new Draft(Samples.FUTURE, TdMode.CROSS, PosSide.NET, Side.BUY, new BigDecimal("2"));
    Order expired = world.order(draft, World.By.OURS);
    Algo trigger = world.algo(Drafts.trigger(draft, world.id(), "okg9t", world.now));
    world.intents.add(Samples.intent("algo", "algoClOrdId", "okg9t"));
    Books books = Look.taken(world);
    world.orders.remove(expired.ordId());
    world.algos.put(trigger.algoId(), Drafts.in(trigger, AlgoState.CANCELED, world.now));
    assertThat(differences(books))
        .extracting(Difference::severity)
        .containsExactly(Severity.WARN, Severity.WARN);
    world.now = Instant.parse("2026-11-27T08:00:00Z");
    assertThat(differences(books))
        .extracting(Difference::severity)
        .containsExactly(Severity.INFO, Severity.INFO);
    assertThat(seen(books).orders()).doesNotContainKey(expired.ordId());
    assertThat(seen(books).algos()).isEmpty();
  }

  private static Draft sell(String sz) {
    return new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.SELL, new BigDecimal(sz));
  }

  /// A stop of ours on a long of 2, with nothing else waiting.
  private Algo stop() {
    world.fill(order.ordId(), order.sz(), new BigDecimal("60000"));
    return world.stop(Samples.net(Samples.SWAP), World.By.OURS);
  }

  private Difference only(Books books) {
    return only(books, world);
  }

  private static Difference only(Books books, World world) {
    assertThat(differences(books, world)).hasSize(1);
    Difference only = differences(books, world).getFirst();
    assertThat(only.kind()).isEqualTo(Kind.ORDER_MISSING);
    return only;
  }

  private List<Difference> differences(Books books) {
    return differences(books, world);
  }

  private static List<Difference> differences(Books books, World world) {
    return Comparison.between(books, Look.actual(world), Look.demands(world, books));
  }

  private Books seen(Books books) {
    return books.seen(Look.actual(world), Look.demands(world, books));
  }
}
