package dev.okxguard.trade;

import static dev.okxguard.trade.Scales.book;
import static dev.okxguard.trade.Scales.facts;
import static dev.okxguard.trade.Scales.inverse;
import static dev.okxguard.trade.Scales.level;
import static dev.okxguard.trade.Scales.limit;
import static dev.okxguard.trade.Scales.linear;
import static dev.okxguard.trade.Scales.market;
import static dev.okxguard.trade.Scales.num;
import static dev.okxguard.trade.Scales.option;
import static dev.okxguard.trade.Scales.order;
import static dev.okxguard.trade.Scales.quote;
import static dev.okxguard.trade.Scales.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Facts;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sizes worked out by hand.
class SizerTest {

  private static OrderDraft sized(OrderDraft draft, Size said, Facts facts) {
    return switch (Sizer.of(draft, said, facts)) {
      case Sized.Ready ready -> ready.draft();
      case Sized.Refused refused -> throw new AssertionError(refused.denial());
    };
  }

  private static Denial refused(OrderDraft draft, Size said, Facts facts) {
    return switch (Sizer.of(draft, said, facts)) {
      case Sized.Ready ready -> throw new AssertionError(ready.draft());
      case Sized.Refused refused -> refused.denial();
    };
  }

  private static String sz(OrderDraft draft, Size said, Facts facts) {
    return Decimals.text(sized(draft, said, facts).sz());
  }

  private static Size usd(String amount) {
    return new Size.Usd(num(amount));
  }

  private static Size base(String amount) {
    return new Size.Base(num(amount));
  }

  private static Size contracts(String count) {
    return new Size.Contracts(num(count));
  }

  private static Size risk(String ratio) {
    return new Size.RiskShare(num(ratio));
  }

  @Test
  void dollarsBuyLinearContractsAtTheWorseOfLimitAndQuote() {
    Facts now = market(linear(), "49990", "50000");

    // One contract is 0.01 BTC: 500 USD at 50,000, so 1,234 USD are 2.468
    assertThat(sz(market(linear(), Side.BUY), usd("1234"), now)).isEqualTo("2.4");
    assertThat(sz(limit(linear(), Side.BUY, "50000"), usd("1234"), now)).isEqualTo("2.4");
    // 2.468 at the ask, 2.40 at 51,400, 2.39 above
    assertThat(sz(limit(linear(), Side.BUY, "51400"), usd("1234"), now)).isEqualTo("2.4");
    assertThat(sz(limit(linear(), Side.BUY, "51500"), usd("1234"), now)).isEqualTo("2.3");
    assertThat(sz(limit(linear(), Side.BUY, "40000"), usd("1234"), now)).isEqualTo("2.4");
    assertThat(sz(limit(linear(), Side.SELL, "61700"), usd("1234"), now)).isEqualTo("2");
  }

  @Test
  void dollarsBuyInverseContractsWhateverThePrice() {
    for (String ask : List.of("20000", "50000", "123456.7")) {
      Facts now = market(inverse(), ask, ask);
      assertThat(sz(market(inverse(), Side.BUY), usd("1299.99"), now)).isEqualTo("12");
      assertThat(sz(limit(inverse(), Side.SELL, ask), usd("1300"), now)).isEqualTo("13");
    }
  }

  @Test
  void coinsBecomeContracts() {
    assertThat(sz(market(linear(), Side.BUY), base("0.0249"), market(linear(), "50000", "50000")))
        .isEqualTo("2.4");
    // 100 USD a contract: 0.01 BTC at 50,000 are 500 USD
    Facts now = market(inverse(), "50000", "50010");
    assertThat(sz(limit(inverse(), Side.SELL, "50000"), base("0.01"), now)).isEqualTo("5");
    assertThat(sz(limit(inverse(), Side.SELL, "60000"), base("0.01"), now)).isEqualTo("5");
    // At a lower price a contract is more coin
    assertThat(sz(limit(inverse(), Side.BUY, "40000"), base("0.01"), now)).isEqualTo("4");
    assertThat(sz(market(option(), Side.BUY), base("0.057"), market(option(), "0.05", "0.06")))
        .isEqualTo("5");
  }

  @Test
  void contractsAreCutToTheLot() {
    Facts now = market(linear(), "50000", "50000");
    assertThat(sz(market(linear(), Side.SELL), contracts("3.19"), now)).isEqualTo("3.1");
    assertThat(sz(market(option(), Side.SELL), contracts("3.9"), market(option(), "0.1", "0.1")))
        .isEqualTo("3");
    assertThat(refused(market(spot(), Side.BUY), contracts("1"), market(spot(), "1", "1")).code())
        .isEqualTo("SIZE_UNIT");
  }

  @Test
  void anExactSizeStaysAsItIs() {
    Facts blind = facts(linear(), Optional.empty(), Optional.empty(), Optional.empty());
    Size exact = new Size.Exact(num("3.19"));
    assertThat(sz(market(linear(), Side.SELL), exact, blind)).isEqualTo("3.19");
    assertThat(sized(market(spot(), Side.BUY), exact, blind).tgtCcy()).isEmpty();
  }

