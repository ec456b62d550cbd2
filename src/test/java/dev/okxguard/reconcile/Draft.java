package dev.okxguard.reconcile;

import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/// An order to be placed.
record Draft(String instId, TdMode tdMode, PosSide posSide, Side side, BigDecimal sz) {
  InstType type() {
    return InstType.byForm(instId);
  }

  ObjectNode body(String clOrdId) {
    return Samples.intent("place", "clOrdId", clOrdId, "instId", instId).request();
  }
}
