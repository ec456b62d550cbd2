package dev.okxguard.model;

import java.math.BigDecimal;

/// What the account pays for a trade, as a fraction of its value: positive when it pays, negative
/// when it is paid. OKX writes them the other way round.
public record FeeRates(BigDecimal maker, BigDecimal taker) {}
