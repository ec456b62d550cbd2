package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Puts decisions on record before anything is sent.
final class Scribe {
  /// How long OKX takes a signed request (reference a.4).
  private static final Duration SIGNATURE_LIFE = Duration.ofSeconds(30);

  private final Desk desk;

  Scribe(Desk desk) {
    this.desk = desk;
  }

  /// Records why nothing is sent. A refusal stands whether or not it can be recorded.
  Outcome refused(Errand errand, Account account, Outcome outcome) {
    if (outcome instanceof Outcome.Refusal refusal) {
      account.note(
          new Event.Denied(
              errand.key(),
              errand.action(),
              errand.instId(),
              refusal.ticket().request(),
              refusal.reasons(),
              desk.policy().digest()));
      account.alarms().about(account, errand.instId(), refusal);
    }
    return outcome;
  }

  /// What is about to be sent, as the journal will have it.
  ///
  /// @param expiry until when it may go out
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
            dropped(ready.write(), expiry),
            desk.policy().digest());
    String named = errand.key().orElse(ready.intentId());
    Ticket ticket = ready.ticket().as(named, ready.clOrdId(), ready.body());
    return new Sent(ticket, intent, desk.time().now());
  }

  /// From when on OKX takes it no more: its expiry where OKX heeds that, else the end of its
  /// signature. By OKX's clock, since the local one may be set right before anybody asks what
  /// became of it.
  private Optional<Instant> dropped(Write write, Optional<Instant> expiry) {
    return expiry.isPresent()
        ? expiry.map(at -> write.expires() ? at : at.plus(SIGNATURE_LIFE))
        : signatureEnds();
  }

  /// From when on OKX takes no request any more that is signed now, by its clock; empty where that
  /// cannot be had.
  Optional<Instant> signatureEnds() {
    try {
      return Optional.of(desk.exchange().serverTime().plus(SIGNATURE_LIFE));
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.INTERRUPTED) {
        throw fault;
      }
      return Optional.empty();
    }
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
