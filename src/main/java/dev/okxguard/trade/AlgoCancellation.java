package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.guard.StopGuard;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One algo order to be cancelled. That works while halted and without a usable journal, as every
/// cancel does. Yet an algo order may be all that protects a position: where the policy demands
/// stops, the last one of an open position stays, since cancelling it adds risk.
record AlgoCancellation(Desk desk, Ids ids, AlgoName name) implements Errand {
  static final String ACTION = "cancel-algo";

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
    return name.body();
  }

  @Override
  public boolean reduces() {
    return true;
  }

  /// @throws Fault REJECTED when OKX knows no such algo order
  @Override
  public Plan plan(Account account) {
    Ticket asked = Ticket.bare(account.uid(), wanted());
    List<Denial> denials = new ArrayList<>(new GuardWrite().judgeWrite(desk.policy()));
    if (!denials.isEmpty()) {
      return new Plan.Refused(Outcome.Denied.of(asked, denials));
    }
    Target target = find(account);
    target.shown().ifPresent(known -> denials.addAll(judge(known)));
    return denials.isEmpty()
        ? ready(account, target)
        : new Plan.Refused(Outcome.Denied.of(asked, denials));
  }

  private Plan ready(Account account, Target target) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("instId", name.instId());
    body.put("algoId", target.algoId());
    InstType type =
        target.shown().map(Algo::instType).orElseGet(() -> InstType.byForm(name.instId()));
    return new Plan.Ready(
        Ticket.bare(account.uid(), body),
        ids.next().text(),
        type.name(),
        target.algoClOrdId(),
        false,
        Write.CANCEL_ALGO,
        body);
  }

  /// The algo order meant. Where OKX does not show it, which may be too early for that, the journal
  /// says which one it is; where OKX does not answer, its id alone has to do.
  private Target find(Account account) {
    AlgoLook look = new AlgoLook(desk);
    try {
      return look.found(name)
          .map(Target::of)
          .or(() -> onRecord(account).map(this::listed).filter(this::mayGo))
          .orElseThrow(() -> look.none(name));
    } catch (Fault fault) {
      if (!fault.unanswered()) {
        throw fault;
      }
      desk.progress().accept("could not look the algo order up: " + fault.getMessage());
      return onRecord(account).or(this::asNamed).orElseThrow(() -> fault);
    }
  }

  private Optional<Target> onRecord(Account account) {
    return account
        .placedAlgo(name.algoId().or(name::algoClOrdId).orElseThrow())
        .flatMap(past -> past.made(name.instId()))
        .map(outcome -> new Target(outcome.ordId(), outcome.clOrdId(), Optional.empty()));
  }

  /// With what the list of waiting ones says of it, so that a stop is known to be one.
  private Target listed(Target target) {
    return read(() -> desk.exchange().pendingAlgos()).stream()
        .flatMap(List::stream)
        .filter(algo -> algo.algoId().equals(target.algoId()))
        .map(Target::of)
        .findFirst()
        .orElse(target);
  }

  /// Whether it is shown or needs no look: where stops are demanded it may be one, which nobody can
  /// tell before OKX shows it.
  private boolean mayGo(Target target) {
    InstType type = InstType.byForm(name.instId());
    return target.shown().isPresent() || !StopGuard.demands(desk.policy(), type);
  }

  private Optional<Target> asNamed() {
    return name.algoId().map(id -> new Target(id, name.algoClOrdId().orElse(""), Optional.empty()));
  }

  private List<Denial> judge(Algo algo) {
    if (algo.state().isFinal() || !StopGuard.demands(desk.policy(), algo.instType())) {
      return List.of();
    }
    return new StopGuard(
            desk.policy(),
            TwoLooks.either(() -> read(() -> desk.exchange().positions())),
            read(() -> desk.exchange().pendingAlgos()))
        .judgeCancel(algo);
  }

  private <T> Optional<T> read(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Fault fault) {
      if (!fault.unanswered()) {
        throw fault;
      }
      desk.progress().accept("could not see whether it protects a position: " + fault.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Outcome verify(Account account, Sent sent, Taken taken) {
    String algoId = sent.intent().request().path("algoId").asString("");
    Optional<Algo> seen = new AlgoLook(desk).until(algoId, algo -> algo.state().isFinal());
    return new Outcome.Accepted(
        sent.ticket(),
        algoId,
        Optional.empty(),
        false,
        Outcomes.join(taken.remark(), remark(seen)));
  }

  private static String remark(Optional<Algo> seen) {
    if (seen.isEmpty()) {
      return "OKX took the request; the algo order's state could not be read";
    }
    return switch (seen.get().state()) {
      case CANCELED -> "";
      case LIVE, PAUSE, PARTIALLY_EFFECTIVE ->
          "OKX took the request, but the algo order is still " + seen.get().state().word();
      case EFFECTIVE, ORDER_FAILED, PARTIALLY_FAILED ->
          "the algo order had fired already: it is " + seen.get().state().word();
    };
  }

  /// An algo order to cancel.
  ///
  /// @param shown as OKX shows it, if it does
  private record Target(String algoId, String algoClOrdId, Optional<Algo> shown) {
    static Target of(Algo algo) {
      return new Target(algo.algoId(), algo.algoClOrdId(), Optional.of(algo));
    }
  }
}
