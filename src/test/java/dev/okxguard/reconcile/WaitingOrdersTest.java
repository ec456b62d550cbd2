package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Orders that wait and are not ours, or not as we gave them.
class WaitingOrdersTest {
  private final World world = new World(PosMode.NET);

  @ParameterizedTest(name = "{0} {1} {2} {3} reduce-only {4}: {5}")
  @CsvSource({
    "HAND, BTC-USDT-SWAP, NET, SELL, false, HALT",
    "HAND, BTC-USDT-SWAP, NET, SELL, true, WARN",
    "BOT, BTC-USDT-SWAP, NET, BUY, false, HALT",
    "BOT, BTC-USDT-SWAP, NET, BUY, true, WARN",
    "COPY, BTC-USDT-SWAP, NET, BUY, false, HALT",
    "COPY, BTC-USDT-SWAP, NET, BUY, true, HALT",
    "HAND, BTC-USDT-SWAP, LONG, SELL, false, WARN",
    "HAND, BTC-USDT-SWAP, LONG, BUY, true, HALT",
    "HAND, BTC-USDT-SWAP, SHORT, BUY, false, WARN",
    "HAND, BTC-USDT-SWAP, SHORT, SELL, false, HALT",
    "HAND, BTC-USDT, NET, BUY, false, HALT",
    "HAND, BTC-USDT, NET, SELL, false, WARN",
  })
  void aForeignOrderIsDangerousUnlessItCanOnlyClose(
      World.By by, String instId, PosSide posSide, Side side, boolean reduceOnly, Severity is) {
    Books books = Look.taken(world);
    TdMode mode = instId.equals(Samples.PAIR) ? TdMode.CASH : TdMode.CROSS;
    Order order = world.order(new Draft(instId, mode, posSide, side, BigDecimal.ONE), by);
    world.orders.put(order.ordId(), Drafts.reducing(order, reduceOnly));
    Difference found = only(books);
    assertThat(found.kind()).isEqualTo(Kind.ORDER_FOREIGN);
    assertThat(found.severity()).isEqualTo(is);
    assertThat(found.subject().id()).isEqualTo(order.ordId());
    assertThat(found.actual()).isEqualTo(side.word() + " 1 at 60000");
    assertThat(found.explanation())
        .contains(by == World.By.COPY ? "another copy of okx-guard" : "by hand in the app");
    assertThat(only(seen(books))).isEqualTo(found);
  }

  @ParameterizedTest
  @EnumSource(World.By.class)
  void whatIsAdoptedIsNoneOfAnybodysAnyMore(World.By by) {
    world.order(buy("1"), by);
    world.algo(Drafts.stop(buy("1"), world.id(), "", true, world.now));
    Books books = Look.taken(world);
    assertThat(differences(books).stream().map(Difference::kind)).containsOnly(Kind.STOP_STRAY);
    assertThat(seen(books)).isEqualTo(books);
  }

  @Test
  void whatWePlacedSinceIsOurs() {
    Books books = Look.taken(world);
    Order order = world.order(buy("1"), World.By.OURS);
    assertThat(differences(books)).isEmpty();
    assertThat(seen(books).orders()).containsOnlyKeys(order.ordId());
  }

  @Test
  void theOrderOfAnAlgoOrderOfOursIsOurs() {
    Algo trigger = Drafts.trigger(buy("1"), world.id(), "okg9t", world.now);
    world.intents.add(Samples.intent("algo", "algoClOrdId", "okg9t"));
    world.algo(trigger);
    Books books = Look.taken(world);
    world.intents.clear();
    Order fired = world.fire(trigger);
    assertThat(differences(books)).isEmpty();
    world.fill(fired.ordId(), fired.sz(), new BigDecimal("60000"));
    Books counted = Look.counted(world, books);
    assertThat(differences(counted)).isEmpty();
    assertThat(counted.strange()).isEmpty();
  }

  @Test
  void theAlgoOrderOfAnAttachedStopIsOursLongAfterItsIntent() {
    Order order = world.order(buy("2"), World.By.OURS);
    world.attach(order.ordId());
    Books books = Look.taken(world);
    world.intents.clear();
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    Books counted = Look.counted(world, books);
    assertThat(differences(counted)).isEmpty();
    Books later = seen(counted);
    assertThat(later.algos()).hasSize(1);
    Algo stop = world.algos.values().iterator().next();
    Order fired = world.fire(stop);
    world.fill(fired.ordId(), new BigDecimal("2"), new BigDecimal("50000"));
    assertThat(differences(Look.counted(world, later))).isEmpty();
  }

  @Test
  void theStopsOfATriggerAreRememberedFromItsIntent() {
    Algo trigger = Drafts.trigger(buy("1"), world.id(), "okg9t", world.now);
    world.intents.add(Samples.intentWithStop("algo", "algoClOrdId", "okg9t", "okg9ts"));
    world.algo(trigger);
    Books books = seen(Look.taken(world));
    world.intents.clear();
    assertThat(seen(books).attached("okg9ts")).isTrue();
    assertThat(seen(books).attached("okg9")).isFalse();
  }