  @Test
  void aSpotMarketBuyIsCountedInWhatWasSaid() {
    Facts now = market(spot(), "49990", "50000");
    OrderDraft buy = market(spot(), Side.BUY);

    OrderDraft dollars = sized(buy, usd("50.129"), now);
    assertThat(dollars.sz()).isEqualByComparingTo("50.12");
    assertThat(dollars.tgtCcy()).isEqualTo("quote_ccy");
    OrderDraft coins = sized(buy, base("0.00199"), now);
    assertThat(coins.sz()).isEqualByComparingTo("0.0019");
    assertThat(coins.tgtCcy()).isEqualTo("base_ccy");
    OrderDraft named = sized(buy.sized(num("0"), "base_ccy"), usd("59"), now);
    assertThat(named.sz()).isEqualByComparingTo("0.0011");
    assertThat(named.tgtCcy()).isEqualTo("base_ccy");
  }

  @Test
  void aSpotBuyWithAStopOrOnMarginIsCountedInQuoteCurrency() {
    Facts now = market(spot(), "49990", "50000");

    OrderDraft stopped = sized(order(spot(), Side.BUY, "", "", "45000"), base("0.002"), now);
    assertThat(stopped.sz()).isEqualByComparingTo("100");
    assertThat(stopped.tgtCcy()).isEqualTo("quote_ccy");
    OrderDraft margin = sized(onMargin(market(spot(), Side.BUY)), base("0.002"), now);
    assertThat(margin.sz()).isEqualByComparingTo("100");
    assertThat(margin.tgtCcy()).isEmpty();
    assertThat(margin.quoteSized()).isTrue();
  }

  private static OrderDraft onMargin(OrderDraft draft) {
    return new OrderDraft(
        draft.instType(),
        draft.instId(),
        TdMode.CROSS,
        draft.side(),
        draft.posSide(),
        draft.ordType(),
        draft.sz(),
        draft.px(),
        draft.reduceOnly(),
        draft.tgtCcy(),
        draft.stop());
  }

  @Test
  void spotSalesAndLimitOrdersAreCountedInBaseCurrency() {
    Facts now = market(spot(), "40000", "50000");

    OrderDraft sale = sized(market(spot(), Side.SELL), usd("50"), now);
    assertThat(sale.sz()).isEqualByComparingTo("0.0012");
    assertThat(sale.tgtCcy()).isEmpty();
    assertThat(sz(market(spot(), Side.SELL), base("0.00125"), now)).isEqualTo("0.0012");
    assertThat(sz(limit(spot(), Side.BUY, "45000"), usd("50"), now)).isEqualTo("0.001");
    assertThat(sz(limit(spot(), Side.SELL, "62500"), usd("50"), now)).isEqualTo("0.0008");
  }

  @Test
  void aMarketOrderIsSizedAtWhatItsBookGives() {
    // One contract at 50,000, the rest at 60,000: two average 55,000
    Facts now = thin(linear(), "50000", "60000");

    assertThat(sz(market(linear(), Side.BUY), usd("1000"), now)).isEqualTo("1.8");
    assertThat(sz(order(linear(), Side.BUY, "", "", "45000"), new Size.RiskUsd(num("200")), now))
        .as("four at the ask, which average 57,500: 125 USD each")
        .isEqualTo("1.6");
  }

  private static Facts thin(Instrument instrument, String first, String second) {
    return facts(
        instrument,
        Optional.of(quote(instrument, first, first)),
        Optional.of(
            book(
                instrument,
                List.of(level(first, "1"), level(second, "100")),
                List.of(level(first, "1"), level(first, "100")))),
        Optional.of(new Balance(num("10000"), List.of())));
  }

  @Test
  void riskIsWhatTheStopCosts() {
    // 1 % of 10,000 is 100 USD; a contract loses 0.01 x 2,000 = 20 USD
    Facts linear = market(linear(), "50000", "50000");
    assertThat(sz(order(linear(), Side.BUY, "50000", "", "48000"), risk("0.01"), linear))
        .isEqualTo("5");
    assertThat(sz(order(linear(), Side.SELL, "", "", "52001"), risk("0.01"), linear))
        .isEqualTo("4.9");
    // The limit is where it fills, not the market
    assertThat(sz(order(linear(), Side.BUY, "49000", "", "48000"), risk("0.01"), linear))
        .isEqualTo("10");
    // 100 x (50,000 - 40,000) / 40,000 = 25 USD a contract
    Facts inverse = market(inverse(), "50000", "50000");
    assertThat(sz(order(inverse(), Side.BUY, "50000", "", "40000"), risk("0.01"), inverse))
        .isEqualTo("4");
    // A short loses less coin further up: 100 x 10,000 / 50,000 = 20 USD a contract
    assertThat(sz(order(inverse(), Side.SELL, "50000", "", "60000"), risk("0.01"), inverse))
        .isEqualTo("5");
    // 0.01 BTC lose 100 USD over 10,000: bought with 500 USDT
    Facts spot = market(spot(), "50000", "50000");
    assertThat(sz(order(spot(), Side.BUY, "", "", "40000"), risk("0.01"), spot)).isEqualTo("500");
    assertThat(sz(order(spot(), Side.BUY, "50000", "", "40000"), risk("0.01"), spot))
        .isEqualTo("0.01");
  }

