package dev.okxguard.reconcile;

import static dev.okxguard.reconcile.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.Bill;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each thing that happens does to the books.
class BookkeepingTest {
  private static final Instant AT = Samples.START;
  private static final Ours OURS = Ours.of(List.of(Samples.intent("place", "clOrdId", "okg1")));
  private static final Leg LEG = Samples.net(Samples.SWAP);

  private static final Books EMPTY =
      new Books(
          AT,
          Optional.empty(),
          Holdings.NONE,
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Recent.NONE,
          Set.of(),
          0);

  @ParameterizedTest(name = "bill of type {0}: {1}")
  @CsvSource({
    "1, ''",
    "3, ''",
    "6, ''",
    "7, ''",
    "8, ''",
    "22, ''",
    "34, ''",
    "2, HAND",
    "4, REPAYMENT",
    "5, LIQUIDATION",
    "9, ADL",
    "27, CONVERT",
    "30, SIMPLE_TRADE",
    "99, OTHER",
    "'', OTHER",
  })
  void aBillMovesCashByItsType(String type, String strange) {
    Books books = count(EMPTY, List.of(), List.of(bill("1", type, "-1.5", "")));
    if (strange.isEmpty()) {
      assertThat(books.held().cash()).containsOnly(Map.entry("USDT", num("-1.5")));
      assertThat(books.strange()).isEmpty();
    } else {
      assertThat(books.held().cash()).isEmpty();
      Strange.Item item = only(books, Subject.cash("USDT"));
      assertThat(item.whose()).isEqualTo(Whose.valueOf(strange));
      assertThat(item.amount()).isEqualByComparingTo("-1.5");
      String suffix = type.equals("2") ? "" : " of type " + type;
      assertThat(item.id()).isEqualTo("bill 1" + suffix);
      assertThat(item.at()).isEqualTo(AT);
    }
  }

  @ParameterizedTest(name = "category {0}: {1}")
  @CsvSource({
    "normal, HAND",
    "full_liquidation, LIQUIDATION",
    "partial_liquidation, LIQUIDATION",
    "adl, ADL",
    "twap, REPAYMENT",
    "ddh, HEDGING",
    "auto_conversion, ''",
    "delivery, ''",
  })
  void anOrdersCategorySaysWhoseItIs(String category, String strange) {
    Order order = order(category, "", "");
    Books books =
        Bookkeeping.count(
            EMPTY, history(List.of(fill("1", "")), List.of(bill("2", "2", "5", "")), order), OURS);
    if (strange.isEmpty()) {
      assertThat(books.strange()).isEmpty();
      assertThat(books.held().cash()).containsOnlyKeys("USDT");
      assertThat(books.held().legs()).isEmpty();
    } else {
      Whose whose = Whose.valueOf(strange);
      assertThat(only(books, Subject.leg(LEG)).whose()).isEqualTo(whose);
      assertThat(only(books, Subject.leg(LEG)).id()).isEqualTo("order 9");
      assertThat(only(books, Subject.cash("USDT")).whose()).isEqualTo(whose);
      assertThat(books.held()).isEqualTo(Holdings.NONE);
    }
  }

