package dev.okxguard.paper.engine;

import dev.okxguard.model.OrderState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What has become of an order.
///
/// @param filled contracts or base currency
/// @param avgPx harmonic for inverse contracts, else weighted by size
/// @param fee so far, negative when paid
/// @param pnl realised so far, without fees
/// @param cancelSource OKX's number, "" unless cancelled
record Progress(
    OrderState state,
    BigDecimal filled,
    Optional<BigDecimal> avgPx,
    BigDecimal fee,
    BigDecimal pnl,
    Optional<Last> last,
    String cancelSource,
    Instant updated) {

  /// The last fill.
  record Last(BigDecimal px, BigDecimal sz, String tradeId, Instant time) {}

  static Progress fresh(Instant now) {
    return new Progress(
        OrderState.LIVE,
        BigDecimal.ZERO,
        Optional.empty(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        "",
        now);
  }

  Progress in(OrderState other, String source, Instant now) {
    return new Progress(other, filled, avgPx, fee, pnl, last, source, now);
  }

  /// After that trade, whose order now has the average price `average`.
  Progress after(Trade trade, BigDecimal average) {
    return new Progress(
        OrderState.PARTIALLY_FILLED,
        filled.add(trade.sz()),
        Optional.of(average),
        fee.add(trade.fee()),
        pnl.add(trade.pnl()),
        Optional.of(new Last(trade.px(), trade.sz(), trade.tradeId(), trade.time())),
        "",
        trade.time());
  }
}
