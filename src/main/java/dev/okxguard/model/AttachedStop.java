package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.Optional;

/// Take-profit and stop-loss that go with an order; each leg is there or not.
///
/// @param tpOrdPx,slOrdPx price of the child order; -1 is OKX's word for market
public record AttachedStop(
    Optional<BigDecimal> tpTriggerPx,
    Optional<BigDecimal> tpOrdPx,
    Optional<BigDecimal> slTriggerPx,
    Optional<BigDecimal> slOrdPx) {}
