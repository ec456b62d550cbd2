package dev.okxguard.trade;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import java.math.BigDecimal;
import java.util.Optional;

/// The facts an algo order is judged by: those of an order on its instrument, without the book,
/// which says nothing about the moment it fires.
record AlgoFacts(Desk desk) {

  Snapshot read(AlgoDraft algo, Account account) {
    desk.progress().accept("reading positions, orders, balance and prices");
    OrderDraft subject =
        new OrderDraft(
            algo.instType(),
            algo.instId(),
            algo.tdMode(),
            algo.side(),
            algo.posSide(),
            OrdType.LIMIT,
            algo.sz().orElse(BigDecimal.ZERO),
            Optional.empty(),
            algo.reduceOnly(),
            "",
            Optional.empty());
    return FactsReader.of(desk).read(subject, account);
  }
}