  @ParameterizedTest(name = "client id {0}, of the algo {1}, algo {2}: {3}")
  @CsvSource({
    "okg1, '', '', OURS",
    "'', okg1, '', OURS",
    "'', '', '', HAND",
    "mine, '', '', HAND",
    "okg2, '', '', COPY",
    "'', okg2, '', COPY",
    "'', '', 77, HAND",
  })
  void aFillBelongsToWhoeverNamedItsOrder(
      String clOrdId, String algoClOrdId, String algoId, Whose whose) {
    Order order = order("normal", algoId, algoClOrdId);
    History history =
        history(List.of(fill("1", clOrdId)), List.of(bill("2", "2", "5", clOrdId)), order);
    Bookkeeping.Tally tally = Bookkeeping.tally(EMPTY, history, OURS);
    if (whose == Whose.OURS) {
      assertThat(tally.books().held().leg(LEG)).isEqualByComparingTo("2");
      assertThat(tally.books().held().cash("USDT")).isEqualByComparingTo("5");
      assertThat(tally.books().strange()).isEmpty();
      assertThat(tally.fills()).hasSize(1);
    } else {
      assertThat(only(tally.books(), Subject.leg(LEG)).whose()).isEqualTo(whose);
      assertThat(only(tally.books(), Subject.cash("USDT")).whose()).isEqualTo(whose);
      assertThat(tally.fills()).isEmpty();
    }
    assertThat(tally.explained()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, LIQUIDATION", "9, ADL", "4, REPAYMENT"})
  void theBillOfAnUnknownOrderSaysWhatTheExchangeDid(String type, Whose whose) {
    Books books = count(EMPTY, List.of(fill("1", "okg1")), List.of(bill("2", type, "-3", "")));
    assertThat(only(books, Subject.leg(LEG)).whose()).isEqualTo(whose);
  }

  @Test
  void aNegativeTradeIdIsTheExchangesOwn() {
    Fill seized = fill("1", "", "-77", AT);
    Books books = count(EMPTY, List.of(seized), List.of(bill("2", "2", "-3", "")));
    assertThat(only(books, Subject.leg(LEG)).whose()).isEqualTo(Whose.FORCED);
  }

  @Test
  void anOrderThatIsKnownToWaitIsOursWhateverItsClientId() {
    Working known = Working.of(order("normal", "", ""));
    Books books = count(with(known), List.of(fill("1", "")), List.of(bill("2", "2", "5", "")));
    assertThat(books.held().leg(LEG)).isEqualByComparingTo("2");
    assertThat(books.held().cash("USDT")).isEqualByComparingTo("5");
    assertThat(books.orders().get("9").filled()).isEqualByComparingTo("2");
  }

  private static Books with(Working known) {
    return new Books(
        AT,
        Optional.empty(),
        Holdings.NONE,
        Map.of(),
        Map.of(known.id(), known),
        Map.of(),
        Optional.empty(),
        Recent.NONE,
        Set.of(),
        0);
  }

  @Test
  void theMarginModeIsTheBillsElseTheOrders() {
    Fill fill = fill("1", "okg1");
    Order order = order("normal", "", "");
    Leg isolated = new Leg(Samples.SWAP, TdMode.ISOLATED, PosSide.NET, "");
    Bill bill = bill("2", "2", "5", "okg1", Optional.of(TdMode.ISOLATED), AT);
    assertThat(Bookkeeping.count(EMPTY, history(List.of(fill), List.of(bill), order), OURS))
        .satisfies(it -> assertThat(it.held().legs()).containsOnlyKeys(isolated));
    assertThat(Bookkeeping.count(EMPTY, history(List.of(fill), List.of(), order), OURS))
        .satisfies(it -> assertThat(it.held().legs()).containsOnlyKeys(LEG));
    assertThat(count(with(Working.of(order)), List.of(fill), List.of()).held().legs())
        .containsOnlyKeys(LEG);
  }

  @Test
  void aFillWithoutItsBillWaitsUntilTheBillIsThere() {
    Fill fill = fill("1", "okg1");
    Books first = count(EMPTY, List.of(fill), List.of());
    assertThat(first.held().legs()).isEmpty();
    assertThat(first.recent()).isEqualTo(Recent.NONE);
    Books later = count(first, List.of(fill), List.of(bill("2", "2", "5", "okg1")));
    assertThat(later.held().leg(LEG)).isEqualByComparingTo("2");
    assertThat(count(later, List.of(fill), List.of())).isEqualTo(later);
  }

  @Test
  void aFillThatWillNotBeReadAgainAndHasNoBillIsAFault() {
    History history =
        new History(
            new Span(AT, AT.plus(Bookkeeping.OVERLAP).plusMillis(1)),
            List.of(fill("1", "okg1")),
            List.of(),
            Map.of());
    assertThat(catchThrowableOfType(Fault.class, () -> Bookkeeping.count(EMPTY, history, OURS)))
        .hasMessageContaining("order 9 on BTC-USDT-SWAP")
        .satisfies(it -> assertThat(it.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
    History shorter =
        new History(
            new Span(AT, AT.plus(Bookkeeping.OVERLAP)), history.fills(), history.bills(), Map.of());
    assertThat(Bookkeeping.count(EMPTY, shorter, OURS).held().legs()).isEmpty();
  }

  @ParameterizedTest(name = "{0} ms before the watermark: counted {1}")
  @CsvSource({"120001, false", "120000, true", "0, true"})
  void whatIsOlderThanTheOverlapWasCountedBefore(long millis, boolean counted) {
    Instant time = AT.minusMillis(millis);
    Bill bill = bill("2", "8", "5", "", Optional.empty(), time);
    Fill fill = fill("1", "okg1", "5", time);
    Bill ofFill = bill("3", "2", "5", "okg1", Optional.of(TdMode.CROSS), AT);
    Books books = count(EMPTY, List.of(fill), List.of(bill, ofFill));
    assertThat(books.held().legs().isEmpty()).isEqualTo(!counted);
    assertThat(books.held().cash("USDT")).isEqualByComparingTo(counted ? "10" : "5");
  }

  @Test
  void aFillAndABillOfTheSameNumberAreTwoThings() {
    Bill bill = bill("1", "2", "5", "okg1", Optional.of(TdMode.CROSS), AT);
    Books books = count(EMPTY, List.of(fill("1", "okg1")), List.of(bill));
    assertThat(books.held().leg(LEG)).isEqualByComparingTo("2");
    assertThat(books.held().cash("USDT")).isEqualByComparingTo("5");
  }

  @Test
  void theWatermarkNeverGoesBack() {
    Span old = new Span(AT.minusSeconds(60), AT.minusSeconds(30));
    Books books = Bookkeeping.count(EMPTY, new History(old, List.of(), List.of(), Map.of()), OURS);
    assertThat(books).isEqualTo(EMPTY);
    Span ahead = new Span(AT, AT.plusSeconds(30));
    assertThat(
            Bookkeeping.count(EMPTY, new History(ahead, List.of(), List.of(), Map.of()), OURS).at())
        .isEqualTo(AT.plusSeconds(30));
  }

  @Test
  void deliveryEndsTheInstrumentWhoeverHeldIt() {
    World world = new World(PosMode.LONG_SHORT);
    Leg longs = new Leg(Samples.FUTURE, TdMode.CROSS, PosSide.LONG, "");
    for (World.By by : World.By.values()) {
      Draft draft = new Draft(Samples.FUTURE, TdMode.CROSS, PosSide.LONG, Side.BUY, num("1"));
      world.fill(world.order(draft, by).ordId(), num("1"), num("60000"));
    }
    Books books = Look.taken(world);
    Draft more = new Draft(Samples.FUTURE, TdMode.CROSS, PosSide.LONG, Side.BUY, num("3"));
    world.fill(world.order(more, World.By.HAND).ordId(), num("3"), num("60000"));
    world.stop(longs, World.By.OURS);
    books = Look.counted(world, books).seen(Look.actual(world), Look.demands(world, books));
    assertThat(books.strange()).containsKey(Subject.leg(longs));
    world.deliver(Samples.FUTURE, false);
    Books after = Look.counted(world, books);
    assertThat(after.held().legs()).isEmpty();
    assertThat(after.strange()).containsOnlyKeys(Subject.cash("USDT"));
    assertThat(after.algos().values()).allMatch(Working::over);
    assertThat(Look.drift(world, after)).extracting(Difference::kind).containsOnly(Kind.BALANCE);
  }

  @Test
  void aDeliveryBillThatNamesNoInstrumentEndsNothing() {
    Fill fill = fill("1", "okg1");
    Bill delivery =
        new Bill(
            "3",
            "3",
            "",
            "USDT",
            num("1"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            "",
            "",
            "",
            "",
            Optional.empty(),
            AT);
    Bill strange = bill("4", "27", "1", "");
    Books books =
        count(EMPTY, List.of(fill), List.of(bill("2", "2", "5", "okg1"), strange, delivery));
    assertThat(books.held().leg(LEG)).isEqualByComparingTo("2");
    assertThat(books.strange()).hasSize(1);
  }

  @Test
  void spotMovesNoLegAndSpotOnCreditOnlySaysThatItWasTraded() {
    Fill spot = Samples.fillOf(InstType.SPOT, Samples.PAIR, AT);
    Books books = count(EMPTY, List.of(spot), List.of());
    assertThat(books.held().legs()).isEmpty();
    assertThat(books.strange()).isEmpty();
    assertThat(books.uncounted()).isEmpty();
    Fill margin = Samples.fillOf(InstType.MARGIN, Samples.PAIR, AT);
    assertThat(count(EMPTY, List.of(margin), List.of()).uncounted()).containsExactly(Samples.PAIR);
  }

  @Test
  void nothingThatMovedNoMoneyIsStrange() {
    assertThat(count(EMPTY, List.of(), List.of(bill("1", "99", "0.00", ""))).strange()).isEmpty();
  }

  @ParameterizedTest(name = "type {0}: {1}")
  @CsvSource({
    "1, transfers",
    "3, delivery and exercise",
    "6, margin moved to and from isolated positions",
    "7, interest",
    "8, funding",
    "22, loans repaid",
    "34, settlement",
  })
  void regularBusinessIsToldByKind(String type, String words) {
    History history =
        history(
            List.of(),
            List.of(
                bill("1", type, "-1.50", ""),
                bill("2", type, "1", ""),
                bill("3", "2", "7", "okg1")),
            order("normal", "", ""));
    assertThat(Bookkeeping.tally(EMPTY, history, OURS).explained())
        .containsExactly(words + ": -0.5 USDT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto_conversion", "delivery"})
  void theExchangesOwnTradesAreToldAsConversions(String category) {
    History history =
        history(List.of(), List.of(bill("2", "2", "-1", "")), order(category, "", ""));
    assertThat(Bookkeeping.tally(EMPTY, history, OURS).explained())
        .containsExactly("conversions: -1 USDT");
  }

  @Test
  void oursAreToldOldestFirstAndOnlyWhenTheyAreNew() {
    Fill late = fill("2", "okg1", "5", AT.plusMillis(5));
    Fill early = fill("3", "okg1", "6", AT.plusMillis(1));
    Fill known = fill("1", "okg1", "4", AT);
    Bill bill = bill("9", "2", "5", "okg1");
    Books books = count(EMPTY, List.of(known), List.of(bill));
    Bookkeeping.Tally tally =
        Bookkeeping.tally(
            books,
            new History(
                new Span(AT, AT.plusSeconds(1)),
                List.of(late, known, early),
                List.of(bill),
                Map.of()),
            OURS);
    assertThat(tally.fills()).containsExactly(early, late);
  }

  private static Strange.Item only(Books books, Subject subject) {
    assertThat(books.strange()).containsKey(subject);
    List<Strange.Item> items = books.strange().get(subject).newest();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static Books count(Books before, List<Fill> fills, List<Bill> bills) {
    return Bookkeeping.count(
        before, new History(new Span(AT, AT.plusMillis(1)), fills, bills, Map.of()), OURS);
  }

  private static History history(List<Fill> fills, List<Bill> bills, Order order) {
    return new History(new Span(AT, AT.plusMillis(1)), fills, bills, Map.of(order.ordId(), order));
  }

  private static Order order(String category, String algoId, String algoClOrdId) {
    Draft draft = new Draft(Samples.SWAP, TdMode.CROSS, PosSide.NET, Side.BUY, num("2"));
    Drafts.Shape shape = new Drafts.Shape(category, algoId, algoClOrdId, List.of(), false);
    return Drafts.order(draft, "9", "", AT, shape);
  }

  private static Fill fill(String billId, String clOrdId) {
    return fill(billId, clOrdId, "5", AT);
  }

  private static Fill fill(String billId, String clOrdId, String tradeId, Instant time) {
    return new Fill(
        InstType.SWAP,
        Samples.SWAP,
        tradeId,
        billId,
        "9",
        clOrdId,
        Side.BUY,
        PosSide.NET,
        num("60000"),
        num("2"),
        num("-0.1"),
        "USDT",
        BigDecimal.ZERO,
        time);
  }

  private static Bill bill(String billId, String type, String change, String clOrdId) {
    boolean trade = Set.of("2", "5", "9", "4").contains(type) && !billId.equals("1");
    return bill(
        billId, type, change, clOrdId, trade ? Optional.of(TdMode.CROSS) : Optional.empty(), AT);
  }

  private static Bill bill(
      String billId,
      String type,
      String change,
      String clOrdId,
      Optional<TdMode> mode,
      Instant time) {
    return new Bill(
        billId,
        type,
        "",
        "USDT",
        num(change),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        type.equals("3") ? Samples.FUTURE : "",
        mode.isPresent() || !clOrdId.isEmpty() ? "9" : "",
        clOrdId,
        "",
        mode,
        time);
  }
}
