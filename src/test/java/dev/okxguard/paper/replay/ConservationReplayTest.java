package dev.okxguard.paper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// After a life cycle over HTTP, the books a client can read agree with each other.
class ConservationReplayTest {
  private static final BigDecimal CONTRACT = new BigDecimal("0.01");

  @TempDir Path directory;
  private Exchange exchange;

  @BeforeEach
  void trade() throws Exception {
    exchange = Exchange.open(directory);
    exchange.price("BTC-USDT", "90000");
    exchange.price("BTC-USDT-SWAP", "90000");
    new Replay(exchange, Manner.COMMAND_LINE)
        .play(
            """
            POST /api/v5/account/set-leverage {"instId":"BTC-USDT-SWAP","lever":"10","mgnMode":"cross"}
            # Through several levels of the book.
            POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"70","tag":"CMD"}
            POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"500","tag":"CMD"}
            # One that rests and is met by the price.
            POST /api/v5/trade/order {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"sell","ordType":"limit","sz":"20","px":"90500","tag":"CMD"}
              0/ordId -> maker
            POST /api/v5/trade/order {"instId":"BTC-USDT","tdMode":"cash","side":"sell","ordType":"limit","sz":"0.002","px":"90400","tag":"CMD"}
            price BTC-USDT 90600
            price BTC-USDT-SWAP 90600
            GET /api/v5/trade/order?instId=BTC-USDT-SWAP&ordId={maker}
              0/state = filled
              0/avgPx = 90500
            GET /api/v5/trade/fills?instType=SWAP&ordId={maker}
              0/execType = M
            """);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void thePositionIsTheSumOfItsFillsAtTheirAverage() throws Exception {
    BigDecimal bought = BigDecimal.ZERO;
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal sold = BigDecimal.ZERO;
    for (JsonNode fill : read("trade/fills?instType=SWAP")) {
      if (fill.path("side").asString().equals("buy")) {
        bought = bought.add(number(fill, "fillSz"));
        cost = cost.add(number(fill, "fillSz").multiply(number(fill, "fillPx")));
      } else {
        sold = sold.add(number(fill, "fillSz"));
      }
    }
    JsonNode position = read("account/positions").path(0);
    BigDecimal average = Decimals.divide(cost, bought);
    assertThat(read("trade/fills?instType=SWAP").size()).isGreaterThan(2);
    assertThat(number(position, "pos")).isEqualByComparingTo(bought.subtract(sold));
    assertThat(number(position, "avgPx").subtract(average).abs()).isLessThan(tiny());
  }

  @Test
  void theBalanceIsTheDepositWithPnlFeesAndTrades() throws Exception {
    BigDecimal expected = new BigDecimal("10000");
    for (JsonNode fill : read("trade/fills")) {
      BigDecimal fee = number(fill, "fee");
      boolean spot = fill.path("instType").asString().equals("SPOT");
      boolean buy = fill.path("side").asString().equals("buy");
      BigDecimal value = number(fill, "fillPx").multiply(number(fill, "fillSz"));
      expected =
          expected.add(fill.path("feeCcy").asString().equals("USDT") ? fee : BigDecimal.ZERO);
      expected = expected.add(number(fill, "fillPnl"));
      if (spot) {
        expected = expected.add(buy ? value.negate() : value);
      }
    }
    assertThat(cash("USDT").subtract(expected).abs()).isLessThan(tiny());
  }

  @Test
  void theBillsOfACurrencyAddUpToItsBalance() throws Exception {
    for (String ccy : new String[] {"USDT", "BTC"}) {
      JsonNode bills = read("account/bills?ccy=" + ccy);
      BigDecimal sum =
          rows(bills).map(bill -> number(bill, "balChg")).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).as(ccy).isEqualByComparingTo(cash(ccy));
      assertThat(number(bills.path(0), "bal")).as(ccy).isEqualByComparingTo(cash(ccy));
    }
  }

  @Test
  void anOrderIsTheSumOfItsFills() throws Exception {
    for (JsonNode order : read("trade/orders-history?instType=SWAP")) {
      JsonNode fills = read("trade/fills?instType=SWAP&ordId=" + order.path("ordId").asString());
      assertThat(sum(fills, "fillSz")).isEqualByComparingTo(number(order, "accFillSz"));
      assertThat(sum(fills, "fee")).isEqualByComparingTo(number(order, "fee"));
      assertThat(sum(fills, "fillPnl")).isEqualByComparingTo(number(order, "pnl"));
    }
  }

  @Test
  void equityIsCashWithWhatThePositionWouldBring() throws Exception {
    JsonNode position = read("account/positions").path(0);
    BigDecimal move = number(position, "markPx").subtract(number(position, "avgPx"));
    BigDecimal upl = move.multiply(number(position, "pos")).multiply(CONTRACT);
    JsonNode usdt = detail("USDT");
    assertThat(number(position, "upl").subtract(upl).abs()).isLessThan(tiny());
    assertThat(number(usdt, "eq")).isEqualByComparingTo(cash("USDT").add(number(position, "upl")));
    assertThat(number(usdt, "availEq"))
        .isEqualByComparingTo(number(usdt, "eq").subtract(number(usdt, "frozenBal")));
    assertThat(number(usdt, "frozenBal")).isEqualByComparingTo(number(position, "imr"));
  }

  @Test
  void aCloseLeavesTheRealisedProfitAndNothingElse() throws Exception {
    new Replay(exchange, Manner.LIBRARY)
        .play(
            """
            POST /api/v5/trade/close-position {"instId":"BTC-USDT-SWAP","mgnMode":"cross"}
            GET /api/v5/account/positions
              rows 0
            """);
    JsonNode closed = read("account/positions-history").path(0);
    JsonNode fills = read("trade/fills?instType=SWAP");
    BigDecimal realised = sum(fills, "fillPnl").add(sum(fills, "fee"));
    assertThat(number(closed, "closeTotalPos")).isEqualByComparingTo("70");
    assertThat(number(closed, "realizedPnl")).isEqualByComparingTo(realised);
    JsonNode usdt = detail("USDT");
    assertThat(number(usdt, "frozenBal")).isZero();
    assertThat(number(usdt, "eq")).isEqualByComparingTo(cash("USDT"));
  }

  private JsonNode read(String target) throws Exception {
    Exchange.Reply reply = exchange.send(Manner.LIBRARY, "GET", "/api/v5/" + target, "");
    assertThat(reply.code()).as(target).isEqualTo("0");
    return reply.data();
  }

  private JsonNode detail(String ccy) throws Exception {
    return rows(read("account/balance?ccy=" + ccy).path(0).path("details"))
        .findFirst()
        .orElseThrow();
  }

  private BigDecimal cash(String ccy) throws Exception {
    return number(detail(ccy), "cashBal");
  }

  private static Stream<JsonNode> rows(JsonNode list) {
    return list.valueStream();
  }

  private static BigDecimal sum(JsonNode list, String field) {
    return rows(list).map(row -> number(row, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(JsonNode row, String field) {
    return new BigDecimal(row.path(field).asString());
  }

  private static BigDecimal tiny() {
    return new BigDecimal("0.000000000001");
  }
}
