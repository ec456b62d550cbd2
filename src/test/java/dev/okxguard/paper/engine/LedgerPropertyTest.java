package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LedgerPropertyTest {
  private static final BigDecimal DUST = new BigDecimal("0.000000001");

  private final RandomTrader trader = new RandomTrader();
  private final Desk desk = trader.desk;

  @Test
  void billsAddUpToEveryBalanceToTheLastDigit() {
    trader.trade(150);
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode bill : trader.pages("account/bills", "billId").reversed()) {
      BigDecimal sum = sums.merge(text(bill, "ccy"), number(bill, "balChg"), BigDecimal::add);
      assertThat(number(bill, "bal")).as(trader.seed()).isEqualByComparingTo(sum);
    }
    for (String ccy : List.of("USDT", "BTC", "ETH")) {
      assertThat(desk.cash(ccy)).as(trader.seed()).isEqualByComparingTo(sums.get(ccy));
    }
  }

  @Test
  void everySpotFillMovesBaseAndQuoteByExactlySizeValueAndFee() {
    trader.trade(150);
    Map<String, Map<String, BigDecimal>> byTrade = new HashMap<>();
    for (JsonNode bill : trader.pages("account/bills", "billId")) {
      byTrade
          .computeIfAbsent(text(bill, "tradeId"), id -> new HashMap<>())
          .merge(text(bill, "ccy"), number(bill, "balChg"), BigDecimal::add);
    }
    List<JsonNode> fills = new ArrayList<>(trader.pages("trade/fills", "billId"));
    fills.removeIf(fill -> !text(fill, "instType").equals("SPOT"));
    assertThat(fills).as(trader.seed()).isNotEmpty();
    for (JsonNode fill : fills) {
      int sign = text(fill, "side").equals("buy") ? 1 : -1;
      BigDecimal size = number(fill, "fillSz").multiply(BigDecimal.valueOf(sign));
      BigDecimal value = size.multiply(number(fill, "fillPx")).negate();
      BigDecimal fee = number(fill, "fee");
      String base = text(fill, "instId").split("-")[0];
      Map<String, BigDecimal> moved = byTrade.get(text(fill, "tradeId"));
      assertThat(moved.get(base))
          .as(trader.seed())
          .isEqualByComparingTo(sign > 0 ? size.add(fee) : size);
      assertThat(moved.get("USDT"))
          .as(trader.seed())
          .isEqualByComparingTo(sign > 0 ? value : value.add(fee));
    }
  }

  @Test
  void aPositionIsTheSumOfItsFillsAndTheirProfitIsWhatThePricesSay() {
    trader.trade(200);
    for (String instId : List.of("BTC-USDT-SWAP", "BTC-USD-SWAP")) {
      BigDecimal pos = BigDecimal.ZERO;
      BigDecimal avg = BigDecimal.ZERO;
      for (JsonNode fill : trader.pages("trade/fills", "billId", "instId", instId).reversed()) {
        BigDecimal sz = number(fill, "fillSz");
        BigDecimal signed = text(fill, "side").equals("buy") ? sz : sz.negate();
        BigDecimal px = number(fill, "fillPx");
        boolean opposite = pos.signum() == -signed.signum();
        BigDecimal closing = opposite ? sz.min(pos.abs()) : BigDecimal.ZERO;
        BigDecimal pnl = gain(instId, closing.multiply(BigDecimal.valueOf(pos.signum())), avg, px);
        assertThat(number(fill, "fillPnl")).as(trader.seed()).isCloseTo(pnl, within(DUST));
        BigDecimal before = pos;
        pos = pos.add(signed);
        if (before.signum() == 0 || before.signum() == -pos.signum()) {
          avg = px;
        } else if (!opposite) {
          avg = mean(instId, avg, before.abs(), px, sz);
        }
      }
      assertThat(desk.position(instId)).as(trader.seed()).isEqualByComparingTo(pos);
      if (pos.signum() != 0) {
        JsonNode row = desk.rows("account/positions", "instId", instId).getFirst();
        assertThat(number(row, "avgPx")).as(trader.seed()).isCloseTo(avg, within(DUST));
      }
    }
  }

  @Test
  void realisedProfitAndFeesOfPositionsAddUpToTheirBills() {
    trader.trade(200);
    BigDecimal fromPositions = BigDecimal.ZERO;
    for (JsonNode row : trader.pages("account/positions-history", "uTime", "type", "2")) {
      if (text(row, "ccy").equals("USDT")) {
        fromPositions = fromPositions.add(number(row, "realizedPnl"));
      }
    }
    for (JsonNode row : desk.rows("account/positions")) {
      if (text(row, "ccy").equals("USDT")) {
        fromPositions = fromPositions.add(number(row, "realizedPnl"));
      }
    }
    BigDecimal fromBills =
        trader.pages("account/bills", "billId", "instType", "SWAP", "ccy", "USDT").stream()
            .map(bill -> number(bill, "balChg"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(fromPositions).as(trader.seed()).isEqualByComparingTo(fromBills);
  }

  @Test
  void whatLeftTheCashAsIsolatedMarginIsInThePosition() {
    trader.trade(200);
    BigDecimal moved = BigDecimal.ZERO;
    for (JsonNode bill : trader.pages("account/bills", "billId", "type", "6")) {
      moved = moved.add(number(bill, "balChg"));
    }
    BigDecimal held =
        desk.rows("account/positions", "instType", "SWAP").stream()
            .filter(row -> text(row, "mgnMode").equals("isolated"))
            .map(row -> number(row, "margin"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(held).as(trader.seed()).isEqualByComparingTo(moved.negate());
  }

  @Test
  void aLegIsTheSumOfItsFillsAndNeverTurnsAround() {
    trader.longShort();
    trader.trade(250);
    Map<String, BigDecimal> legs = new HashMap<>();
    for (JsonNode fill : trader.pages("trade/fills", "billId", "instType", "SWAP").reversed()) {
      boolean opens = text(fill, "side").equals("buy") == text(fill, "posSide").equals("long");
      BigDecimal sz = opens ? number(fill, "fillSz") : number(fill, "fillSz").negate();
      String leg = text(fill, "instId") + text(fill, "posSide");
      BigDecimal size = legs.merge(leg, sz, BigDecimal::add);
      assertThat(size.signum()).as(trader.seed()).isNotNegative();
    }
    assertThat(legs).as(trader.seed()).isNotEmpty();
    legs.values().removeIf(size -> size.signum() == 0);
    Map<String, BigDecimal> shown = new HashMap<>();
    for (JsonNode row : desk.rows("account/positions")) {
      shown.put(text(row, "instId") + text(row, "posSide"), number(row, "pos"));
    }
    assertThat(shown.keySet()).as(trader.seed()).isEqualTo(legs.keySet());
    shown.forEach((leg, pos) -> assertThat(pos).isEqualByComparingTo(legs.get(leg)));
  }

  private static BigDecimal gain(String instId, BigDecimal sz, BigDecimal entry, BigDecimal exit) {
    if (sz.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (instId.equals("BTC-USDT-SWAP")) {
      return exit.subtract(entry).multiply(sz).multiply(new BigDecimal("0.01"));
    }
    BigDecimal inverse =
        Decimals.divide(BigDecimal.ONE, entry).subtract(Decimals.divide(BigDecimal.ONE, exit));
    return inverse.multiply(sz).multiply(BigDecimal.valueOf(100));
  }

  private static BigDecimal mean(
      String instId, BigDecimal pa, BigDecimal sa, BigDecimal pb, BigDecimal sb) {
    BigDecimal size = sa.add(sb);
    if (instId.equals("BTC-USDT-SWAP")) {
      return Decimals.divide(pa.multiply(sa).add(pb.multiply(sb)), size);
    }
    return Decimals.divide(size, Decimals.divide(sa, pa).add(Decimals.divide(sb, pb)));
  }
}
