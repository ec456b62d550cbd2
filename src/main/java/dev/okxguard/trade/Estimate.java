package dev.okxguard.trade;

import java.math.BigDecimal;
import java.util.Optional;

/// What an order would be and cost, worked out from the facts it was judged by. A figure is empty
/// when it does not apply, or when something it needs could not be read: none is guessed.
///
/// @param price that the order reckons with: its limit, else the worse of quote and book
/// @param contracts how many
/// @param base how much of the coin they stand for
/// @param notional value in the currency it settles in
/// @param notionalUsd value at the worse of limit and market
/// @param leverage set for the instrument
/// @param margin that the order would tie up, in the currency it settles in
/// @param taker whether it would trade at once rather than rest first
/// @param feeRate part of the value that the fee is; negative when it is received
/// @param feeUsd the same in USD
/// @param worstLossUsd lost at the stop-loss, with both fees
/// @param gainUsd won at the take-profit, after both fees
/// @param rewardRisk gain for each dollar of loss
public record Estimate(
    Optional<BigDecimal> price,
    Optional<BigDecimal> contracts,
    Optional<Amount> base,
    Optional<Amount> notional,
    Optional<BigDecimal> notionalUsd,
    Optional<BigDecimal> leverage,
    Optional<Amount> margin,
    boolean taker,
    Optional<BigDecimal> feeRate,
    Optional<BigDecimal> feeUsd,
    Optional<BigDecimal> worstLossUsd,
    Optional<BigDecimal> gainUsd,
    Optional<BigDecimal> rewardRisk) {

  /// The figures of an order that only reduces, which ties up no margin.
  Estimate ofExit() {
    return new Estimate(
        price,
        contracts,
        base,
        notional,
        notionalUsd,
        leverage,
        Optional.empty(),
        taker,
        feeRate,
        feeUsd,
        worstLossUsd,
        gainUsd,
        rewardRisk);
  }
}
