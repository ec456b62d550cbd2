package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.swap;
import static dev.okxguard.paper.engine.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.paper.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LongShortTest {
  private final Desk desk = new Desk();

  @BeforeEach
  void twoLegs() {
    assertThat(desk.post("account/set-position-mode", "posMode", "long_short_mode").code())
        .isEqualTo("0");
  }

  @Test
  void bothLegsStandSideBySideWithPositiveSizes() {
    desk.place(swap("buy", "3", "posSide", "long"));
    desk.place(swap("sell", "2", "posSide", "short"));
    assertThat(desk.rows("account/positions"))
        .extracting(row -> text(row, "posSide") + number(row, "pos").toPlainString())
        .containsExactlyInAnyOrder("long3", "short2");
  }

  @Test
  void theSideMustBeNamed() {
    assertThat(desk.verdict(swap("buy", "1"))).isEqualTo("51000");
    assertThat(desk.verdict(swap("buy", "1", "posSide", "net"))).isEqualTo("51000");
  }

  @Test
  void aSellOfTheLongLegNeverOpensAShort() {
    assertThat(desk.verdict(swap("sell", "1", "posSide", "long"))).isEqualTo("51169");
    desk.place(swap("buy", "3", "posSide", "long"));
    assertThat(desk.verdict(swap("sell", "4", "posSide", "long"))).isEqualTo("51112");
    desk.place(swap("sell", "3", "posSide", "long"));
    assertThat(desk.rows("account/positions")).isEmpty();
  }

  @Test
  void aShortGainsWhenThePriceFalls() {
    desk.place(swap("sell", "10", "posSide", "short"));
    desk.price("BTC-USDT-SWAP", "49000");
    JsonNode row = desk.rows("account/positions").getFirst();
    assertThat(number(row, "upl")).isEqualByComparingTo("99.99");
    String id = desk.place(swap("buy", "10", "posSide", "short"));
    assertThat(number(desk.order("BTC-USDT-SWAP", id), "pnl")).isEqualByComparingTo("99.98");
    assertThat(text(desk.rows("account/positions-history").getFirst(), "direction"))
        .isEqualTo("short");
  }

  @Test
  void isolatedLeverageIsSetForEachSide() {
    assertThat(set("isolated", "5").code()).isEqualTo("51000");
    assertThat(set("isolated", "5", "posSide", "long").code()).isEqualTo("0");
    assertThat(desk.rows("account/leverage-info", "instId", "BTC-USDT-SWAP", "mgnMode", "isolated"))
        .extracting(row -> text(row, "posSide") + text(row, "lever"))
        .containsExactly("long5", "short3");
  }

  private Result set(String mode, String lever, String... more) {
    ObjectNode body = Desk.body("instId", "BTC-USDT-SWAP", "mgnMode", mode, "lever", lever);
    body.setAll(Desk.body(more));
    return desk.post("account/set-leverage", body);
  }
}
