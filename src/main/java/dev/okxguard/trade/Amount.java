package dev.okxguard.trade;

import java.math.BigDecimal;

/// So much of a currency.
public record Amount(BigDecimal value, String ccy) {}
