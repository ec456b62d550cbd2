package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Facts;
import dev.okxguard.guard.Guard;
import dev.okxguard.guard.Judgement;
import dev.okxguard.guard.OrderRequest;
import dev.okxguard.model.OrderDraft;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// An errand that the guard judges by the account's facts. Several are judged on one reading.
interface Judged extends Errand {
  Desk desk();

  /// The order to be judged. Reads the resting order that it changes, if any.
  ///
  /// @throws dev.okxguard.model.Fault REJECTED when there is no such order, or why it cannot be
  ///   read
  OrderRequest asked();

  /// The body that would be sent.
  ObjectNode body(Account account, OrderRequest asked);

  /// What is sent once the guard allowed it.
  Plan plan(Account account, Snapshot snapshot, Verdict verdict);

  /// The guard's word on what was asked.
  ///
  /// @param ticket with the body that would be sent; it may be completed
  record Verdict(OrderRequest asked, Judgement judgement, Ticket ticket) {}

  @Override
  default Plan plan(Account account) {
    OrderRequest asked = asked();
    desk().progress().accept("reading positions, orders, balance and prices");
    FactsReader reader = FactsReader.of(desk());
    return plan(account, asked, reader.read(asked.draft(), account));
  }

  /// Judges by facts already read.
  default Plan plan(Account account, OrderRequest asked, Snapshot snapshot) {
    if (snapshot.hasNo(asked.draft().instId())) {
      Ticket ticket = Ticket.bare(account.uid(), wanted());
      return new Plan.Refused(Outcome.Denied.of(ticket, List.of(unknown(asked.draft().instId()))));
    }
    return switch (sized(asked.draft(), snapshot.facts())) {
      case Sized.Ready(var draft) -> judged(account, asked.of(draft), snapshot);
      case Sized.Refused(var denial) -> {
        snapshot.tell(desk().progress());
        Ticket ticket = Ticket.bare(account.uid(), wanted());
        yield new Plan.Refused(Outcome.Denied.of(ticket, List.of(denial)));
      }
    };
  }

  /// The order with its size in OKX's unit, where the caller gave it in another.
  default Sized sized(OrderDraft draft, Facts facts) {
    return new Sized.Ready(draft);
  }

  /// The ticket with what somebody wants to see besides the verdict.
  default Ticket shown(Ticket ticket, OrderDraft draft, Snapshot snapshot) {
    return ticket;
  }

  static Denial unknown(String instId) {
    return new Denial(
        "instrument",
        "UNKNOWN_INSTRUMENT",
        "one that OKX has",
        instId,
        "OKX has no instrument '"
            + instId
            + "'; ids are in capitals, like BTC-USDT or BTC-USDT-SWAP: see okx market instruments");
  }

  private Plan judged(Account account, OrderRequest asked, Snapshot snapshot) {
    Judgement judgement = new Guard().judge(asked, snapshot.facts(), desk().policy());
    ObjectNode body = body(account, asked);
    Ticket bare =
        Ticket.bare(account.uid(), body).judged(judgement.notionalUsd(), judgement.checks());
    Ticket ticket = shown(bare, asked.draft(), snapshot);
    if (judgement.allowed()) {
      return plan(account, snapshot, new Verdict(asked, judgement, ticket));
    }
    snapshot.tell(desk().progress());
    return new Plan.Refused(Outcome.Denied.of(ticket, judgement.denials()));
  }
}
