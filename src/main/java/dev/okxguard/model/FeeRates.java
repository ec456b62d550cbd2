package dev.okxguard.model;

import java.math.BigDecimal;

/// What an account pays for trading one instrument, as parts of an order's value with OKX's sign:
/// negative is paid, positive is received.
///
/// @param maker for orders that rested
/// @param taker for orders that met resting ones
public record FeeRates(BigDecimal maker, BigDecimal taker) {}
