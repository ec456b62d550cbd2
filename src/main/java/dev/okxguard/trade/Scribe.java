package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Puts decisions on record before anything is sent.
final class Scribe {
  private final Desk desk;

  Scribe(Desk desk) {
    this.desk = desk;
  }

  /// Records why nothing is sent. A refusal stands whether or not it can be recorded.
  Outcome refused(Errand errand, Account account, Outcome outcome) {
    switch (outcome) {
      case Outcome.Denied _, Outcome.Halted _ -> {
        account.note(
            new Event.Denied(
                errand.key(),
                errand.action(),
                errand.instId(),
                outcome.ticket().request(),
                Outcomes.reasons(outcome),
                desk.policy().digest()));
        account.alarms().about(account, errand.instId(), outcome);
      }
      case Outcome.Accepted _,
          Outcome.Rejected _,
          Outcome.NotSent _,
          Outcome.Unknown _,
          Outcome.Unsafe _,
          Outcome.Allowed _ -> {}
    }
    return outcome;
  }

  /// What is about to be sent, as the journal will have it.
  Sent intent(Errand errand, Plan.Ready ready, Optional<Instant> expiry) {
    Event.Intent intent =
        new Event.Intent(
            ready.intentId(),
            errand.key(),
            errand.digest(),
            errand.action(),
            ready.instType(),
            errand.instId(),
            ready.clOrdId(),
            ready.entry(),
            ready.body(),
            ready.ticket().notionalUsd(),
            expiry,
            desk.policy().digest());
    Ticket ticket = ready.ticket().as(ready.intentId(), ready.clOrdId(), ready.body());
    return new Sent(ticket, intent, desk.time().now());
  }

  /// Puts the intents on record, together. Without that no entry goes out; what only reduces risk
  /// does.
  ///
  /// @throws dev.okxguard.model.Fault CONFIG when they could not be written; nothing may be sent
  void write(boolean reduces, Account account, List<Sent> all) {
    List<Event.Intent> intents = all.stream().map(Sent::intent).toList();
    if (reduces) {
      account.note(intents);
      return;
    }
    account.record(intents);
    intents.forEach(
        intent ->
            desk.progress().accept("allowed; intent " + intent.intentId() + " is in the journal"));
  }
}
