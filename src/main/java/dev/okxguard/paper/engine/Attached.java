package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A take-profit, a stop-loss or both that an order carries until it has filled.
///
/// @param attachAlgoId "" until the order is accepted
/// @param algoClOrdId the client's id for the algo order to come
/// @param sz its part of the order, empty for all of it
/// @param failCode why no algo order came of it, ""
record Attached(
    String attachAlgoId,
    String algoClOrdId,
    Optional<Target> tp,
    Optional<Target> sl,
    Optional<BigDecimal> sz,
    String failCode,
    String failReason) {

  Attached numbered(String id) {
    return new Attached(id, algoClOrdId, tp, sl, sz, failCode, failReason);
  }

  Attached failed(Refused why) {
    return new Attached(attachAlgoId, algoClOrdId, tp, sl, sz, why.code(), why.getMessage());
  }

  /// One element of attachAlgoOrds.
  ObjectNode row() {
    Row row =
        new Row()
            .text("attachAlgoId", attachAlgoId)
            .text("attachAlgoClOrdId", algoClOrdId)
            .number("sz", sz)
            .text("tpOrdKind", tp.isPresent() ? "condition" : "")
            .text("failCode", failCode)
            .text("failReason", failReason)
            .zero("amendPxOnTriggerType")
            .blank("tpTriggerRatio", "slTriggerRatio");
    return Target.put(Target.put(row, "tp", tp), "sl", sl).build();
  }
}