  @Test
  void aLimitPriceOfTheStopCountsWhenItIsWorse() {
    Facts now = market(linear(), "50000", "50000");
    OrderDraft draft = order(linear(), Side.BUY, "50000", "", "48000");
    var stop =
        new dev.okxguard.model.AttachedStop(
            Optional.empty(), Optional.empty(), Scales.some("48000"), Scales.some("46000"));
    OrderDraft worse =
        new OrderDraft(
            draft.instType(),
            draft.instId(),
            draft.tdMode(),
            draft.side(),
            draft.posSide(),
            draft.ordType(),
            draft.sz(),
            draft.px(),
            false,
            "",
            Optional.of(stop));
    assertThat(sz(worse, risk("0.01"), now)).isEqualTo("2.5");
  }

  @Test
  void riskWithoutADistanceIsNoSize() {
    Facts now = market(linear(), "50000", "50000");
    Size risk = risk("0.01");

    assertThat(refused(market(linear(), Side.BUY), risk, now).code()).isEqualTo("STOP_REQUIRED");
    for (String stop : List.of("50000", "50001")) {
      Denial denial = refused(order(linear(), Side.BUY, "50000", "", stop), risk, now);
      assertThat(denial.code()).isEqualTo("STOP_WRONG_SIDE");
      assertThat(denial.message()).contains(stop, "allowed: below 50000");
    }
    assertThat(refused(order(linear(), Side.SELL, "", "", "49999"), risk, now).message())
        .contains("allowed: above 50000");
  }

  @Test
  void belowTheLeastSizeTheLeastIsNamedInEveryUnit() {
    Denial linear =
        refused(market(linear(), Side.BUY), usd("49.99"), market(linear(), "50000", "50000"));
    assertThat(linear.code()).isEqualTo("SIZE");
    assertThat(linear.limit()).isEqualTo("0.1");
    assertThat(linear.message()).contains("usd 49.99", "0.1 contracts = 0.001 BTC = 50.00 USD");
    assertThat(
            refused(market(inverse(), Side.BUY), usd("99"), market(inverse(), "50000", "50000"))
                .message())
        .contains("1 contracts = 0.002 BTC = 100.00 USD");
    Facts spot = market(spot(), "50000", "50000");
    for (Size size : List.of(usd("4.99"), base("0.00009"))) {
      assertThat(refused(market(spot(), Side.BUY), size, spot).message())
          .contains("least size is 0.0001 BTC = 5.00 USD");
      assertThat(refused(market(spot(), Side.SELL), size, spot).message())
          .contains("0.0001 BTC = 5.00 USD");
    }
    Facts stopped = market(linear(), "50000", "50000");
    assertThat(
            refused(
                    order(linear(), Side.BUY, "", "", "25000"),
                    new Size.RiskUsd(num("24.99")),
                    stopped)
                .message())
        .contains("risk 24.99usd", "0.1 contracts");
  }

  @Test
  void whatIsMissingIsNamed() {
    Facts blind = facts(linear(), Optional.empty(), Optional.empty(), Optional.empty());

    Denial price = refused(market(linear(), Side.BUY), usd("100"), blind);
    assertThat(price.code()).isEqualTo("MISSING_DATA");
    assertThat(price.message()).contains("quote of BTC-USDT-SWAP");
    OrderDraft stopped = order(linear(), Side.BUY, "50000", "", "45000");
    assertThat(refused(stopped, risk("0.01"), blind).message()).contains("account equity");
    assertThat(refused(market(inverse(), Side.BUY), contracts("1"), blind).message())
        .contains("instrument BTC-USD-SWAP");
    assertThat(sz(market(linear(), Side.SELL), base("0.05"), blind)).isEqualTo("5");
    Facts foreign = market(strange(), "1", "1");
    assertThat(refused(limit(strange(), Side.BUY, "1"), usd("100"), foreign).message())
        .contains("no USD rate for EUR");
  }

  private static Instrument strange() {
    return Scales.contract(
        dev.okxguard.model.InstType.SWAP, "ABC-EUR-SWAP", "EUR", false, "1", "1");
  }

  @Test
  void optionsHaveNoDollarSize() {
    Facts now = market(option(), "0.05", "0.06");
    assertThat(refused(market(option(), Side.BUY), usd("100"), now).code()).isEqualTo("SIZE_UNIT");
    assertThat(refused(order(option(), Side.BUY, "", "", "0.01"), risk("0.01"), now).code())
        .isEqualTo("SIZE_UNIT");
  }
}
