package dev.okxguard.paper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a client can read of an account, held against itself.
final class Books {
  private static final BigDecimal TINY = new BigDecimal("0.000000000001");

  private final Exchange exchange;
  private final Map<String, String> remembered = new HashMap<>();

  Books(Exchange exchange) {
    this.exchange = exchange;
  }

  void remember(Map<String, String> names) {
    remembered.putAll(names);
  }

  /// A script with the names remembered so far put in.
  String named(String script) {
    String text = script;
    for (Map.Entry<String, String> name : remembered.entrySet()) {
      text = text.replace("{" + name.getKey() + "}", name.getValue());
    }
    return text;
  }

  /// Position and average price are those of the fills, and so is each fill's profit.
  void agree(Leg leg) throws Exception {
    BigDecimal held = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    for (JsonNode fill : fills("SWAP").reversed()) {
      BigDecimal sz = number(fill, "fillSz");
      BigDecimal worth = worth(leg, sz, number(fill, "fillPx"));
      boolean opens = fill.path("side").asString().equals("buy") == leg.rises();
      BigDecimal profit = BigDecimal.ZERO;
      if (opens) {
        held = held.add(sz);
        value = value.add(worth);
      } else {
        BigDecimal share = Decimals.divide(value.multiply(sz), held);
        profit = leg.rises() == leg.inverse() ? share.subtract(worth) : worth.subtract(share);
        held = held.subtract(sz);
        value = value.subtract(share);
      }
      assertThat(number(fill, "fillPnl").subtract(profit).abs())
          .as(leg + " " + fill)
          .isLessThan(TINY);
    }
    assertThat(position(leg)).as(leg.toString()).isEqualByComparingTo(held);
    if (held.signum() > 0) {
      BigDecimal average = average(leg, held, value);
      BigDecimal shown = number(open(leg).orElseThrow(), "avgPx");
      assertThat(shown.subtract(average).abs())
          .as(leg.toString())
          .isLessThan(new BigDecimal("0.00000001"));
    }
    ordersAreTheirFills("SWAP");
  }

  /// What that many contracts are worth at that price, in the currency they settle in.
  private static BigDecimal worth(Leg leg, BigDecimal sz, BigDecimal px) {
    return leg.inverse()
        ? Decimals.divide(sz.multiply(new BigDecimal("100")), px)
        : sz.multiply(px).multiply(new BigDecimal("0.01"));
  }

  private static BigDecimal average(Leg leg, BigDecimal held, BigDecimal value) {
    return leg.inverse()
        ? Decimals.divide(held.multiply(new BigDecimal("100")), value)
        : Decimals.divide(value, held.multiply(new BigDecimal("0.01")));
  }

  /// The size of the position, without its sign.
  BigDecimal position(Leg leg) throws Exception {
    return open(leg).map(row -> number(row, "pos").abs()).orElse(BigDecimal.ZERO);
  }

  private Optional<JsonNode> open(Leg leg) throws Exception {
    JsonNode rows = read("account/positions?instType=SWAP");
    assertThat(rows.size()).isLessThanOrEqualTo(1);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    JsonNode row = rows.path(0);
    assertThat(row.path("instId").asString()).isEqualTo(leg.instId());
    assertThat(row.path("mgnMode").asString()).isEqualTo(leg.mgnMode());
    String side = leg.hedged() ? (leg.rises() ? "long" : "short") : "net";
    assertThat(row.path("posSide").asString()).isEqualTo(side);
    if (!leg.hedged()) {
      assertThat(number(row, "pos").signum()).isEqualTo(leg.rises() ? 1 : -1);
    }
    return Optional.of(row);
  }

  /// With nothing open, the balance is what was paid in, with every fill's profit, fee and trade;
  /// and the bills say the same, to the last digit.
  void conserve(String ccy) throws Exception {
    BigDecimal billed = BigDecimal.ZERO;
    BigDecimal expected = BigDecimal.ZERO;
    for (JsonNode bill : read("account/bills?ccy=" + ccy)) {
      billed = billed.add(number(bill, "balChg"));
      if (bill.path("type").asString().equals("1")) {
        expected = expected.add(number(bill, "balChg"));
      }
    }
    for (JsonNode fill : fills("")) {
      expected = expected.add(change(fill, ccy));
    }
    BigDecimal cash = cash(ccy);
    assertThat(billed).as("bills of " + ccy).isEqualByComparingTo(cash);
    assertThat(expected).as("fills in " + ccy).isEqualByComparingTo(cash);
  }

  private static BigDecimal change(JsonNode fill, String ccy) {
    BigDecimal change =
        fill.path("feeCcy").asString().equals(ccy) ? number(fill, "fee") : BigDecimal.ZERO;
    String instId = fill.path("instId").asString();
    boolean buy = fill.path("side").asString().equals("buy");
    BigDecimal sz = number(fill, "fillSz");
    if (fill.path("instType").asString().equals("SPOT")) {
      BigDecimal flow = ccy.equals("BTC") ? sz : sz.multiply(number(fill, "fillPx")).negate();
      return change.add(buy ? flow : flow.negate());
    }
    boolean settles = instId.equals("BTC-USD-SWAP") == ccy.equals("BTC");
    return settles ? change.add(number(fill, "fillPnl")) : change;
  }

  void ordersAreTheirFills(String instType) throws Exception {
    List<JsonNode> fills = fills(instType);
    for (JsonNode order : read("trade/orders-history?instType=" + instType)) {
      List<JsonNode> own =
          fills.stream().filter(fill -> fill.path("ordId").equals(order.path("ordId"))).toList();
      assertThat(sum(own, "fillSz")).isEqualByComparingTo(number(order, "accFillSz"));
      assertThat(sum(own, "fee")).isEqualByComparingTo(number(order, "fee"));
      assertThat(sum(own, "fillPnl")).isEqualByComparingTo(number(order, "pnl"));
    }
  }

  /// Newest first.
  private List<JsonNode> fills(String instType) throws Exception {
    List<JsonNode> fills = new ArrayList<>();
    read("trade/fills?instType=" + instType).forEach(fills::add);
    return fills;
  }

  private BigDecimal cash(String ccy) throws Exception {
    JsonNode details = read("account/balance?ccy=" + ccy).path(0).path("details");
    return number(details.path(0), "cashBal");
  }

  private JsonNode read(String target) throws Exception {
    Exchange.Reply reply = exchange.send(Manner.LIBRARY, "GET", "/api/v5/" + target, "");
    assertThat(reply.code()).as(target).isEqualTo("0");
    return reply.data();
  }

  private static BigDecimal sum(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> number(row, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(JsonNode row, String field) {
    return Decimals.parse(row.path(field).asString("")).orElse(BigDecimal.ZERO);
  }
}
