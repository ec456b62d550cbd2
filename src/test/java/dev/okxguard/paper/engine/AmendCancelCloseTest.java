package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Result;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AmendCancelCloseTest {
  private static final String SWAP = "BTC-USDT-SWAP";

  private final Desk desk = new Desk();

  @Test
  void aCancelledOrderFreesItsMoneyAndASecondCancelIsHarmless() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    assertThat(desk.post("trade/cancel-order", "instId", "BTC-USDT", "ordId", id).code())
        .isEqualTo("0");
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("canceled");
    assertThat(text(order, "cancelSource")).isEqualTo("1");
    assertThat(number(desk.balance("USDT"), "availBal")).isEqualByComparingTo("10000");
    assertThat(cancel(id)).isEqualTo("51400");
    assertThat(cancel("123")).isEqualTo("51400");
    assertThat(text(Desk.item(desk.post("trade/cancel-order", "instId", "BTC-USDT")), "sCode"))
        .isEqualTo("51407");
  }

  @Test
  void aRefusedItemHasTheFieldsOfAnAcceptedOne() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    List<JsonNode> amended = List.of(Desk.item(amend(id, "newSz", "0.05")), Desk.item(amend("1")));
    List<JsonNode> canceled =
        List.of(
            Desk.item(desk.post("trade/cancel-order", "instId", "BTC-USDT", "ordId", id)),
            Desk.item(desk.post("trade/cancel-order", "instId", "BTC-USDT", "ordId", id)));
    for (List<JsonNode> pair : List.of(amended, canceled)) {
      assertThat(text(pair.getFirst(), "sCode")).isEqualTo("0");
      assertThat(text(pair.getLast(), "sCode")).isNotEqualTo("0");
      assertThat(List.copyOf(pair.getLast().propertyNames()))
          .isEqualTo(List.copyOf(pair.getFirst().propertyNames()));
    }
  }

  @Test
  void tooManyAtOnceHaveACodeOfTheirOwn() {
    ObjectNode[] many = new ObjectNode[21];
    Arrays.fill(many, Desk.body("instId", "BTC-USDT", "ordId", "1", "newPx", "49000"));
    Result amended = desk.batch("trade/amend-batch-orders", many);
    assertThat(amended.code()).isEqualTo("51501");
    assertThat(amended.status()).isEqualTo(400);
    Result canceled = desk.batch("trade/cancel-batch-orders", many);
    assertThat(canceled.code()).isEqualTo("51406");
    assertThat(canceled.status()).isEqualTo(400);
  }

  @Test
  void anOrderIsAmendedOnceInOneRequest() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000", "clOrdId", "twice"));
    Result amended =
        desk.batch(
            "trade/amend-batch-orders",
            Desk.body("instId", "BTC-USDT", "ordId", id, "newSz", "0.05"),
            Desk.body("instId", "BTC-USDT", "clOrdId", "twice", "newSz", "0.02"));
    assertThat(amended.code()).isEqualTo("2");
    assertThat(text(amended.data().get(1), "sCode")).isEqualTo("51512");
    assertThat(text(desk.order("BTC-USDT", id), "sz")).isEqualTo("0.05");
  }

  @Test
  void anAmendmentChangesSizeAndPriceAndWhatIsFrozen() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    Result amended = amend(id, "newSz", "0.05", "newPx", "48500", "reqId", "r1");
    assertThat(amended.code()).isEqualTo("0");
    assertThat(text(Desk.item(amended), "reqId")).isEqualTo("r1");
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "sz")).isEqualTo("0.05");
    assertThat(text(order, "px")).isEqualTo("48500");
    assertThat(number(desk.balance("USDT"), "ordFrozen")).isEqualByComparingTo("2425");
  }

  @Test
  void anAmendmentThatCrossesTakes() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    assertThat(amend(id, "newPx", "50100").code()).isEqualTo("0");
    assertThat(text(desk.order("BTC-USDT", id), "state")).isEqualTo("filled");
    String maker = desk.place(spot("buy", "post_only", "0.01", "px", "49000"));
    assertThat(verdict(amend(maker, "newPx", "50100"))).isEqualTo("51511");
    assertThat(text(desk.order("BTC-USDT", maker), "px")).isEqualTo("49000");
  }

  @Test
  void aRefusedAmendmentLeavesTheOrderUnlessAskedToCancel() {
    String id = desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    assertThat(verdict(amend(id))).isEqualTo("51500");
    assertThat(verdict(amend(id, "newPx", "49000.01"))).isEqualTo("51150");
    Result tooMuch = amend(id, "newSz", "5");
    assertThat(verdict(tooMuch)).isEqualTo("51502");
    assertThat(text(desk.order("BTC-USDT", id), "sz")).isEqualTo("0.1");
    amend(id, "newSz", "5", "cxlOnFail", "true");
    assertThat(text(desk.order("BTC-USDT", id), "state")).isEqualTo("canceled");
    assertThat(verdict(amend(id, "newSz", "0.2"))).isEqualTo("51503");
  }

  @Test
  void aNewSizeNotAboveWhatIsFilledEndsTheOrder() {
    desk.market.levelSize("0.01");
    String id = desk.place(spot("buy", "limit", "0.05", "px", "50000.2"));
    assertThat(amend(id, "newSz", "0.02").code()).isEqualTo("0");
    JsonNode order = desk.order("BTC-USDT", id);
    assertThat(text(order, "state")).isEqualTo("filled");
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("0.02");
  }

  @Test
  void closePositionFlattensOneLegAndItsOrderIsFoundByClientId() {
    desk.place(swap("sell", "7"));
    Result closed =
        desk.post("trade/close-position", "instId", SWAP, "mgnMode", "cross", "clOrdId", "flat1");
    assertThat(closed.code()).isEqualTo("0");
    assertThat(Desk.item(closed).has("ordId")).isFalse();
    assertThat(desk.rows("account/positions")).isEmpty();
    JsonNode order = desk.rows("trade/order", "instId", SWAP, "clOrdId", "flat1").getFirst();
    assertThat(text(order, "side")).isEqualTo("buy");
    assertThat(text(order, "reduceOnly")).isEqualTo("true");
    assertThat(number(order, "accFillSz")).isEqualByComparingTo("7");
    Result again = desk.post("trade/close-position", "instId", SWAP, "mgnMode", "cross");
    assertThat(again.code()).isEqualTo("51023");
  }

  @Test
  void pendingCloseOrdersAreInTheWayUnlessTheyMayBeCancelled() {
    desk.place(swap("buy", "5"));
    String[] takeProfit = {
      "instId",
      SWAP,
      "tdMode",
      "cross",
      "side",
      "sell",
      "ordType",
      "limit",
      "sz",
      "5",
      "px",
      "51000",
      "reduceOnly",
      "true"
    };
    String id = desk.place(takeProfit);
    Result refused = desk.post("trade/close-position", "instId", SWAP, "mgnMode", "cross");
    assertThat(refused.code()).isEqualTo("51115");
    assertThat(refused.status()).isEqualTo(429);
    Result closed =
        desk.post("trade/close-position", "instId", SWAP, "mgnMode", "cross", "autoCxl", "true");
    assertThat(closed.code()).isEqualTo("0");
    assertThat(text(desk.order(SWAP, id), "state")).isEqualTo("canceled");
    assertThat(desk.position(SWAP)).isZero();
  }

  private String cancel(String id) {
    return verdict(desk.post("trade/cancel-order", "instId", "BTC-USDT", "ordId", id));
  }

  private Result amend(String id, String... changes) {
    ObjectNode body = Desk.body("instId", "BTC-USDT", "ordId", id);
    body.setAll(Desk.body(changes));
    return desk.post("trade/amend-order", body);
  }

  private static String verdict(Result result) {
    return text(Desk.item(result), "sCode");
  }
}
