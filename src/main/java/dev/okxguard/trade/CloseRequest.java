package dev.okxguard.trade;

import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import java.util.Optional;

/// A position somebody wants closed, wholly or in part. What is left out need not be said as long
/// as only one leg can be meant.
///
/// @param ccy margin currency, which only tells margin positions of one pair apart
/// @param autoCxl whether OKX shall cancel pending closing orders that stand in the way; whole legs
///   only
/// @param key the caller's intent id
public record CloseRequest(
    String instId,
    Optional<PosSide> posSide,
    Optional<TdMode> mgnMode,
    Optional<String> ccy,
    CloseSize size,
    boolean autoCxl,
    Optional<String> key) {

  /// All of exactly that leg.
  static CloseRequest whole(Position leg, boolean autoCxl) {
    return new CloseRequest(
        leg.instId(),
        Optional.of(leg.posSide()),
        Optional.of(leg.mgnMode()),
        Leg.of(leg).marginCcy(),
        new CloseSize.Whole(),
        autoCxl,
        Optional.empty());
  }
}
