package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Instant;

/// One match of an order.
///
/// @param sz contracts or base currency
/// @param fee negative when paid, in `feeCcy`
/// @param pnl realised by it, without fees
/// @param taker whether it took liquidity
record Trade(
    String billId,
    String tradeId,
    String ordId,
    String clOrdId,
    String tag,
    InstType instType,
    String instId,
    Side side,
    PosSide posSide,
    String subType,
    BigDecimal px,
    BigDecimal sz,
    BigDecimal fee,
    String feeCcy,
    BigDecimal pnl,
    boolean taker,
    Instant time)
    implements Recorded {

  /// T or M, and "" for a trade of the exchange's own doing.
  String execType() {
    return forced() ? "" : taker ? "T" : "M";
  }

  /// Whether liquidation, ADL or delivery made it.
  boolean forced() {
    return tradeId.startsWith(FORCED);
  }

  /// The sign of the ids of such trades.
  static final String FORCED = "-";
}
