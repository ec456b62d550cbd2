package dev.okxguard.cli.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Margin and option orders from the command line through the gateway to the paper exchange, under
/// a policy that permits them.
class MarginAndOptionFlowTest {
  private static final String CALL = "BTC-USD-270326-90000-C";

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private Commands okx;

  @BeforeEach
  void open() {
    okx = new Commands(home, time);
    okx.file(
        ".okx/guard.toml",
        """
        [limits]
        max_order_size = 20000
        max_order_ratio = 2
        max_position_size = 20000
        max_total_ratio = 2
        min_cash_ratio = 0
        price_collar = 0.5
        max_slippage = 0.05
        require_stop_loss = "never"
        inst_types = ["MARGIN", "OPTION"]
        """);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    assertThat(okx.run("paper", "price", "BTC-USDT", "90000").code()).isZero();
    assertThat(okx.run("paper", "fund", "BTC", "1").code()).isZero();
  }

  private JsonNode json(String... args) {
    List<String> line = new ArrayList<>(List.of("--paper"));
    line.addAll(List.of(args));
    line.add("--json");
    Commands.Run run = okx.run(line.toArray(String[]::new));
    assertThat(run.code()).as(run.toString()).isZero();
    return run.json();
  }

  private Commands.Run place(String instId, String mode, String side, String... more) {
    List<String> line =
        new ArrayList<>(
            List.of("--paper", "order", "place", instId, "--tdMode", mode, "--side", side));
    line.addAll(List.of(more));
    line.add("--json");
    return okx.run(line.toArray(String[]::new));
  }

