package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One change of a balance.
///
/// @param balChg signed
/// @param bal the balance after it
/// @param cause the match or position behind it, empty for transfers
record Bill(
    String billId,
    String type,
    String subType,
    Instant time,
    String ccy,
    BigDecimal balChg,
    BigDecimal bal,
    Optional<Cause> cause)
    implements Recorded {

  /// The match that moved the balance, or the isolated margin that went with it.
  ///
  /// @param sz contracts, or the amount of this currency for spot
  /// @param posChg change of the position, zero for spot
  /// @param pos the position after it
  record Cause(
      String ordId,
      String clOrdId,
      String tag,
      InstType instType,
      String instId,
      TdMode tdMode,
      String tradeId,
      BigDecimal px,
      BigDecimal sz,
      BigDecimal fee,
      BigDecimal pnl,
      BigDecimal posChg,
      BigDecimal pos,
      boolean taker) {

    /// Margin that its owner moved into that isolated leg, or out of it.
    static Cause moved(Leg after, BigDecimal change) {
      BigDecimal zero = BigDecimal.ZERO;
      return new Cause(
          "",
          "",
          "",
          after.instType(),
          after.instId(),
          after.mgnMode(),
          "",
          zero,
          change.abs(),
          zero,
          zero,
          change,
          after.margin(),
          true);
    }

    /// T or M, and "" without a trade of the user's.
    String execType() {
      boolean own = !tradeId.isEmpty() && !tradeId.startsWith(Trade.FORCED);
      return own ? taker ? "T" : "M" : "";
    }

    /// The same with the change of a leg.
    Cause on(Leg before, Leg after) {
      return new Cause(
          ordId,
          clOrdId,
          tag,
          instType,
          instId,
          tdMode,
          tradeId,
          px,
          sz,
          fee,
          pnl,
          after.pos().subtract(before.pos()),
          after.pos(),
          taker);
    }
  }
}
