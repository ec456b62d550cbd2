package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Guard;
import dev.okxguard.guard.Judgement;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.PosSide;
import dev.okxguard.okx.Write;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One algo order to be placed.
record AlgoPlacement(Desk desk, Ids ids, AlgoPlaceRequest request) implements Errand {
  static final String ACTION = "algo";

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public String instId() {
    return request.draft().instId();
  }

  @Override
  public Optional<String> key() {
    return request.key();
  }

  @Override
  public String digest() {
    return Digest.of(request.draft());
  }

  @Override
  public ObjectNode wanted() {
    return desk.exchange().algoBody(request.draft(), ids.next());
  }

  @Override
  public Plan plan(Account account) {
    AlgoDraft draft = request.draft();
    ClOrdId id = ids.next(account.uid(), request.key());
    ObjectNode body = desk.exchange().algoBody(draft, id);
    Snapshot snapshot = new AlgoFacts(desk).read(draft, account);
    Judgement judgement =
        new Guard().judge(draft, request.key().isPresent(), snapshot.facts(), desk.policy());
    Ticket ticket =
        Ticket.bare(account.uid(), body).judged(judgement.notionalUsd(), judgement.checks());
    if (!judgement.allowed()) {
      snapshot.tell(desk.progress());
      return new Plan.Refused(Outcome.Denied.of(ticket, judgement.denials()));
    }
    Optional<Denial> trace = traced(account, snapshot, judgement.entry());
    if (trace.isPresent()) {
      return new Plan.Refused(Outcome.Denied.of(ticket, List.of(trace.get())));
    }
    keepExit(draft, judgement, body);
    return Plan.Ready.of(ticket, id.text(), draft.instType(), judgement.entry(), Write.ALGO, body);
  }

  private Optional<Denial> traced(Account account, Snapshot snapshot, boolean entry) {
    return key()
        .flatMap(
            key ->
                account
                    .traces()
                    .againstAlgos(
                        account.uid(),
                        key,
                        request.draft().type(),
                        snapshot.facts().pendingAlgos(),
                        entry));
  }

  /// An exit is one on the facts of this moment only; marked reduce-only, OKX keeps it one until it
  /// fires. With legs of their own (long/short mode) it always is.
  private static void keepExit(AlgoDraft draft, Judgement judgement, ObjectNode body) {
    if (!judgement.entry() && draft.instType().contracts() && draft.posSide() == PosSide.NET) {
      body.put("reduceOnly", true);
    }
  }

  @Override
  public boolean proves() {
    return true;
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    Outcome outcome = new AlgoProof(desk, request.draft()).outcome(account, sent, taken);
    if (!(outcome instanceof Outcome.Accepted proven)) {
      return outcome;
    }
    String noted = account.note(Outcomes.accepted(sent.intent(), taken.id()));
    return new Outcome.Accepted(
        proven.ticket(),
        proven.ordId(),
        proven.seen(),
        false,
        Outcomes.join(proven.remark(), noted));
  }
}
