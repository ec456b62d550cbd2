package dev.okxguard.trade;

import dev.okxguard.model.Algo;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Side;
import java.util.Optional;

/// Which pending orders somebody wants gone; what is left out selects nothing away.
///
/// @param algos whether algo orders go too, protective stops among them
public record CancelSelection(
    Optional<String> instId, Optional<InstType> type, Optional<Side> side, boolean algos) {

  boolean takes(Order order) {
    return takes(order.instId(), order.instType(), order.side());
  }

  boolean takes(Algo algo) {
    return algos && takes(algo.instId(), algo.instType(), algo.side());
  }

  private boolean takes(String id, InstType kind, Side direction) {
    return instId.stream().allMatch(id::equals)
        && type.stream().allMatch(kind::equals)
        && side.stream().allMatch(direction::equals);
  }
}
