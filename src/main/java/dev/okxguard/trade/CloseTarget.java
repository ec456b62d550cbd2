package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a close is to take off, and what must be left then.
///
/// @param held with direction, before
/// @param sz what is to go, above zero and never more than is held
/// @param beside what the sibling leg holds before; zero where there is none
/// @param remark what there is to know about the size, "" when nothing
record CloseTarget(
    Position position, BigDecimal held, BigDecimal sz, BigDecimal beside, String remark) {

  static CloseTarget of(Position position, List<Position> all, CloseSizing.Sized sized) {
    BigDecimal beside =
        Leg.of(position).sibling().map(other -> other.in(all)).orElse(BigDecimal.ZERO);
    return new CloseTarget(position, position.signed(), sized.sz(), beside, sized.remark());
  }

  Leg leg() {
    return Leg.of(position);
  }

  boolean whole() {
    return Decimals.same(sz, held.abs());
  }

  /// What must be left, without direction.
  BigDecimal rest() {
    return held.abs().subtract(sz);
  }

  /// The order that takes it off: at market, of exactly that size, unable to open anything.
  OrderDraft order() {
    return new OrderDraft(
        position.instType(),
        position.instId(),
        position.mgnMode(),
        held.signum() > 0 ? Side.SELL : Side.BUY,
        position.posSide(),
        OrdType.MARKET,
        sz,
        Optional.empty(),
        position.posSide() == PosSide.NET,
        "",
        Optional.empty());
  }

  /// Its share of the position's value.
  Optional<BigDecimal> notionalUsd() {
    return position
        .notionalUsd()
        .filter(_ -> position.instType() != InstType.MARGIN)
        .map(usd -> Decimals.divide(usd.abs().multiply(sz), held.abs()));
  }
}