  private JsonNode accepted(Commands.Run run) {
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.json().path("outcome").asString()).isEqualTo("accepted");
    return run.json();
  }

  private static BigDecimal n(JsonNode row, String field) {
    return new BigDecimal(row.path(field).asString());
  }

  @Test
  void aMarginOrderRestsIsListedAndCancelled() {
    JsonNode order =
        accepted(place("BTC-USDT", "isolated", "buy", "--sz", "0.01", "--px", "89000"));
    JsonNode row = json("order", "list").get(0);
    assertThat(row.path("instType").asString()).isEqualTo("MARGIN");
    assertThat(n(row, "lever")).isEqualByComparingTo("3");
    JsonNode gone = json("order", "cancel", "BTC-USDT", "--ordId", order.path("ordId").asString());
    assertThat(gone.path("state").asString()).isEqualTo("canceled");
    assertThat(json("order", "list")).isEmpty();
  }

  @Test
  void aMarginLongIsOpenedInQuoteAndClosedInCoins() {
    JsonNode order = accepted(place("BTC-USDT", "isolated", "buy", "--sz", "900"));
    assertThat(n(order, "accFillSz")).isEqualByComparingTo("0.01");
    // What an order is worth is its amount.
    assertThat(n(order, "notionalUsd")).isEqualByComparingTo("900");
    JsonNode leg = json("account", "positions").get(0);
    assertThat(leg.path("posCcy").asString()).isEqualTo("BTC");
    assertThat(n(leg, "liab")).isEqualByComparingTo("-900");

    accepted(place("BTC-USDT", "isolated", "sell", "--sz", "0.01", "--reduceOnly"));
    assertThat(json("account", "positions")).isEmpty();
    Commands.Run again = place("BTC-USDT", "isolated", "sell", "--sz", "0.01", "--reduceOnly");
    assertThat(again.code()).as(again.toString()).isEqualTo(5);
    assertThat(again.out()).contains("51169");
  }

  /// The same pair is traded in cash and on margin; OKX lists the two apart.
  @Test
  void aPairsTradesAreNotDeniedForBeingOnMargin() {
    accepted(place("BTC-USDT", "isolated", "buy", "--sz", "900"));
    assertThat(json("order", "fills", "BTC-USDT")).hasSize(1);
    assertThat(json("order", "history", "BTC-USDT", "--instType", "MARGIN")).hasSize(1);
    for (String list : List.of("history", "history --archive", "fills --archive")) {
      Commands.Run run = okx.run(("--paper order " + list + " BTC-USDT").split(" "));
      assertThat(run.code()).as(run.toString()).isZero();
      assertThat(run.out()).containsPattern("No SPOT (orders|fills) in that window");
    }
  }

  @Test
  void aMarginShortIsOpenedInCoinsAndBoughtBack() {
    accepted(place("BTC-USDT", "isolated", "sell", "--sz", "0.01"));
    JsonNode leg = json("account", "positions").get(0);
    assertThat(leg.path("posCcy").asString()).isEqualTo("USDT");
    assertThat(n(leg, "liab")).isEqualByComparingTo("-0.01");
    assertThat(leg.path("liabCcy").asString()).isEqualTo("BTC");

    accepted(place("BTC-USDT", "isolated", "buy", "--sz", "0.01", "--px", "90000", "--reduceOnly"));
    assertThat(json("account", "positions")).isEmpty();
  }

  @Test
  void anEmergencyTakesOffMarginPositionsBothWaysAndOptions() {
    JsonNode ticker = json("market", "ticker", CALL).get(0);
    accepted(place(CALL, "cross", "buy", "--sz", "2", "--px", ticker.path("askPx").asString()));
    accepted(place("BTC-USDT", "isolated", "buy", "--sz", "900"));
    accepted(place("ETH-USDT", "isolated", "sell", "--sz", "0.3"));
    JsonNode killed = json("guard", "kill", "--flatten");
    assertThat(killed.path("outcome").asString()).as(killed.toString()).isEqualTo("done");
    assertThat(killed.path("closed")).as(killed.toString()).hasSize(3);
    assertThat(json("account", "positions")).isEmpty();
  }

  @Test
  void anOptionIsBoughtForItsPremiumListedAndSoldAgain() {
    JsonNode ticker = json("market", "ticker", CALL).get(0);
    JsonNode order =
        accepted(place(CALL, "cross", "buy", "--sz", "2", "--px", ticker.path("askPx").asString()));
    assertThat(order.path("state").asString()).isEqualTo("filled");
    // 2 x 0.01 x premium x 90000
    assertThat(n(order, "notionalUsd"))
        .isEqualByComparingTo(n(ticker, "askPx").multiply(new BigDecimal("1800")));
    JsonNode leg = json("account", "positions", "--instType", "OPTION").get(0);
    assertThat(n(leg, "pos")).isEqualByComparingTo("2");
    assertThat(n(leg, "optVal")).isPositive();

    accepted(place(CALL, "cross", "sell", "--sz", "2", "--px", ticker.path("bidPx").asString()));
    assertThat(json("account", "positions")).isEmpty();
    assertThat(json("order", "history", "--instType", "OPTION")).hasSize(2);
    assertThat(json("order", "fills", "--instType", "OPTION")).isNotEmpty();
  }

  @Test
  void anOptionOrderRestsAndIsCancelled() {
    JsonNode order = accepted(place(CALL, "cross", "buy", "--sz", "1", "--px", "0.1"));
    assertThat(json("order", "list").get(0).path("instType").asString()).isEqualTo("OPTION");
    JsonNode gone = json("order", "cancel", CALL, "--ordId", order.path("ordId").asString());
    assertThat(gone.path("state").asString()).isEqualTo("canceled");
  }

  @Test
  void aSoldOptionIsMeasuredByItsUnderlying() {
    String bid = json("market", "ticker", CALL).get(0).path("bidPx").asString();
    // 20 x 0.01 x 90000 is within 20000, 23 of them are not
    assertThat(n(accepted(place(CALL, "cross", "sell", "--sz", "20", "--px", bid)), "notionalUsd"))
        .isEqualByComparingTo("18000");
    Commands.Run more = place(CALL, "cross", "sell", "--sz", "23", "--px", bid);
    assertThat(more.code()).as(more.toString()).isEqualTo(6);
    assertThat(more.out()).contains("MAX_ORDER_SIZE", "MAX_POSITION_SIZE");
  }

  @Test
  void theDefaultPolicyPermitsNeither() {
    okx.file(".okx/guard.toml", "[limits]\nmax_order_size = 5000\n");
    for (Commands.Run run :
        List.of(
            place("BTC-USDT", "isolated", "buy", "--sz", "50"),
            place(CALL, "cross", "buy", "--sz", "1", "--px", "0.1"))) {
      assertThat(run.code()).as(run.toString()).isEqualTo(6);
      assertThat(run.out()).contains("INSTRUMENT_TYPE");
    }
  }
}
