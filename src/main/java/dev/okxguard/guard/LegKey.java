package dev.okxguard.guard;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;

/// What makes a position one: OKX keeps cross and isolated, long and short apart.
record LegKey(String instId, TdMode tdMode, PosSide posSide) {

  static LegKey of(OrderDraft draft) {
    return new LegKey(draft.instId(), draft.tdMode(), draft.posSide());
  }

  static LegKey of(Order order) {
    return new LegKey(order.instId(), order.tdMode(), order.posSide());
  }

  static LegKey of(Algo algo) {
    return new LegKey(algo.instId(), algo.tdMode(), algo.posSide());
  }

  static LegKey of(AlgoDraft draft) {
    return new LegKey(draft.instId(), draft.tdMode(), draft.posSide());
  }

  static LegKey of(Position position) {
    return new LegKey(position.instId(), position.mgnMode(), position.posSide());
  }

  /// Whether an order of that side can only close the leg: long/short mode makes sell+long and
  /// buy+short reduce-only by nature.
  boolean closedBy(Side side) {
    return posSide.closedBy(side);
  }
}
