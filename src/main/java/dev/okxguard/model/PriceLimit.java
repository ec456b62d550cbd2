package dev.okxguard.model;

import java.math.BigDecimal;

/// The exchange's own band for limit prices.
///
/// @param highestBuy a buy above it is refused
/// @param lowestSell a sell below it is refused
public record PriceLimit(BigDecimal highestBuy, BigDecimal lowestSell) {}
