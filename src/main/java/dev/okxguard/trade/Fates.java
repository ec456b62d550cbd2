package dev.okxguard.trade;

import dev.okxguard.okx.Exchange;
import java.util.Map;
import java.util.Optional;

/// Which question belongs to which action.
final class Fates {
  private final Map<String, Fate> byAction;

  Fates(Exchange exchange) {
    this.byAction =
        Map.of(
            "place", new OrderFate(exchange),
            "close", new CloseFate(exchange),
            "cancel", new CancelFate(exchange),
            "cancel-batch", new CancelBatchFate(exchange),
            "set-leverage", new SettingFates.Leverage(exchange),
            "set-position-mode", new SettingFates.Mode(exchange));
  }

  /// Empty for an action of a newer version.
  Optional<Fate> of(String action) {
    return Optional.ofNullable(byAction.get(action));
  }
}
