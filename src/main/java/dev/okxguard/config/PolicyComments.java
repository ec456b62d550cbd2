package dev.okxguard.config;

import java.util.Map;

/// What each policy key means, in the few words that stand beside it in a written policy.
final class PolicyComments {
  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("policy.loosen_delay", "a looser value than before waits so long"),
          Map.entry("policy.read_only", "true: nothing that writes is sent"),
          Map.entry("limits.max_order_size", "USD per order"),
          Map.entry("limits.max_order_ratio", "of equity, per order"),
          Map.entry("limits.max_position_size", "USD per position"),
          Map.entry("limits.max_total_ratio", "of equity, all positions and orders together"),
          Map.entry("limits.max_open_positions", "at a time"),
          Map.entry("limits.max_open_orders", "at a time"),
          Map.entry("limits.max_daily_trades", "entries per UTC day"),
          Map.entry("limits.max_orders_per_minute", "entries"),
          Map.entry("limits.max_leverage", "of positions and of the setting"),
          Map.entry("limits.min_cash_ratio", "of equity kept free; 0: off"),
          Map.entry("limits.price_collar", "limit price away from the mark; 0.02 is two percent"),
          Map.entry("limits.max_slippage", "market order, walked through the book"),
          Map.entry("limits.max_risk_per_trade", "of equity, lost at the stop"),
          Map.entry("limits.min_reward_risk", "distance to the target by that to the stop"),
          Map.entry("limits.require_stop_loss", "never, derivatives or always"),
          Map.entry("limits.duplicate_window_s", "same order again within; 0: off"),
          Map.entry("limits.repeat_limit", "entries one way on one instrument an hour; 0: off"),
          Map.entry("limits.instruments", "only these, such as BTC-USDT; empty: all"),
          Map.entry("limits.inst_types", "SPOT, MARGIN, SWAP, FUTURES, OPTION; empty: none"),
          Map.entry("limits.sides", "buy, sell; empty: neither"),
          Map.entry("breakers.max_daily_loss_ratio", "of the equity the UTC day began with"),
          Map.entry("breakers.max_drawdown", "from the highest equity"),
          Map.entry("breakers.max_consecutive_losses", "losing round trips in a row; 0: off"),
          Map.entry("breakers.cooldown_minutes", "no entries after a breaker tripped; 0: off"),
          Map.entry("breakers.max_move", "of an instrument held or ordered; 0: off"),
          Map.entry("breakers.max_move_minutes", "the time that move is measured over"),
          Map.entry("require.reconcile_within_minutes", "a clean reconcile not older; 0: off"),
          Map.entry("require.no_withdraw_key", "the key may not move money out"),
          Map.entry("require.ip_binding", "the key works from named addresses only"),
          Map.entry("require.sub_account", "the key belongs to a sub-account"),
          Map.entry("require.clock_skew_ms", "this machine's clock against OKX's"),
          Map.entry("stage.enforce", "true: live entries only once their stage is reached"),
          Map.entry("stage.demo_trades", "demo round trips before observing"),
          Map.entry("stage.observe_days", "read-only days on live before probation"),
          Map.entry("stage.probation_size", "USD per order while on probation"),
          Map.entry("stage.probation_trades", "live round trips before full size"),
          Map.entry("alerts.webhook", "https URL that takes a POST; keep it secret"),
          Map.entry("alerts.command", "program and arguments instead, told on its input"),
          Map.entry("alerts.on", "what people are told of"));

  private PolicyComments() {}

  static String of(PolicyKey<?> key) {
    return ALL.get(key.dotted());
  }
}
