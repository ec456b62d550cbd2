package dev.okxguard.paper.engine;

import dev.okxguard.model.OrderState;
import dev.okxguard.paper.Consequences;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Remembers an account as it is, to tell later what has happened since.
final class Witness {
  private final Account account;
  private final int trades;
  private final Set<String> endedOrders = new HashSet<>();
  private final Set<String> endedAlgos = new HashSet<>();

  Witness(Account account) {
    this.account = account;
    this.trades = account.trades().size();
    account.orders().done().forEach(order -> endedOrders.add(order.ordId()));
    account.algos().done().forEach(algo -> endedAlgos.add(algo.algoId()));
  }

  /// What has happened since.
  Consequences tell(Session session) {
    FillReads reads = new FillReads(session);
    List<Trade> fills = account.trades().subList(trades, account.trades().size());
    List<OwnOrder> ended =
        account.orders().done().reversed().stream()
            .filter(order -> !endedOrders.contains(order.ordId()))
            .toList();
    List<Algo> fired =
        account.algos().done().reversed().stream()
            .filter(algo -> algo.fired().isPresent() && !endedAlgos.contains(algo.algoId()))
            .toList();
    return new Consequences(
        fills.stream().map(reads::row).toList(),
        fired.stream().map(algo -> AlgoRow.of(session.instrument(algo.instId()), algo)).toList(),
        ended.stream()
            .filter(order -> order.terms().category() == Category.FULL_LIQUIDATION)
            .map(order -> row(session, order))
            .toList(),
        ended.stream()
            .filter(order -> order.progress().state() == OrderState.CANCELED)
            .map(order -> row(session, order))
            .toList());
  }

  private static ObjectNode row(Session session, OwnOrder order) {
    return OrderRow.of(session.instrument(order.terms().instId()), order);
  }
}
