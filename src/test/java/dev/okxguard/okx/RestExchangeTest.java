package dev.okxguard.okx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Span;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RestExchangeTest {
  private final Bench bench = new Bench();
  private final Exchange exchange = new RestExchange(bench.client);

  private void answers(String sample) {
    bench.script.then(200, Samples.text(sample));
  }

  private String target() {
    return bench.script.requests().getLast().target();
  }

  private static BigDecimal n(String text) {
    return new BigDecimal(text);
  }

  @Test
  void configTellsWhoseKeyThisIsAndWhatItMay() {
    answers("config");
    AccountConfig config = exchange.config();
    assertThat(config.main()).isFalse();
    assertThat(config.acctLv()).isEqualTo(AccountLevel.FUTURES);
    assertThat(config.posMode()).isEqualTo(PosMode.LONG_SHORT);
    assertThat(config.perm()).containsExactlyInAnyOrder("read_only", "trade");
    assertThat(config.ip()).containsExactly("192.0.2.7", "198.51.100.0/24");
    assertThat(config.label()).isEqualTo("nightly bot");
  }

  @Test
  void balanceKeepsEveryDigit() {
    answers("balance");
    Balance balance = exchange.balance();
    assertThat(balance.totalEq()).isEqualTo(n("1034.15"));
    assertThat(balance.of("USDT").orElseThrow().frozenBal()).isEqualTo(n("198.25"));
    assertThat(balance.of("ETH").orElseThrow().eqUsd()).isEmpty();
  }

  @Test
  void positionsHaveTheirDirectionAndFlatOnesAreLeftOut() {
    answers("positions");
    List<Position> positions = exchange.positions();
    assertThat(positions.stream().map(Position::signed))
        .containsExactly(n("-1.5"), n("-4"), n("-2.004"));
    assertThat(positions.get(0).lever()).contains(n("3.0"));
    assertThat(positions.get(0).mgnMode()).isEqualTo(TdMode.ISOLATED);
    assertThat(positions.get(1).upl()).contains(n("0.000012"));
    assertThat(positions.get(1).markPx()).isEmpty();
  }

  @Test
  void anOrderIsFoundByOurId() {
    answers("order");
    Order order = exchange.order("ETH-USDT-SWAP", new ClOrdId("okgA1")).orElseThrow();
    assertThat(target()).isEqualTo("/api/v5/trade/order?instId=ETH-USDT-SWAP&clOrdId=okgA1");
    assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    assertThat(order.ordType()).isEqualTo(OrdType.POST_ONLY);
    assertThat(order.remaining()).isEqualTo(n("0.6"));
    assertThat(order.avgPx()).contains(n("3100.25"));
    assertThat(order.posSide()).isEqualTo(PosSide.LONG);
    assertThat(order.updated()).isEqualTo(Instant.ofEpochMilli(1795000002000L));
  }

  @Test
  void onlyOkxsOwnWordMakesAnOrderAbsent() {
    bench.script.then(200, Script.error("51603"));
    assertThat(exchange.orderById("ETH-USDT-SWAP", "990001")).isEmpty();
    bench.script.then(200, Script.ok("[]"));
    assertThat(failure(() -> exchange.orderById("ETH-USDT-SWAP", "990001")))
        .isEqualTo(ExitCode.UNREACHABLE);
    bench.script.then(200, Script.error("51001"));
    assertThat(failure(() -> exchange.orderById("ETH-USDT-SWAP", "990001")))
        .isEqualTo(ExitCode.REJECTED);
  }

  @Test
  void theAnswerForAnotherOrderIsNoAnswer() {
    answers("order");
    assertThat(failure(() -> exchange.order("ETH-USDT-SWAP", new ClOrdId("okgB2"))))
        .isEqualTo(ExitCode.UNREACHABLE);
    answers("order");
    assertThat(failure(() -> exchange.orderById("ETH-USDT-SWAP", "1")))
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void pendingOrdersAreReadToTheLastPage() {
    String row = Json.tree(Samples.text("pending")).path("data").path(0).toString();
    String full =
        IntStream.range(0, 100)
            .mapToObj(i -> row.replace("990002", "99" + (1000 - i)))
            .collect(Collectors.joining(",", "[", "]"));
    bench.script.then(200, Script.ok(full)).then(200, Samples.text("pending"));
    List<Order> orders = exchange.pendingOrders();
    assertThat(orders).hasSize(102);
    assertThat(target()).isEqualTo("/api/v5/trade/orders-pending?limit=100&after=99901");
    assertThat(orders.getLast().reduceOnly()).isTrue();
    assertThat(orders.get(100).posSide()).isEqualTo(PosSide.NET);
    assertThat(orders.get(100).avgPx()).isEmpty();
  }

  @Test
  void historyBeginsAtTheTimeAskedFor() {
    bench.script.then(200, Samples.text("pending").replace("\"live\"", "\"canceled\""));
    Instant since = Instant.ofEpochMilli(1795000003000L);
    List<Order> orders = exchange.history(InstType.SPOT, since);
    assertThat(orders.stream().map(Order::ordId)).containsExactly("990002");
    assertThat(target())
        .isEqualTo("/api/v5/trade/orders-history?instType=SPOT&begin=1795000002999&limit=100");
  }

  @Test
  void fillsCarryTheirOwnTimeAndResult() {
    answers("fills");
    List<Fill> fills = exchange.fills(Instant.ofEpochMilli(1795000003900L));
    assertThat(fills.stream().map(Fill::billId)).containsExactly("770002", "770001");
    assertThat(fills.getFirst().pnl()).isEqualTo(n("-12.5"));
    assertThat(fills.getFirst().tradeId()).isEqualTo("-31");
    assertThat(fills.getFirst().time()).isEqualTo(Instant.ofEpochMilli(1795000004000L));
    assertThat(fills.getLast().time()).isEqualTo(Instant.ofEpochMilli(1795000003900L));
    answers("fills");
    assertThat(exchange.fills(Instant.ofEpochMilli(1795000003901L))).hasSize(1);
  }

  @Test
  void fillsAndBillsAreReadUpToATime() {
    answers("fills");
    Instant since = Instant.ofEpochMilli(1795000003900L);
    Optional<Instant> until = Optional.of(Instant.ofEpochMilli(1795000004000L));
    List<String> seen = new ArrayList<>();
    exchange.eachFill(since, until, fill -> seen.add(fill.billId()), () -> false);
    assertThat(seen).containsExactly("770001");
    String later = "?end=1795000014001&begin=1795000003899&limit=100";
    assertThat(target()).isEqualTo("/api/v5/trade/fills" + later);
    String query = "?end=1795000004001&begin=1795000003899&limit=100";
    bench.script.then(200, Script.ok("[]"));
    exchange.eachBill(since, until, bill -> seen.add(bill.billId()), () -> false);
    assertThat(target())
        .isIn("/api/v5/account/bills" + query, "/api/v5/account/bills-archive" + query);
  }

  /// OKX goes by when a record was written, which is later than its trade.
  @Test
  void aFillIsReadInTheSliceOfItsTrade() {
    answers("fills");
    Instant end = Instant.ofEpochMilli(1795000004000L);
    exchange.fills(new Span(end.minusSeconds(1), end), Set.of(InstType.SWAP), 100);
    assertThat(target()).contains("end=1795000014001");
  }

  @Test
  void instrumentsComeInTheirThreeKinds() {
    answers("instruments-swap");
    Instrument swap = exchange.instrument(InstType.SWAP, "ETH-USDT-SWAP").orElseThrow();
    assertThat(swap.contractValue()).isEqualByComparingTo("0.1");
    assertThat(swap.valueCcy()).isEqualTo("USDT");
    answers("instruments-inverse");
    Instrument inverse = exchange.instrument(InstType.FUTURES, "BTC-USD-261225").orElseThrow();
    assertThat(inverse.inverse()).isTrue();
    assertThat(inverse.maxMktSz()).isEmpty();
    answers("instruments-spot");
    Instrument spot = exchange.instrument(InstType.SPOT, "SOL-USDT").orElseThrow();
    assertThat(spot.lever()).isEmpty();
    assertThat(spot.ctVal()).isEmpty();
    assertThat(spot.valueCcy()).isEqualTo("USDT");
  }

  @Test
  void anOptionsPremiumIsCountedInItsSettlementCurrency() {
    answers("instruments-option");
    Instrument option =
        exchange.instrument(InstType.OPTION, "BTC-USD-261225-90000-C").orElseThrow();
    assertThat(option.inverse()).isFalse();
    assertThat(option.valueCcy()).isEqualTo("BTC");
    assertThat(option.contractValue()).isEqualByComparingTo("0.01");
  }

  @Test
  void anUnknownInstrumentIsAbsent() {
    bench.script.then(200, Script.error("51001")).then(200, Script.ok("[]"));
    bench.script.then(200, Script.error("51001")).then(200, Script.error("51001"));
    assertThat(exchange.instrument(InstType.SPOT, "NO-SUCH")).isEmpty();
    assertThat(exchange.instrument(InstType.SPOT, "NO-SUCH")).isEmpty();
    assertThat(exchange.quote("NO-SUCH")).isEmpty();
    assertThat(exchange.markPrice(InstType.SPOT, "NO-SUCH")).isEmpty();
  }

  @Test
  void aQuoteHasNoBidWhereTheBookHasNone() {
    answers("ticker");
    Quote quote = exchange.quote("SOL-USDT").orElseThrow();
    assertThat(quote.last()).isEqualTo(n("152.36"));
    assertThat(quote.bid()).isEmpty();
    assertThat(quote.ask()).contains(n("152.4"));
  }

  @Test
  void theMarkPriceOfASpotPairIsThatOfItsMarginTrading() {
    answers("mark-price");
    assertThat(exchange.markPrice(InstType.SPOT, "SOL-USDT")).contains(n("152.31"));
    assertThat(target()).contains("instType=MARGIN&instId=SOL-USDT");
  }

  @Test
  void theUsdIndexFallsBackToTheDollarCoin() {
    answers("index");
    assertThat(exchange.usdIndex("SOL")).contains(n("152.29"));
    bench.script.then(200, Script.error("51014"));
    bench.script.then(200, Samples.text("index").replace("SOL-USD", "SOL-USDT"));
    assertThat(exchange.usdIndex("SOL")).contains(n("152.29"));
    bench.script.then(200, Script.error("51000")).then(200, Script.ok("[]"));
    assertThat(exchange.usdIndex("NOSUCH")).isEqualTo(Optional.empty());
  }

  @Test
  void aSiteWithoutAKindOfAlgoOrdersHasNoneThatEndedButThoseWePlaceMustBeListed() {
    Instant since = Instant.parse("2026-11-20T00:00:00Z");
    for (int state = 0; state < 3; state++) {
      bench.script.then(400, Script.error("51000"));
    }
    assertThat(exchange.algoHistory(AlgoType.CHASE, since)).isEmpty();
    bench.script.then(400, Script.error("51000"));
    assertThatThrownBy(() -> exchange.algoHistory(AlgoType.TRIGGER, since))
        .isInstanceOf(Fault.class);
  }

  @Test
  void theBookKeepsItsOrder() {
    answers("book");
    Book book = exchange.book("SOL-USDT", 5);
    assertThat(target()).isEqualTo("/api/v5/market/books?instId=SOL-USDT&sz=5");
    assertThat(book.asks())
        .containsExactly(
            new Book.Level(n("152.4"), n("8")), new Book.Level(n("152.42"), n("30.5")));
    assertThat(book.bids()).hasSize(1);
  }

  @Test
  void leverageIsTheHighestOfTheSides() {
    answers("leverage");
    assertThat(exchange.leverage("ETH-USDT-SWAP", TdMode.ISOLATED)).contains(n("5.0"));
    bench.script.then(404, "<html/>").then(200, Script.error("59111"));
    assertThat(exchange.leverage("ETH-USDT-SWAP", TdMode.CROSS)).isEmpty();
    assertThat(exchange.leverage("ETH-USDT-SWAP", TdMode.CROSS)).isEmpty();
  }

  @Test
  void writesGoToTheirOwnAddresses() {
    bench.script.then(200, Bench.accepted()).then(200, Bench.accepted());
    bench.script.then(200, Script.ok("[{}]")).then(200, Script.ok("[{}]"));
    assertThat(
            exchange.send(
                Write.ORDER, Bench.order(), Optional.of(exchange.serverTime().plusSeconds(5))))
        .isInstanceOf(WriteReply.Accepted.class);
    exchange.send(Write.CANCEL, Bench.cancel("BTC-USDT-SWAP", "71"), Optional.empty());
    assertThat(new String(bench.script.requests().getLast().body(), UTF_8))
        .isEqualTo("{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"71\"}");
    exchange.send(Write.LEVERAGE, Bench.order(), Optional.empty());
    exchange.send(Write.POSITION_MODE, Bench.order(), Optional.empty());
    assertThat(bench.script.requests().stream().map(r -> r.method() + " " + r.target()))
        .containsExactly(
            "POST /api/v5/trade/order",
            "POST /api/v5/trade/cancel-order",
            "POST /api/v5/account/set-leverage",
            "POST /api/v5/account/set-position-mode");
  }

  private static ExitCode failure(ThrowingCallable read) {
    return catchThrowableOfType(Fault.class, read).exitCode();
  }
}
