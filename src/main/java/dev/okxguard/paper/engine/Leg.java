package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/// One leg of a position, from its opening until 30 days after it was closed.
///
/// @param pos contracts: signed in net mode, positive for a long or short leg
/// @param margin what an isolated position took out of the cash, zero for cross
/// @param pnl,fee realised since opening
/// @param openMax greatest size since opening
/// @param closed contracts closed since opening, at `closeAvg`
/// @param tradeId last trade
/// @param unasked what happened to it without the user's doing
record Leg(
    String posId,
    String instId,
    InstType instType,
    TdMode mgnMode,
    PosSide posSide,
    String ccy,
    BigDecimal pos,
    BigDecimal avgPx,
    BigDecimal margin,
    BigDecimal pnl,
    BigDecimal fee,
    BigDecimal openMax,
    BigDecimal closed,
    BigDecimal closeAvg,
    String tradeId,
    Instant created,
    Instant updated,
    Unasked unasked) {

  /// How long a closed leg keeps its posId.
  private static final Duration KEPT = Duration.ofDays(30);

  /// Whether it was closed so long ago that it is no longer shown, and opens under a new posId.
  boolean gone(Instant now) {
    return flat() && updated.isBefore(now.minus(KEPT));
  }

  LegKey key() {
    return new LegKey(instId, mgnMode, posSide);
  }

  boolean flat() {
    return pos.signum() == 0;
  }

  /// 1 when it gains from rising prices, -1 when from falling ones, 0 when flat.
  int sign() {
    return posSide == PosSide.SHORT ? -pos.signum() : pos.signum();
  }

  BigDecimal size() {
    return pos.abs();
  }

  boolean isolated() {
    return mgnMode == TdMode.ISOLATED;
  }

  BigDecimal realized() {
    return pnl.add(fee).add(unasked.total());
  }

  Leg withMargin(BigDecimal other, Instant now) {
    return new Leg(
        posId, instId, instType, mgnMode, posSide, ccy, pos, avgPx, other, pnl, fee, openMax,
        closed, closeAvg, tradeId, created, now, unasked);
  }

  Leg with(Unasked other, Instant now) {
    return new Leg(
        posId, instId, instType, mgnMode, posSide, ccy, pos, avgPx, margin, pnl, fee, openMax,
        closed, closeAvg, tradeId, created, now, other);
  }
}
