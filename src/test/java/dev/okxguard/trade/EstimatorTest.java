package dev.okxguard.trade;

import static dev.okxguard.trade.Scales.inverse;
import static dev.okxguard.trade.Scales.linear;
import static dev.okxguard.trade.Scales.market;
import static dev.okxguard.trade.Scales.num;
import static dev.okxguard.trade.Scales.option;
import static dev.okxguard.trade.Scales.order;
import static dev.okxguard.trade.Scales.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Facts;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.FeeRates;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Figures worked out by hand, at 0.02 % for makers and 0.05 % for takers.
class EstimatorTest {
  private static final FeeRates RATES = new FeeRates(num("0.0002"), num("0.0005"));

  private static Estimate estimate(Instrument instrument, OrderDraft draft, String sz) {
    Facts now = market(instrument, "50000", "50000");
    return estimate(draft, sz, now, Optional.of(RATES));
  }

  private static Estimate estimate(
      OrderDraft draft, String sz, Facts facts, Optional<FeeRates> rates) {
    return Estimator.of(draft.sized(num(sz), draft.tgtCcy()), facts, rates).orElseThrow();
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(Decimals::text).orElse("");
  }

  private static String amount(Optional<Amount> amount) {
    return amount.map(a -> Decimals.text(a.value()) + " " + a.ccy()).orElse("");
  }

  @Test
  void aLinearMarketOrder() {
    Estimate e = estimate(linear(), order(linear(), Side.BUY, "", "53000", "49000"), "2");

    assertThat(text(e.price())).isEqualTo("50000");
    assertThat(text(e.contracts())).isEqualTo("2");
    assertThat(amount(e.base())).isEqualTo("0.02 BTC");
    assertThat(amount(e.notional())).isEqualTo("1000 USDT");
    assertThat(text(e.notionalUsd())).isEqualTo("1000");
    assertThat(text(e.leverage())).isEqualTo("5");
    assertThat(amount(e.margin())).isEqualTo("200 USDT");
    assertThat(e.taker()).isTrue();
    assertThat(text(e.feeUsd())).isEqualTo("0.5");
    // 20 at the stop, 0.50 in, 0.49 out
    assertThat(text(e.worstLossUsd())).isEqualTo("20.99");
    // 60 at the target, 0.50 in, 0.53 out
    assertThat(text(e.gainUsd())).isEqualTo("58.97");
    assertThat(e.rewardRisk().orElseThrow())
        .isEqualByComparingTo(Decimals.divide(num("58.97"), num("20.99")));
  }

  @Test
  void anInverseOrder() {
    Estimate e = estimate(inverse(), order(inverse(), Side.BUY, "50000", "62500", "40000"), "10");

    assertThat(amount(e.base())).isEqualTo("0.02 BTC");
    assertThat(amount(e.notional())).isEqualTo("0.02 BTC");
    assertThat(text(e.notionalUsd())).isEqualTo("1000");
    assertThat(amount(e.margin())).isEqualTo("0.004 BTC");
    // 1,000 x 10,000 / 40,000 and 0.50 twice
    assertThat(text(e.worstLossUsd())).isEqualTo("251");
    // 1,000 x 12,500 / 62,500 less 0.50 twice
    assertThat(text(e.gainUsd())).isEqualTo("199");
  }

  @Test
  void aShortLosesAbove() {
    Estimate e = estimate(linear(), order(linear(), Side.SELL, "", "49000", "51000"), "2");
    assertThat(text(e.worstLossUsd())).isEqualTo("21.01");
    assertThat(text(e.gainUsd())).isEqualTo("19.01");
  }

  @Test
  void aSpotBuyInQuoteCurrency() {
    Estimate e = estimate(spot(), order(spot(), Side.BUY, "", "", ""), "100");

    assertThat(e.contracts()).isEmpty();
    assertThat(amount(e.base())).isEqualTo("0.002 BTC");
    assertThat(amount(e.notional())).isEqualTo("100 USDT");
    assertThat(text(e.notionalUsd())).isEqualTo("100");
    assertThat(e.leverage()).isEmpty();
    assertThat(e.margin()).isEmpty();
    assertThat(text(e.feeUsd())).isEqualTo("0.05");
    assertThat(e.worstLossUsd()).isEmpty();
  }

  @Test
  void anOrderThatRestsPaysAsMaker() {
    assertThat(estimate(linear(), order(linear(), Side.BUY, "49999", "", ""), "2").taker())
        .isFalse();
    assertThat(estimate(linear(), order(linear(), Side.BUY, "50000", "", ""), "2").taker())
        .isTrue();
    assertThat(estimate(linear(), order(linear(), Side.SELL, "50001", "", ""), "2").taker())
        .isFalse();
    Estimate resting = estimate(spot(), order(spot(), Side.SELL, "51000", "", ""), "0.1");
    assertThat(text(resting.feeRate())).isEqualTo("0.0002");
    assertThat(text(resting.feeUsd())).isEqualTo("1.02");
  }

  @Test
  void nothingIsGuessed() {
    OrderDraft draft = order(linear(), Side.BUY, "", "53000", "49000");
    Facts blind = Scales.facts(linear(), Optional.empty(), Optional.empty(), Optional.empty());

    Estimate e = estimate(draft, "2", blind, Optional.of(RATES));
    assertThat(amount(e.base())).isEqualTo("0.02 BTC");
    assertThat(e.price()).isEmpty();
    assertThat(e.notional()).isEmpty();
    assertThat(e.notionalUsd()).isEmpty();
    assertThat(e.margin()).isEmpty();
    assertThat(e.feeUsd()).isEmpty();
    assertThat(e.worstLossUsd()).isEmpty();
    Estimate free = estimate(draft, "2", market(linear(), "50000", "50000"), Optional.empty());
    assertThat(text(free.notionalUsd())).isEqualTo("1000");
    assertThat(free.feeUsd()).isEmpty();
    assertThat(free.worstLossUsd()).isEmpty();
    assertThat(Estimator.of(draft, market(spot(), "1", "1"), Optional.empty())).isEmpty();
  }

  @Test
  void optionsHaveNoFeeFigure() {
    Facts now = market(option(), "0.05", "0.05");
    Estimate e = estimate(order(option(), Side.BUY, "", "", ""), "3", now, Optional.of(RATES));
    assertThat(amount(e.base())).isEqualTo("0.03 BTC");
    assertThat(amount(e.notional())).isEqualTo("0.0015 BTC");
    assertThat(text(e.notionalUsd())).isEqualTo("75");
    assertThat(e.feeUsd()).isEmpty();
  }
}