  @ParameterizedTest(name = "sz 2 → {0}, px 60000 → {1}, reduce-only {2}: {3}")
  @CsvSource({
    "2, 60000, false, ''",
    "1, 60000, false, WARN",
    "1, 60000, true, INFO",
    "3, 60000, false, HALT",
    "3, 60000, true, WARN",
    "2, 60001, false, HALT",
    "2, 60001, true, WARN",
    "1, 60001, true, WARN",
    "1, 60001, false, HALT",
  })
  void aChangedOrderIsBlamedByWhatItCanDo(
      String sz, String px, boolean reduceOnly, String severity) {
    Order order = world.order(buy("2"), World.By.OURS);
    world.orders.put(order.ordId(), Drafts.reducing(order, reduceOnly));
    Books books = Look.taken(world);
    Order changed = Drafts.priced(Drafts.sized(order, new BigDecimal(sz)), new BigDecimal(px));
    world.orders.put(order.ordId(), Drafts.reducing(changed, reduceOnly));
    if (severity.isEmpty()) {
      assertThat(differences(books)).isEmpty();
      return;
    }
    Difference found = only(books);
    assertThat(found.kind()).isEqualTo(Kind.ORDER_CHANGED);
    assertThat(found.severity()).isEqualTo(Severity.valueOf(severity));
    assertThat(found.expected()).isEqualTo("buy 2 at 60000");
    assertThat(found.actual()).isEqualTo("buy " + sz + " at " + px);
    boolean smaller = sz.equals("1") && px.equals("60000");
    assertThat(found.explanation().contains("smaller")).isEqualTo(smaller);
    assertThat(only(seen(books))).isEqualTo(found);
  }

  @Test
  void whatWeAmendedIsAsWeGaveIt() {
    Order order = world.order(buy("2"), World.By.OURS);
    Books books = Look.taken(world);
    world.amend(order.ordId(), new BigDecimal("59000.50"), World.By.OURS);
    assertThat(differences(books)).isEmpty();
    assertThat(seen(books).orders().get(order.ordId()).px())
        .hasValueSatisfying(px -> assertThat(px).isEqualByComparingTo("59000.5"));
    Books seen = seen(books);
    world.amend(order.ordId(), new BigDecimal("58000"), World.By.HAND);
    assertThat(only(seen).expected()).isEqualTo("buy 2 at 59000.5");
  }

  @ParameterizedTest(name = "given 2 at 60000, is {0} at {1}: {2}")
  @CsvSource({"2, 60000, ''", "1, 60000, WARN", "5, 60000, HALT", "2, 70000, HALT"})
  void anOrderIsHeldAgainstWhatWeGaveAlsoTheFirstTimeItIsSeen(
      String sz, String px, String severity) {
    Books books = Look.taken(world);
    Order order = world.order(buy("2"), World.By.OURS);
    given(order.clOrdId(), "sz", "2", "px", "60000.0");
    Order is = Drafts.priced(Drafts.sized(order, new BigDecimal(sz)), new BigDecimal(px));
    world.orders.put(order.ordId(), is);
    if (severity.isEmpty()) {
      assertThat(differences(books)).isEmpty();
      return;
    }
    Difference found = only(books);
    assertThat(found.kind()).isEqualTo(Kind.ORDER_CHANGED);
    assertThat(found.severity()).isEqualTo(Severity.valueOf(severity));
    assertThat(found.expected()).isEqualTo("buy 2 at 60000");
    assertThat(only(seen(books))).isEqualTo(found);
    world.intents.add(
        Samples.intent("amend", "ordId", order.ordId(), "newPx", px, "newSz", sz));
    assertThat(differences(books)).as("what we asked for since is as we gave it").isEmpty();
  }

  @Test
  void aStopIsHeldAgainstWhatWeGaveToo() {
    Order order = world.order(buy("2"), World.By.OURS);
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    Books books = Look.taken(world);
    Algo stop = world.stop(Samples.net(Samples.SWAP), World.By.OURS);
    given(stop.algoClOrdId(), "slTriggerPx", "50000", "sz", "2");
    assertThat(differences(books)).isEmpty();
    world.algos.put(stop.algoId(), Drafts.moved(stop, "40000"));
    assertThat(only(books).expected()).isEqualTo("sell 2 at 50000");
    assertThat(only(seen(books)).actual()).isEqualTo("sell 2 at 40000");
  }

  @Test
  void soIsAStopThatCameWithItsOrder() {
    Books books = Look.taken(world);
    Order order = world.order(buy("2"), World.By.OURS);
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("clOrdId", order.clOrdId());
    request
        .putArray("attachAlgoOrds")
        .addObject()
        .put("attachAlgoClOrdId", "okgs")
        .put("slTriggerPx", "50000");
    world.intents.add(Samples.intent("place", request));
    world.orders.put(order.ordId(), Drafts.attached(order, "okgs"));
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    Books counted = Look.counted(world, books);
    assertThat(differences(counted)).isEmpty();
    Algo stop = world.algos.values().iterator().next();
    world.algos.put(stop.algoId(), Drafts.moved(stop, "40000"));
    assertThat(only(counted).expected()).isEqualTo("sell 2 at 50000");
  }

