package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Facts;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Readings;
import dev.okxguard.testing.ManualTime;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What counts as an entry of the last day, by the journal and by the exchange together.
class PastOrdersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path home;
  private final ManualTime time = new ManualTime(NOW.minus(Duration.ofHours(2)));
  private final List<InstType> asked = new ArrayList<>();

  /// An exchange that knows its clock and its finished orders, and nothing else.
  private Exchange exchange(List<Order> finished) {
    return (Exchange)
        Proxy.newProxyInstance(
            Exchange.class.getClassLoader(),
            new Class<?>[] {Exchange.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "serverTime" -> NOW;
                  case "history" -> {
                    InstType type = (InstType) arguments[0];
                    synchronized (asked) {
                      asked.add(type);
                    }
                    List<Order> all =
                        finished.stream().filter(order -> order.instType() == type).toList();
                    yield pages(all, (Predicate<?>) arguments[2]);
                  }
                  default -> throw new AssertionError(method.getName());
                });
  }

  /// What is read of them when each full page of 100 is shown.
  @SuppressWarnings("unchecked")
  private static List<Order> pages(List<Order> all, Predicate<?> enough) {
    int read = Math.min(100, all.size());
    while (read < all.size() && !((Predicate<List<Order>>) enough).test(all.subList(0, read))) {
      read = Math.min(read + 100, all.size());
    }
    return all.subList(0, read);
  }

  private Optional<List<Facts.PastEntry>> entries(
      List<Order> finished, Optional<List<Order>> resting, Set<String> allowed, Ledger ledger) {
    return entries(finished, resting, allowed, ledger, 20);
  }

  private Optional<List<Facts.PastEntry>> entries(
      List<Order> finished,
      Optional<List<Order>> resting,
      Set<String> allowed,
      Ledger ledger,
      int most) {
    try (Readings readings = new Readings()) {
      return PastOrders.start(readings, exchange(finished), allowed, most)
          .entries(readings, ledger, resting);
    }
  }

  private List<Facts.PastEntry> entries(List<Order> finished) {
    return entries(finished, Optional.of(List.of()), Set.of(), journal()).orElseThrow();
  }

  /// Whatever others did: who reads less is denied for it, and nothing of the last hour is missed.
  @RepeatedTest(20)
  void noLessIsReadThanDecides(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Instant at = NOW;
    List<Order> finished = new ArrayList<>();
    int count = random.nextInt(900);
    long step = 1 + random.nextInt(120);
    for (int i = 0; i < count; i++) {
      at = at.minusSeconds(random.nextLong(2 * step));
      boolean exit = random.nextInt(3) == 0;
      finished.add(foreign("f" + i, at, exit));
    }
    int most = 1 + random.nextInt(400);
    Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS);
    List<Facts.PastEntry> all = counted(finished, 1_000_000);
    List<Facts.PastEntry> read = counted(finished, most);
    long today = read.stream().filter(entry -> !entry.time().isBefore(midnight)).count();
    assertThat(all).startsWith(read.toArray(Facts.PastEntry[]::new));
    assertThat(read.size() == all.size() || today >= most).isTrue();
    assertThat(read.stream().filter(PastOrdersTest::lately).toList())
        .isEqualTo(all.stream().filter(PastOrdersTest::lately).toList());
  }

  @Test
  void anAccountOnWhichOthersTradeALotIsKnownAtOnce() {
    List<Order> finished = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      finished.add(foreign("f" + i, NOW.minusSeconds(5L * i), false));
    }
    // 720 of them are of the last hour.
    assertThat(counted(finished, 20)).hasSize(800);
  }

  private static boolean lately(Facts.PastEntry entry) {
    return !entry.time().isBefore(NOW.minus(Duration.ofHours(1)));
  }

  private List<Facts.PastEntry> counted(List<Order> finished, int most) {
    return entries(finished, Optional.of(List.of()), Set.of(), journal(), most).orElseThrow();
  }

  private static Order foreign(String clOrdId, Instant created, boolean exit) {
    return order(
        InstType.SWAP,
        Side.BUY,
        PosSide.NET,
        exit,
        OrderState.FILLED,
        "1",
        "normal",
        clOrdId,
        created);
  }

  private Ledger journal(Event.Intent... intents) {
    try (Journal journal = Journal.open(home.resolve("journal"), time)) {
      journal.appendAll(List.of(intents));
      return journal.ledger();
    }
  }

  private static Event.Intent intent(String action, String clOrdId, ObjectNode body) {
    return new Event.Intent(
        "i-" + action + clOrdId,
        Optional.empty(),
        "d",
        action,
        "SPOT",
        "BTC-USDT",
        clOrdId,
        true,
        body,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// An order of two hours ago.
  private static Order order(
      InstType type, Side side, PosSide leg, boolean reduceOnly, OrderState state, String filled) {
    return order(type, side, leg, reduceOnly, state, filled, "normal", "c1", 2);
  }

  private static Order order(
      InstType type,
      Side side,
      PosSide leg,
      boolean reduceOnly,
      OrderState state,
      String filled,
      String category,
      String clOrdId,
      int hoursAgo) {
    Instant created = NOW.minus(Duration.ofHours(hoursAgo));
    return order(type, side, leg, reduceOnly, state, filled, category, clOrdId, created);
  }

  private static Order order(
      InstType type,
      Side side,
      PosSide leg,
      boolean reduceOnly,
      OrderState state,
      String filled,
      String category,
      String clOrdId,
      Instant created) {
    return new Order(
        type,
        type == InstType.SPOT ? "BTC-USDT" : "BTC-USDT-SWAP",
        "7",
        clOrdId,
        "",
        side,
        leg,
        TdMode.CROSS,
        OrdType.LIMIT,
        Optional.of(BigDecimal.TEN),
        BigDecimal.TWO,
        "",
        reduceOnly,
        state,
        new BigDecimal(filled),
        Optional.empty(),
        Optional.empty(),
        "",
        category,
        "",
        "",
        "",
        List.of(),
        created,
        created);
  }

  @ParameterizedTest
  @CsvSource({
    "SPOT, BUY, NET, false, FILLED, 2, true",
    "SPOT, SELL, NET, false, FILLED, 2, false",
    "SWAP, SELL, NET, false, FILLED, 2, true",
    "SWAP, BUY, NET, true, FILLED, 2, false",
    "SWAP, SELL, LONG, false, FILLED, 2, false",
    "SWAP, BUY, LONG, false, FILLED, 2, true",
    "SWAP, BUY, SHORT, false, FILLED, 2, false",
    "SWAP, SELL, SHORT, false, FILLED, 2, true",
    "SWAP, BUY, NET, false, CANCELED, 0, false",
    "SWAP, BUY, NET, false, CANCELED, 1, true",
    "SWAP, BUY, NET, false, LIVE, 0, true"
  })
  void whatMayHaveEnteredCounts(
      InstType type,
      Side side,
      PosSide leg,
      boolean reduceOnly,
      OrderState state,
      String filled,
      boolean counts) {
    assertThat(entries(List.of(order(type, side, leg, reduceOnly, state, filled))))
        .hasSize(counts ? 1 : 0)
        .allSatisfy(
            entry -> {
              assertThat(entry.side()).isEqualTo(side);
              assertThat(entry.sz()).isEqualByComparingTo("2");
              assertThat(entry.px()).contains(BigDecimal.TEN);
              assertThat(entry.time()).isEqualTo(NOW.minus(Duration.ofHours(2)));
            });
  }

  @ParameterizedTest
  @CsvSource({"normal, 25, 1", "normal, 26, 0", "liquidation, 1, 0", "twap, 1, 0", "normal, 1, 1"})
  void ofTheLast25HoursAndByNobodyElsesForce(String category, int hours, int count) {
    Order order =
        order(
            InstType.SWAP,
            Side.BUY,
            PosSide.NET,
            false,
            OrderState.FILLED,
            "2",
            category,
            "c1",
            hours);
    assertThat(entries(List.of(order))).hasSize(count);
  }

  @Test
  void whatBothKnowCountsOnceAndWithoutAnIdEachTime() {
    Order known = order(InstType.SPOT, Side.BUY, PosSide.NET, false, OrderState.FILLED, "2");
    Order bare =
        order(InstType.SPOT, Side.BUY, PosSide.NET, false, OrderState.FILLED, "2", "normal", "", 1);
    Ledger ledger = journal(intent("place", "c1", body().put("side", "buy").put("sz", "2")));
    List<Facts.PastEntry> entries =
        entries(List.of(known, bare, bare), Optional.of(List.of(known)), Set.of(), ledger)
            .orElseThrow();
    assertThat(entries).hasSize(3);
    assertThat(entries)
        .extracting(Facts.PastEntry::time)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void ofAClockThatWasBehindTheExchangesTimeCounts() {
    Ledger ledger = journal(intent("place", "c1", body().put("side", "buy").put("sz", "2")));
    Order later =
        order(
            InstType.SPOT, Side.BUY, PosSide.NET, false, OrderState.FILLED, "2", "normal", "c1", 1);
    Order before =
        order(
            InstType.SPOT, Side.BUY, PosSide.NET, false, OrderState.FILLED, "2", "normal", "c1", 3);
    assertThat(entries(List.of(later), Optional.of(List.of()), Set.of(), ledger).orElseThrow())
        .extracting(Facts.PastEntry::time)
        .containsExactly(NOW.minus(Duration.ofHours(1)));
    assertThat(entries(List.of(before), Optional.of(List.of()), Set.of(), ledger).orElseThrow())
        .extracting(Facts.PastEntry::time)
        .containsExactly(time.now());
  }

  @Test
  void anAmendmentIsOnTheSideOfItsOrderWhereverThatIsKnown() {
    Order shown = order(InstType.SPOT, Side.SELL, PosSide.NET, false, OrderState.LIVE, "0");
    journal(intent("place", "c9", body().put("side", "sell").put("sz", "2")));
    Ledger amended = journal(intent("amend", "c1", body().put("newSz", "3")));
    assertThat(side(amended, List.of(shown))).isEqualTo(Side.SELL);
    assertThat(side(amended, List.of())).as("when nobody knows").isEqualTo(Side.BUY);
    Ledger both = journal(intent("place", "c1", body().put("side", "sell").put("sz", "2")));
    assertThat(entries(List.of(), Optional.of(List.of()), Set.of(), both).orElseThrow())
        .hasSize(3)
        .extracting(Facts.PastEntry::side)
        .containsOnly(Side.SELL);
  }

  @Test
  void aSpotSaleForAnotherCoinHasEnteredThatCoin() {
    Order sale = order(InstType.SPOT, Side.SELL, PosSide.NET, false, OrderState.FILLED, "2");
    assertThat(entries(List.of(on("BTC-USDC", sale)))).isEmpty();
    assertThat(entries(List.of(on("ETH-BTC", sale)))).hasSize(1);
  }

  private static Order on(String instId, Order like) {
    return new Order(
        like.instType(),
        instId,
        like.ordId(),
        like.clOrdId(),
        like.tag(),
        like.side(),
        like.posSide(),
        like.tdMode(),
        like.ordType(),
        like.px(),
        like.sz(),
        like.tgtCcy(),
        like.reduceOnly(),
        like.state(),
        like.accFillSz(),
        like.avgPx(),
        like.fee(),
        like.feeCcy(),
        like.category(),
        like.cancelSource(),
        like.algoId(),
        like.algoClOrdId(),
        like.attached(),
        like.created(),
        like.updated());
  }

  private Side side(Ledger ledger, List<Order> resting) {
    return entries(List.of(), Optional.of(resting), Set.of(), ledger).orElseThrow().stream()
        .filter(entry -> entry.clOrdId().equals("c1"))
        .findFirst()
        .orElseThrow()
        .side();
  }

  @Test
  void rareTypesAreReadOnlyWhereTheyMayBeEntered() {
    entries(List.of());
    assertThat(asked).containsExactlyInAnyOrder(InstType.SPOT, InstType.SWAP, InstType.FUTURES);
    asked.clear();
    entries(List.of(), Optional.of(List.of()), Set.of("OPTION"), journal());
    assertThat(asked).contains(InstType.OPTION).doesNotContain(InstType.MARGIN);
  }

  @Test
  void withoutWhatRestsNothingIsCounted() {
    assertThat(entries(List.of(), Optional.empty(), Set.of(), journal())).isEmpty();
  }

  @Test
  void anOpenExitKeepsItsSideBackAndOneWithoutASideBoth() {
    assertThat(open(intent("close", "c1", body().put("side", "sell")))).containsExactly(Side.SELL);
    assertThat(open(intent("close", "c1", body()))).containsExactly(Side.values());
    Event.Intent cancel = intent("cancel", "c1", body());
    assertThat(
            open(
                new Event.Intent(
                    cancel.intentId(),
                    cancel.key(),
                    cancel.digest(),
                    cancel.action(),
                    cancel.instType(),
                    cancel.instId(),
                    cancel.clOrdId(),
                    false,
                    cancel.request(),
                    cancel.notionalUsd(),
                    cancel.expiry(),
                    cancel.policy())))
        .isEmpty();
  }

  private List<Side> open(Event.Intent intent) {
    try (Journal journal = Journal.open(home.resolve("open" + asked.size()), time)) {
      journal.append(intent);
      asked.add(InstType.SPOT);
      return PastOrders.openIntents(journal.ledger()).stream().map(Facts.OpenIntent::side).toList();
    }
  }
}
