package dev.okxguard.paper.engine;

import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import java.util.Set;

/// GET trade/orders-algo-pending and orders-algo-history: empty, since no algo order is accepted.
final class AlgoReads {
  private static final Set<String> TYPES =
      Set.of(
          "conditional",
          "oco",
          "conditional,oco",
          "oco,conditional",
          "trigger",
          "move_order_stop",
          "iceberg",
          "smart_iceberg",
          "twap",
          "chase");

  private static final Set<String> STATES = Set.of("effective", "canceled", "order_failed");

  private AlgoReads() {}

  static Result pending(Call call) {
    Query query = new Query(call);
    query.required("ordType");
    query.oneOf("ordType", TYPES);
    return Result.of(Row.list(List.of()));
  }

  static Result history(Call call) {
    Query query = new Query(call);
    query.required("ordType");
    query.oneOf("ordType", TYPES);
    if (query.oneOf("state", STATES).isEmpty() && call.parameter("algoId").isEmpty()) {
      throw Refused.because("50015", "Either parameter state or algoId is required").status(400);
    }
    return Result.of(Row.list(List.of()));
  }
}
