package dev.okxguard.trade;

import dev.okxguard.okx.Exchange;
import java.util.Map;
import java.util.Optional;

/// Which question belongs to which action.
final class Fates {
  private final Map<String, Fate> byAction;

  Fates(Exchange exchange) {
    this.byAction =
        Map.ofEntries(
            Map.entry("place", new OrderFate(exchange)),
            Map.entry("close", new CloseFate(exchange)),
            Map.entry("amend", new AmendFate(exchange)),
            Map.entry("cancel", new CancelFate(exchange)),
            Map.entry("cancel-batch", new CancelBatchFate(exchange)),
            Map.entry(AlgoPlacement.ACTION, new AlgoFates.Placed(exchange)),
            Map.entry(AlgoAmendment.ACTION, new AlgoFates.Amended(exchange)),
            Map.entry(AlgoCancellation.ACTION, new AlgoFates.Cancelled(exchange)),
            Map.entry("set-leverage", new SettingFates.Leverage(exchange)),
            Map.entry("set-position-mode", new SettingFates.Mode(exchange)));
  }

  /// Empty for an action of a newer version.
  Optional<Fate> of(String action) {
    return Optional.ofNullable(byAction.get(action));
  }
}
