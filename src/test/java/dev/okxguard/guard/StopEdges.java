package dev.okxguard.guard;

import static dev.okxguard.guard.Edges.edge;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.position;

import dev.okxguard.guard.Edges.Edge;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;

/// The edges of the rules about attached stops.
final class StopEdges {
  private StopEdges() {}

  static List<Edge> losses() {
    Scene buy = Scene.buying("1");
    Scene sell = buy.order("side", Side.SELL);
    Scene always = buy.policy("requireStopLoss", Policy.RequireStop.ALWAYS);
    Scene derivatives = buy.policy("requireStopLoss", Policy.RequireStop.DERIVATIVES);
    Scene stopped = buy.stop("52000", "49000");
    return List.of(
        edge("require_stop_loss", "STOP_REQUIRED", always.stop("52000", "49000"), always),
        edge("require_stop_loss", "STOP_REQUIRED", derivatives.stop("1", "49000"), derivatives),
        edge(
            "require_stop_loss",
            "STOP_WRONG_SIDE",
            buy.stop("52000", "49999.9"),
            buy.stop("52000", "50000")),
        edge(
            "require_stop_loss",
            "STOP_WRONG_SIDE",
            sell.stop("48000", "50000.1"),
            sell.stop("48000", "50000")),
        edge(
            "require_stop_loss",
            "STOP_WRONG_SIDE",
            buy.stop("52000", "0.1"),
            buy.stop("52000", "0")),
        edge(
            "max_risk_per_trade",
            "MAX_RISK_PER_TRADE",
            stopped.policy("maxRiskPerTrade", num("0.0001")),
            stopped.policy("maxRiskPerTrade", num("0.000099"))),
        edge(
            "min_reward_risk",
            "MIN_REWARD_RISK",
            stopped.policy("minRewardRisk", num("2")),
            stopped.policy("minRewardRisk", num("2.01"))),
        edge(
            "min_reward_risk",
            "MIN_REWARD_RISK",
            stopped.policy("minRewardRisk", num("2")),
            buy.policy("minRewardRisk", num("2"))));
  }

  static List<Edge> orders() {
    Scene buy = Scene.buying("1");
    Scene sell = buy.order("side", Side.SELL);
    Scene exit = sell.positions(position(SWAP, PosSide.NET, "1"));
    Scene sale =
        Scene.of(limit(SPOT, Side.SELL, "0.01"))
            .facts("balance", Optional.of(Samples.balance("0.01")));
    return List.of(
        edge("stop_on_exit", "STOP_ON_EXIT", exit, exit.stop("48000", "51000")),
        edge(
            "stop_on_exit",
            "STOP_ON_EXIT",
            exit.size("1.1").stop("48000", "51000"),
            exit.stop("48000", "51000")),
        edge("stop_on_exit", "STOP_ON_EXIT", sale, sale.stop("48000", "51000")),
        edge(
            "stop_on_exit",
            "STOP_ON_EXIT",
            sale.order("side", Side.BUY).stop("52000", "49000"),
            sale.size("0.02").stop("48000", "51000")),
        edge(
            "require_stop_loss",
            "STOP_WRONG_SIDE",
            buy.stopAt("49000", "49000"),
            buy.stopAt("49000", "49000.1")),
        edge(
            "require_stop_loss",
            "STOP_WRONG_SIDE",
            sell.stopAt("51000", "51000"),
            sell.stopAt("51000", "50999.9")),
        edge(
            "require_stop_loss",
            "STOP_PRICE",
            buy.stopAt("49000", "0.1"),
            buy.stopAt("49000", "0")));
  }
}
