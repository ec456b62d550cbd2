package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.Optional;

/// An algo order somebody wants: complete, in OKX's own units, not yet judged or sent.
///
/// @param type CONDITIONAL, OCO, TRIGGER or MOVE_ORDER_STOP; the others are only listed
/// @param sz as of an [OrderDraft]; empty when it closes the whole position
/// @param cxlOnClosePos whether it goes away when the position is closed by other means
/// @param tgtCcy as of an [OrderDraft]
/// @param stop legs of a conditional or oco order; what a trigger order attaches to its order
/// @param triggerPx,ordPx of a trigger order; an `ordPx` of -1 is market
/// @param triggerPriceType which price the trigger of a trigger order watches
/// @param callbackRatio,callbackSpread,activePx of a trailing stop: a fraction, a distance in
///   quote, and where it begins to trail
public record AlgoDraft(
    InstType instType,
    String instId,
    TdMode tdMode,
    Side side,
    PosSide posSide,
    AlgoType type,
    Optional<BigDecimal> sz,
    boolean reduceOnly,
    boolean cxlOnClosePos,
    String tgtCcy,
    String ccy,
    AttachedStop stop,
    Optional<BigDecimal> triggerPx,
    Optional<BigDecimal> ordPx,
    PriceType triggerPriceType,
    Optional<BigDecimal> callbackRatio,
    Optional<BigDecimal> callbackSpread,
    Optional<BigDecimal> activePx) {

  /// Whether it closes whatever the position is when it fires.
  public boolean closesAll() {
    return sz.isEmpty();
  }
}
