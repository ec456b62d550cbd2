package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Altered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An order or algo order that waits otherwise than we gave it.
class ChangedOrdersTest {
  private final World world = new World(PosMode.NET);

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
    world.intents.add(Samples.intent("amend", "ordId", order.ordId(), "newPx", px, "newSz", sz));
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

  /// OKX takes a trigger away when it is to be zero.
  @Test
  void takingAProfitsTriggerAwayExcusesNobodyWhoTakesTheStopsAway() {
    Order order = world.order(buy("2"), World.By.OURS);
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    Algo stop = world.stop(Samples.net(Samples.SWAP), World.By.OURS);
    Working was = Working.of(stop, Set.of());
    Working is = was.given(was.sz(), Optional.empty());
    world.intents.add(Samples.intent("amend-algo", "algoId", stop.algoId(), "newSlTriggerPx", "0"));
    assertThat(new Changes(world.ours()).of(was, is)).isEmpty();
    world.intents.clear();
    world.intents.add(Samples.intent("amend-algo", "algoId", stop.algoId(), "newTpTriggerPx", "0"));
    assertThat(new Changes(world.ours()).of(was, is)).isPresent();
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

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({"slOrdPx, 49000", "tpTriggerPx, 90000", "tpOrdPx, 90000", "tpTriggerPx, ''"})
  void aStopIsChangedByEachOfItsPrices(String field, String px) {
    AttachedStop given = new AttachedStop(price("70000"), price("-1"), price("50000"), price("-1"));
    Algo stop = stopped(given);
    Books books = Books.of(Look.taken(world).event("counted", ""));
    assertThat(differences(books)).isEmpty();
    AttachedStop is = Altered.of(given, field, price(px));
    world.algos.put(stop.algoId(), Altered.of(stop, "stop", is));
    Difference found = only(books);
    assertThat(found.kind()).isEqualTo(Kind.ORDER_CHANGED);
    assertThat(found.severity()).isEqualTo(Severity.WARN);
    assertThat(found.expected()).startsWith("sell 2 at 50000, " + field + " ");
    assertThat(found.actual())
        .isEqualTo("sell 2 at 50000, " + field + " " + (px.isEmpty() ? "none" : px));
    assertThat(only(seen(books))).isEqualTo(found);
    String asked = "new" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    world.intents.add(
        Samples.intent("amend-algo", "algoId", stop.algoId(), asked, px.isEmpty() ? "0" : px));
    assertThat(differences(books)).isEmpty();
  }

  @Test
  void aTakeProfitThatAnotherHandAddedIsAChangeToo() {
    Algo stop = stopped(new AttachedStop(price(""), price(""), price("50000"), price("-1")));
    Books books = Books.of(Look.taken(world).event("counted", ""));
    assertThat(differences(books)).isEmpty();
    AttachedStop is = new AttachedStop(price("60001"), price("-1"), price("50000"), price("-1"));
    world.algos.put(stop.algoId(), Altered.of(stop, "stop", is));
    Difference found = only(books);
    assertThat(found.expected()).isEqualTo("sell 2 at 50000, tpTriggerPx none");
    assertThat(found.actual()).isEqualTo("sell 2 at 50000, tpTriggerPx 60001");
    assertThat(only(seen(books))).isEqualTo(found);
    world.intents.add(
        Samples.intent("amend-algo", "algoId", stop.algoId(), "newTpTriggerPx", "60001"));
    assertThat(differences(books)).isEmpty();
  }

  @Test
  void aStopLossThatWeTookAwayIsAsWeGaveIt() {
    Algo stop = world.algo(Drafts.stop(buy("2"), world.id(), "okg9s", true, world.now));
    Books books = Look.taken(world);
    AttachedStop without = Altered.of(stop.stop(), "slTriggerPx", Optional.empty());
    world.algos.put(
        stop.algoId(), Altered.of(Altered.of(stop, "stop", without), "type", AlgoType.OCO));
    world.intents.add(Samples.intent("amend-algo", "algoId", stop.algoId(), "newSlTriggerPx", "0"));
    assertThat(differences(books)).isEmpty();
  }

  /// The stop of a position that is ours, with those prices.
  private Algo stopped(AttachedStop given) {
    Order order = world.order(buy("2"), World.By.OURS);
    world.fill(order.ordId(), new BigDecimal("2"), new BigDecimal("60000"));
    Algo stop = world.stop(Samples.net(Samples.SWAP), World.By.OURS);
    world.algos.put(stop.algoId(), Altered.of(stop, "stop", given));
    return stop;
  }

  private static Optional<BigDecimal> price(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty()).map(BigDecimal::new);
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