  /// Says what our intent was in full.
  private void given(String id, String... fields) {
    boolean algo = world.algos.values().stream().anyMatch(it -> it.algoClOrdId().equals(id));
    ObjectNode request =
        JsonNodeFactory.instance.objectNode().put(algo ? "algoClOrdId" : "clOrdId", id);
    for (int i = 0; i < fields.length; i += 2) {
      request.put(fields[i], fields[i + 1]);
    }
    world.intents.add(Samples.intent(algo ? "algo" : "place", request));
  }

  @Test
  void aFillThatShowsLateIsNotCountedOnAnOrderTwice() {
    Order order = world.order(buy("2"), World.By.OURS);
    Books books = Look.taken(world);
    world.fill(order.ordId(), BigDecimal.ONE, new BigDecimal("60000"));
    Books counted = Look.counted(world, seen(books));
    assertThat(counted.orders().get(order.ordId()).filled()).isEqualByComparingTo("1");
    world.cancel(order.ordId(), "1", World.By.HAND);
    assertThat(only(counted).kind()).isEqualTo(Kind.ORDER_MISSING);
  }

  @Test
  void aFillThatShowsAfterItsAdoptedOrderIsGoneIsNobodyElses() {
    Order order = world.order(buy("2"), World.By.HAND);
    Books books = Look.taken(world);
    world.fill(order.ordId(), order.sz(), new BigDecimal("60000"));
    Books seen = seen(books);
    assertThat(Look.counted(world, seen).strange()).isEmpty();
    world.pass(Bookkeeping.OVERLAP.toMillis() + 1);
    assertThat(seen(Look.counted(world, seen)).orders()).isEmpty();
  }

  @Test
  void norIsOneOfTheOrderOfAnAdoptedAlgoOrder() {
    Algo trigger = world.algo(Drafts.trigger(buy("1"), world.id(), "", world.now));
    Books books = Look.taken(world);
    Order fired = world.fire(trigger);
    world.fill(fired.ordId(), fired.sz(), new BigDecimal("60000"));
    Books seen = seen(books);
    assertThat(Look.counted(world, seen).strange()).isEmpty();
    world.pass(Bookkeeping.OVERLAP.toMillis() + 1);
    assertThat(seen(Look.counted(world, seen)).algos()).isEmpty();
  }

  @Test
  void aMovedStopIsAWarning() {
    Order order = world.order(buy("2"), World.By.OURS);
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    Algo stop = world.stop(Samples.net(Samples.SWAP), World.By.OURS);
    Books books = Look.taken(world);
    world.algos.put(stop.algoId(), Drafts.moved(stop, "40000"));
    assertThat(only(books).severity()).isEqualTo(Severity.WARN);
    assertThat(only(books).expected()).isEqualTo("sell 2 at 50000");
    assertThat(only(books).actual()).isEqualTo("sell 2 at 40000");
    world.algos.put(stop.algoId(), Drafts.closingAll(stop));
    assertThat(only(books).actual()).isEqualTo("sell the whole position at 50000");
  }

  @Test
  void missingOrdersAreNamedToBeAskedFor() {
    Order order = world.order(buy("2"), World.By.OURS);
    Order other = world.order(buy("1"), World.By.OURS);
    Algo stop = world.algo(Drafts.stop(buy("1"), world.id(), "", true, world.now));
    Books books = Look.taken(world);
    assertThat(books.missing(Look.actual(world), world.ours())).isEmpty();
    world.orders.remove(order.ordId());
    world.algos.remove(stop.algoId());
    assertThat(books.missing(Look.actual(world), world.ours()))
        .containsExactly(
            new Books.Lookup(Samples.SWAP, order.ordId(), false),
            new Books.Lookup(Samples.SWAP, stop.algoId(), true));
    assertThat(books.orders()).containsOnlyKeys(order.ordId(), other.ordId());
  }

  @Test
  void whatIsFilledOrCancelledByUsNeedsNoAsking() {
    Order filled = world.order(buy("2"), World.By.OURS);
    Order cancelled = world.order(buy("1"), World.By.OURS);
    Books books = Look.taken(world);
    world.fill(filled.ordId(), filled.sz(), new BigDecimal("60000"));
    world.cancel(cancelled.ordId(), "1", World.By.OURS);
    Books counted = Look.counted(world, books);
    assertThat(counted.missing(Look.actual(world), world.ours())).isEmpty();
  }

  private static Draft buy(String sz) {
    return new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.BUY, new BigDecimal(sz));
  }

  private Difference only(Books books) {
    assertThat(differences(books)).hasSize(1);
    return differences(books).getFirst();
  }

  private List<Difference> differences(Books books) {
    return Comparison.between(books, Look.actual(world), Look.demands(world, books));
  }

  private Books seen(Books books) {
    return books.seen(Look.actual(world), Look.demands(world, books));
  }
}
