package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Intents that an earlier command left without an outcome: a crash, a lost answer, a kill.
final class Backlog {
  private final Desk desk;
  private final Resolver resolver;

  Backlog(Desk desk, Resolver resolver) {
    this.desk = desk;
    this.resolver = resolver;
  }

  /// Asks what became of each, oldest first, and records the answer. What stays unknown stays open.
  List<Resolved> resolve(Account account) {
    List<Resolved> all = new ArrayList<>();
    for (OpenIntent open : account.ledger().openIntents()) {
      Event.Intent intent = open.intent();
      desk.progress().accept("resolving " + intent.action() + " " + intent.intentId());
      Resolved resolved = resolve(account, open);
      desk.progress().accept(intent.intentId() + " is " + resolved.word());
      all.add(resolved);
    }
    return all;
  }

  private Resolved resolve(Account account, OpenIntent open) {
    Event.Intent intent = open.intent();
    return switch (resolver.what(intent, open.time())) {
      case Resolution.Found found -> found(account, intent, found.order());
      case Resolution.Done done -> done(account, intent, done);
      case Resolution.Absent absent ->
          recorded(
              account,
              intent,
              Outcomes.word(intent, Outcomes.NOT_SENT, absent.remark()),
              absent.remark());
      case Resolution.Forgotten gone ->
          recorded(
              account,
              intent,
              Outcomes.word(intent, Outcomes.REJECTED, gone.remark()),
              gone.remark());
      case Resolution.Open still -> told(intent, Outcomes.UNKNOWN, "", still.reason());
    };
  }

  /// The command that sent it never came to look at it. What cannot be looked at stays open.
  private Resolved done(Account account, Event.Intent intent, Resolution.Done done) {
    Optional<String> danger;
    try {
      danger = new LostStop(desk).danger(intent, done.id());
    } catch (Fault fault) {
      return told(intent, Outcomes.UNKNOWN, "", Reductions.bearable(fault).getMessage());
    }
    if (danger.isPresent()) {
      String reason = "stop " + done.id() + " of " + intent.instId() + ": " + danger.get();
      String halted = account.halt(reason);
      return recorded(
          account,
          intent,
          Outcomes.unsafe(intent, done.id(), Optional.empty(), danger.get()),
          Outcomes.join(reason, halted));
    }
    new ModeRecord(account).took(intent);
    return recorded(account, intent, Outcomes.accepted(intent, done), done.remark());
  }

  /// The command that sent it never came to look at what it left.
  private Resolved found(Account account, Event.Intent intent, Order order) {
    StopCheck check = new StopCheck(desk);
    Optional<String> stop = check.flaw(intent, Optional.of(order)).filter(_ -> toProtect(order));
    Optional<String> danger =
        residue(intent, order).or(() -> stop.filter(_ -> check.demanded(intent)));
    String known = "OKX knows the order";
    if (danger.isEmpty()) {
      return recorded(
          account, intent, Outcomes.accepted(intent, order), Outcomes.join(known, stop.orElse("")));
    }
    String halted =
        account.halt("order " + order.ordId() + " on " + order.instId() + ": " + danger.get());
    return recorded(
        account,
        intent,
        Outcomes.unsafe(intent, order.ordId(), Optional.of(order), danger.get()),
        Outcomes.join(known, Outcomes.join(danger.get(), halted)));
  }

  /// What a close left, when it was not filled and there is still something to close.
  private Optional<String> residue(Event.Intent intent, Order order) {
    return intent.action().equals("close") && order.state() != OrderState.FILLED && held(order)
        ? Optional.of(
            "the close filled only " + Decimals.text(order.accFillSz()) + ", a position is left")
        : Optional.empty();
  }

  /// A stop goes with its position, which an exit may have closed meanwhile: exits wait for no
  /// fate.
  private boolean toProtect(Order order) {
    boolean open = !order.state().isFinal() || !order.instType().contracts();
    return open || !TwoLooks.miss(() -> !held(order));
  }

  /// Whether the leg is open that the order is about; the instrument may have others.
  private boolean held(Order order) {
    try {
      return desk.exchange().positions().stream()
          .anyMatch(
              leg ->
                  leg.instId().equals(order.instId())
                      && leg.mgnMode() == order.tdMode()
                      && leg.posSide() == order.posSide()
                      && !leg.flat());
    } catch (Fault fault) {
      desk.progress().accept("could not read the positions: " + fault.getMessage());
      return true;
    }
  }

  private static Resolved recorded(
      Account account, Event.Intent intent, Event.Outcome outcome, String remark) {
    account.record(outcome);
    return told(intent, outcome.outcome(), outcome.ordId(), remark);
  }

  private static Resolved told(Event.Intent intent, String word, String ordId, String remark) {
    return new Resolved(intent.intentId(), intent.action(), intent.instId(), word, ordId, remark);
  }
}
