package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import dev.okxguard.guard.Guard;
import dev.okxguard.guard.Judgement;
import dev.okxguard.guard.StopGuard;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Write;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One algo order to be changed. Judged as the whole algo order it would leave behind, with the old
/// one taken out, and as what it does to a stop. While halted nothing is amended: a stop that must
/// go is cancelled.
record AlgoAmendment(Desk desk, Ids ids, AlgoName name, AlgoChanges changes) implements Errand {
  static final String ACTION = "amend-algo";

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public String instId() {
    return name.instId();
  }

  @Override
  public ObjectNode wanted() {
    ObjectNode body = name.body();
    changes.put(body);
    return body;
  }

  /// @throws Fault REJECTED when OKX knows no such algo order or it is over, USAGE when it is of a
  ///   type that cannot be changed like that
  @Override
  public Plan plan(Account account) {
    Algo before = find();
    AlgoDraft after = changes.on(before);
    ObjectNode body = body(before);
    Snapshot snapshot = new AlgoFacts(desk).read(after, account);
    Judgement judgement = judge(before, after, snapshot.facts());
    Ticket ticket =
        Ticket.bare(account.uid(), body).judged(judgement.notionalUsd(), judgement.checks());
    if (!judgement.allowed()) {
      snapshot.tell(desk.progress());
      return new Plan.Refused(Outcome.Denied.of(ticket, judgement.denials()));
    }
    return new Plan.Ready(
        ticket,
        ids.next().text(),
        before.instType().name(),
        before.algoClOrdId(),
        judgement.entry(),
        Write.AMEND_ALGO,
        body);
  }

  private Judgement judge(Algo before, AlgoDraft after, Facts facts) {
    StopGuard stops = new StopGuard(desk.policy(), facts.positions(), facts.pendingAlgos());
    return new Guard()
        .judgeChange(before, after, facts, desk.policy())
        .and(stops.judgeAmend(before, after));
  }

  private Algo find() {
    Algo algo = new AlgoLook(desk).named(name);
    if (algo.state().isFinal()) {
      throw new Fault(
          ExitCode.REJECTED,
          "algo order " + algo.algoId() + " is " + algo.state().word() + " already",
          "look with: okx order algo list --instId " + algo.instId());
    }
    boolean fits =
        switch (algo.type()) {
          case CONDITIONAL, OCO -> !changes.trigger();
          case TRIGGER -> !changes.legs();
          case MOVE_ORDER_STOP, CHASE, ICEBERG, SMART_ICEBERG, TWAP -> false;
        };
    if (!fits) {
      throw new Fault(
          ExitCode.USAGE,
          "OKX does not change a " + algo.type().word() + " algo order like that",
          "cancel it and place another");
    }
    return algo;
  }

  private ObjectNode body(Algo before) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", before.instId());
    body.put("algoId", before.algoId());
    changes.put(body);
    return body;
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    String algoId = sent.intent().request().path("algoId").asString("");
    Optional<Algo> seen =
        new AlgoLook(desk).until(algoId, algo -> changes.madeOn(algo) || algo.state().isFinal());
    Taken known = new Taken(algoId, Optional.empty(), taken.remark());
    return seen.map(algo -> new AlgoProof(desk, changes.on(algo)).outcome(account, sent, known))
        .orElseGet(
            () ->
                new Outcome.Accepted(
                    sent.ticket(),
                    algoId,
                    Optional.empty(),
                    false,
                    Outcomes.join(taken.remark(), "it could not be read back")));
  }
}
