package dev.okxguard.paper.engine;

import static dev.okxguard.paper.engine.Desk.number;
import static dev.okxguard.paper.engine.Desk.text;
import static dev.okxguard.paper.engine.TestMarket.OPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whoever sells options on isolated margin owes their value out of that margin, so the premium
/// stays in it: however dear they are, the sale by itself is no reason to be liquidated, and a
/// liquidation never pays more than was there.
class IsolatedOptionSaleTest {
  private static final BigDecimal MULTIPLIER = new BigDecimal("0.01");
  private static final BigDecimal SET_ASIDE = new BigDecimal("0.15");
  private static final BigDecimal FUNDS = new BigDecimal("1.1");
  private static final String TICK = "0.0005";

  private final Desk desk = new Desk();

  @Test
  void noPremiumIsTooDearToBeSold() throws Exception {
    Seed.check(
        (random, _) -> {
          Sale sale = sale(random);
          assertThat(desk.rows("account/bills", "type", "5")).isEmpty();
          JsonNode leg = desk.rows("account/positions").getFirst();
          BigDecimal coins = sale.coins();
          assertThat(number(leg, "pos")).isEqualByComparingTo("-" + sale.sz());
          assertThat(number(leg, "margin"))
              .isEqualByComparingTo(coins.multiply(SET_ASIDE.add(sale.px())));
          BigDecimal upl = sale.px().subtract(number(leg, "markPx")).multiply(coins);
          assertThat(number(leg, "upl")).isEqualByComparingTo(upl);
          JsonNode btc = desk.balance("BTC");
          assertThat(number(btc, "eq")).isEqualByComparingTo(FUNDS.add(sale.fee()).add(upl));
          assertThat(number(btc, "isoEq")).isEqualByComparingTo(coins.multiply(SET_ASIDE).add(upl));
          assertThat(number(btc, "availEq"))
              .isEqualByComparingTo(FUNDS.add(sale.fee()).subtract(coins.multiply(SET_ASIDE)));
        });
  }

  @Test
  void aLiquidationNeverPaysAndTakesNoMoreThanWasSetAside() throws Exception {
    Seed.check(
        (random, _) -> {
          Sale sale = sale(random);
          BigDecimal before = FUNDS.add(sale.fee());
          BigDecimal rise = BigDecimal.valueOf(20 + random.nextInt(40), 2);
          desk.price(OPTION, sale.px().add(rise).toPlainString());
          assertThat(desk.rows("account/positions")).isEmpty();
          BigDecimal least = before.subtract(sale.coins().multiply(SET_ASIDE));
          assertThat(desk.cash("BTC")).isEqualByComparingTo(least);
        });
  }

  @Test
  void onlyWhatIsBeyondSaleAndMarginCanBeTakenOut() throws Exception {
    Seed.check(
        (random, _) -> {
          Sale sale = sale(random);
          desk.price(OPTION, sale.px().toPlainString());
          BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1000), 5);
          assertThat(move("add", amount)).isEqualTo("0");
          assertThat(move("reduce", amount.add(new BigDecimal("0.00000001")))).isEqualTo("59301");
          assertThat(move("reduce", amount)).isEqualTo("0");
        });
  }

  private String move(String type, BigDecimal amt) {
    return desk.post(
            "account/position/margin-balance",
            "instId",
            OPTION,
            "posSide",
            "net",
            "type",
            type,
            "amt",
            amt.toPlainString())
        .code();
  }

  private record Sale(String sz, BigDecimal px, BigDecimal fee) {
    BigDecimal coins() {
      return new BigDecimal(sz).multiply(MULTIPLIER);
    }
  }

  /// Sells at the best bid, at a premium anywhere from next to nothing to most of a coin.
  private Sale sale(Random random) {
    desk.engine.fund("BTC", BigDecimal.ONE, desk.now);
    BigDecimal tick = new BigDecimal(TICK);
    BigDecimal premium = tick.multiply(BigDecimal.valueOf(40 + random.nextInt(1400)));
    desk.price(OPTION, premium.toPlainString());
    String sz = Integer.toString(1 + random.nextInt(20));
    String px = premium.subtract(tick.multiply(BigDecimal.TWO)).toPlainString();
    String id =
        desk.place(
            "instId",
            OPTION,
            "tdMode",
            "isolated",
            "side",
            "sell",
            "ordType",
            "limit",
            "sz",
            sz,
            "px",
            px);
    JsonNode order = desk.order(OPTION, id);
    assertThat(text(order, "state")).isEqualTo("filled");
    return new Sale(sz, number(order, "avgPx"), number(order, "fee"));
  }
}
