package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.spot;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TransferTest {
  private final Desk desk = new Desk();

  @Test
  void moneyGoesToTheFundingAccountAndBack() {
    JsonNode whole = desk.rows("asset/asset-valuation", "ccy", "USDT").getFirst();
    JsonNode out = Desk.item(transfer("18", "6", "1500", "clientId", "t1"));
    assertThat(text(out, "transId")).isNotEmpty();
    assertThat(text(out, "clientId")).isEqualTo("t1");
    assertThat(number(out, "amt")).isEqualByComparingTo("1500");
    assertThat(desk.cash("USDT")).isEqualByComparingTo("8500");
    JsonNode funded = desk.rows("asset/balances").getFirst();
    assertThat(List.of(text(funded, "ccy"), text(funded, "bal"), text(funded, "availBal")))
        .containsExactly("USDT", "1500", "1500");
    JsonNode valued = desk.rows("asset/asset-valuation", "ccy", "USDT").getFirst();
    assertThat(number(valued, "totalBal")).isEqualByComparingTo(number(whole, "totalBal"));
    assertThat(number(valued.path("details"), "funding")).isEqualByComparingTo("1500");
    assertThat(transfer("6", "18", "500").code()).isEqualTo("0");
    assertThat(desk.cash("USDT")).isEqualByComparingTo("9000");
    assertThat(number(desk.rows("asset/balances").getFirst(), "bal")).isEqualByComparingTo("1000");
    assertThat(transfer("6", "18", "1000").code()).isEqualTo("0");
    assertThat(desk.rows("asset/balances")).as("only what is above 0").isEmpty();
  }

  @Test
  void bothAccountsHaveABillOfIt() {
    transfer("18", "6", "1500");
    transfer("6", "18", "500");
    List<JsonNode> trading = desk.rows("account/bills", "type", "1", "ccy", "USDT");
    assertThat(trading.stream().limit(2).map(bill -> text(bill, "subType")))
        .containsExactly("11", "12");
    assertThat(number(trading.get(1), "balChg")).isEqualByComparingTo("-1500");
    assertThat(text(trading.get(1), "from") + text(trading.get(1), "to")).isEqualTo("186");
    List<JsonNode> funding = desk.rows("asset/bills");
    assertThat(funding.stream().map(bill -> text(bill, "type"))).containsExactly("131", "130");
    assertThat(number(funding.getFirst(), "bal")).isEqualByComparingTo("1000");
    assertThat(desk.rows("asset/bills", "type", "130")).hasSize(1);
  }

  @Test
  void aTransferIsFoundAgainByEitherId() {
    String id = text(Desk.item(transfer("18", "6", "1", "clientId", "t1")), "transId");
    JsonNode found = desk.rows("asset/transfer-state", "transId", id).getFirst();
    assertThat(text(found, "state")).isEqualTo("success");
    assertThat(text(found, "from") + text(found, "to") + text(found, "type")).isEqualTo("1860");
    assertThat(desk.rows("asset/transfer-state", "clientId", "t1").getFirst()).isEqualTo(found);
    assertThat(desk.rows("asset/transfer-state", "transId", "1")).isEmpty();
    assertThat(desk.get("asset/transfer-state").code()).isEqualTo("50015");
  }

  @Test
  void whatAnOrderHoldsStays() {
    desk.place(spot("buy", "limit", "0.1", "px", "49000"));
    assertThat(transfer("18", "6", "5100.01").code()).isEqualTo("58116");
    assertThat(transfer("18", "6", "5100").code()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "18,6,0,58114",
    "18,6,-1,58114",
    "18,6,x,51000",
    "18,18,1,58123",
    "18,1,1,51000",
    "6,18,1,58116"
  })
  void wrongTransfersHaveOkxsCodes(String from, String to, String amt, String code) {
    assertThat(transfer(from, to, amt).code()).isEqualTo(code);
    assertThat(desk.cash("USDT")).isEqualByComparingTo("10000");
  }

  @Test
  void thereIsNoOtherAccountAndNoOtherCoin() {
    assertThat(transfer("18", "6", "1", "type", "1", "subAcct", "x").code()).isEqualTo("58127");
    assertThat(
            desk.post("asset/transfer", "ccy", "DOGE", "amt", "1", "from", "18", "to", "6").code())
        .isEqualTo("51000");
  }

  @Test
  void theFundingAccountIsSaved() {
    transfer("18", "6", "1500");
    desk.engine = desk.restored(Desk.saved(desk.engine));
    assertThat(number(desk.rows("asset/balances").getFirst(), "bal")).isEqualByComparingTo("1500");
    assertThat(desk.rows("asset/bills")).hasSize(1);
  }

  private Result transfer(String from, String to, String amt, String... more) {
    var body = Desk.body("ccy", "USDT", "amt", amt, "from", from, "to", to);
    Desk.body(more).properties().forEach(field -> body.set(field.getKey(), field.getValue()));
    return desk.post("asset/transfer", body);
  }
}
