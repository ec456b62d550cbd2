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
