package dev.okxguard.cli;

import dev.okxguard.console.Json;
import dev.okxguard.model.Decimals;
import dev.okxguard.trade.Amount;
import dev.okxguard.trade.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The figures of an order as a document and as text. What costs is rounded up, what is won is
/// rounded down.
public final class EstimateView {
  private static final int COIN_DIGITS = 8;
  private static final int USD_DIGITS = 4;
  private static final int RATIO_DIGITS = 2;

  private EstimateView() {}

  /// Every figure as text, "" for those that are not known or do not apply.
  public static ObjectNode json(Estimate estimate) {
    ObjectNode json = Json.object();
    json.put("price", Json.text(coins(estimate.price())));
    json.put("contracts", Json.text(estimate.contracts()));
    amount(json, "base", estimate.base());
    amount(json, "notional", estimate.notional());
    json.put("notionalUsd", Json.text(up(estimate.notionalUsd())));
    json.put("leverage", Json.text(estimate.leverage()));
    amount(json, "margin", estimate.margin());
    json.put("liquidity", liquidity(estimate));
    json.put("feeRate", Json.text(estimate.feeRate()));
    json.put("feeUsd", Json.text(up(estimate.feeUsd())));
    json.put("worstLossUsd", Json.text(up(estimate.worstLossUsd())));
    json.put("gainUsd", Json.text(down(estimate.gainUsd(), USD_DIGITS)));
    json.put("rewardRisk", Json.text(down(estimate.rewardRisk(), RATIO_DIGITS)));
    return json;
  }

  /// What is known, by name.
  public static Map<String, String> pairs(Estimate estimate) {
    Map<String, String> pairs = new LinkedHashMap<>();
    put(pairs, "price", coins(estimate.price()).map(Decimals::text));
    put(pairs, "contracts", estimate.contracts().map(Decimals::text));
    put(pairs, "amount", estimate.base().map(EstimateView::words));
    put(pairs, "notional", estimate.notional().map(EstimateView::words));
    put(pairs, "leverage", estimate.leverage().map(lever -> Decimals.text(lever) + "x"));
    put(pairs, "margin", estimate.margin().map(EstimateView::words));
    put(pairs, "fee", up(estimate.feeUsd()).map(usd -> usd(usd) + " as " + liquidity(estimate)));
    put(
        pairs,
        "at the stop",
        up(estimate.worstLossUsd()).map(usd -> "-" + usd(usd) + ", both fees included"));
    put(
        pairs,
        "at the target",
        down(estimate.gainUsd(), USD_DIGITS).map(usd -> usd(usd) + ", after both fees"));
    put(pairs, "reward to risk", down(estimate.rewardRisk(), RATIO_DIGITS).map(Decimals::text));
    return pairs;
  }

  private static void amount(ObjectNode json, String name, Optional<Amount> amount) {
    json.put(name, Json.text(coins(amount.map(Amount::value))));
    json.put(name + "Ccy", amount.map(Amount::ccy).orElse(""));
  }

  private static void put(Map<String, String> pairs, String name, Optional<String> value) {
    value.ifPresent(text -> pairs.put(name, text));
  }

  private static String liquidity(Estimate estimate) {
    return estimate.taker() ? "taker" : "maker";
  }

  private static String words(Amount amount) {
    return Json.text(coins(Optional.of(amount.value()))) + " " + amount.ccy();
  }

  private static String usd(BigDecimal value) {
    return Decimals.text(value) + " USD";
  }

  private static Optional<BigDecimal> coins(Optional<BigDecimal> value) {
    return value.map(number -> number.setScale(COIN_DIGITS, RoundingMode.HALF_UP));
  }

  private static Optional<BigDecimal> up(Optional<BigDecimal> value) {
    return value.map(number -> number.setScale(USD_DIGITS, RoundingMode.CEILING));
  }

  private static Optional<BigDecimal> down(Optional<BigDecimal> value, int digits) {
    return value.map(number -> number.setScale(digits, RoundingMode.FLOOR));
  }
}
