package dev.okxguard.cli.order.algo;

import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.PriceType;
import java.math.BigDecimal;
import java.util.Optional;

/// What sets an algo order off, and at what price its order goes.
record Terms(
    AlgoType type,
    AttachedStop stop,
    Optional<BigDecimal> triggerPx,
    Optional<BigDecimal> ordPx,
    PriceType triggerPriceType,
    Optional<BigDecimal> callbackRatio,
    Optional<BigDecimal> callbackSpread,
    Optional<BigDecimal> activePx) {}
