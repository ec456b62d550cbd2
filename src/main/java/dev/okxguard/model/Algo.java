package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An algo order as the exchange reports it.
///
/// @param sz in OKX's unit for the order; empty when it closes the whole position
/// @param closesAll whether `closeFraction` is 1: it closes whatever the position is when it fires
/// @param tgtCcy what `sz` counts, as of an [OrderDraft]
/// @param stop take-profit and stop-loss of a conditional or oco order; what a trigger order
///   attaches to its order
/// @param triggerPx,ordPx of a trigger order; an `ordPx` of -1 is market
/// @param triggerPriceType which price the trigger of a trigger order watches
/// @param callbackRatio,callbackSpread,activePx of a trailing stop
/// @param ordId the order it placed when it fired, else ""
/// @param failCode why its order was refused, else ""
public record Algo(
    InstType instType,
    String instId,
    String algoId,
    String algoClOrdId,
    String tag,
    Side side,
    PosSide posSide,
    TdMode tdMode,
    AlgoType type,
    Optional<BigDecimal> sz,
    boolean closesAll,
    boolean reduceOnly,
    String tgtCcy,
    AlgoState state,
    AttachedStop stop,
    Optional<BigDecimal> triggerPx,
    Optional<BigDecimal> ordPx,
    PriceType triggerPriceType,
    Optional<BigDecimal> callbackRatio,
    Optional<BigDecimal> callbackSpread,
    Optional<BigDecimal> activePx,
    String ordId,
    String failCode,
    Instant created,
    Instant updated) {}
