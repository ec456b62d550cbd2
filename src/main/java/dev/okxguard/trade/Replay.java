package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalBroken;
import dev.okxguard.journal.Past;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A caller's retry: the same key with the same content gets the first outcome again, and nothing
/// is sent.
final class Replay {
  private static final String NOTHING_NOW = "this intent id was used before; nothing was sent now";

  private static final Set<String> OF_AN_ORDER = Set.of("place", "amend", "close");

  private final Desk desk;

  Replay(Desk desk) {
    this.desk = desk;
  }

  /// The first outcome of a repeated key. Without a journal, or for an exit whose journal cannot
  /// tell, there is none.
  Optional<Outcome> earlier(Errand errand, Account account) {
    try {
      return account.journaled() ? of(errand, account) : Optional.empty();
    } catch (JournalBroken broken) {
      if (!errand.reduces()) {
        throw broken;
      }
      desk.progress().accept("no earlier outcome can be looked up: " + broken.getMessage());
      return Optional.empty();
    }
  }

  /// The first outcome under that key, or empty when there is none that binds: no such key, or the
  /// first attempt provably reached nothing.
  ///
  /// @throws Fault USAGE when the key was used for something else
  Optional<Outcome> of(Errand errand, Account account) {
    Optional<Past> past = errand.key().flatMap(key -> account.ledger().byKey(key));
    if (past.isEmpty()) {
      Optional<Past> rival = errand.rival().flatMap(key -> account.ledger().byKey(key));
      if (rival.isPresent()) {
        throw used(errand);
      }
      return Optional.empty();
    }
    Event.Intent intent = past.get().intent();
    if (!intent.digest().equals(errand.digest())) {
      throw used(errand);
    }
    Ticket ticket =
        new Ticket(
            account.uid(),
            intent.key().orElse(intent.intentId()),
            intent.clOrdId(),
            intent.request(),
            intent.notionalUsd(),
            List.of());
    return past.get()
        .outcome()
        .map(outcome -> replayed(ticket, intent, outcome))
        .orElseGet(() -> Optional.of(open(ticket)));
  }

  private static Fault used(Errand errand) {
    return new Fault(
        ExitCode.USAGE,
        "intent id '" + errand.key().orElseThrow() + "' was used for something else",
        "use a new --intent-id for a new order");
  }

  private Optional<Outcome> replayed(Ticket ticket, Event.Intent intent, Event.Outcome outcome) {
    return switch (outcome.outcome()) {
      case Outcomes.ACCEPTED -> Optional.of(accepted(ticket, intent, outcome));
      case Outcomes.REJECTED ->
          Optional.of(
              new Outcome.Rejected(
                  ticket,
                  new ExchangeError(
                      outcome.code(),
                      outcome.message(),
                      ExchangeError.Kind.REJECTED,
                      "refused the first time; nothing was sent now",
                      "use a new --intent-id to try again",
                      0,
                      ""),
                  true));
      case Outcomes.NOT_SENT -> Optional.empty();
      default -> Optional.of(open(ticket));
    };
  }

  private Outcome accepted(Ticket ticket, Event.Intent intent, Event.Outcome outcome) {
    Optional<Order> now = current(intent, outcome.ordId());
    return outcome.code().equals(Outcomes.UNSAFE)
        ? new Outcome.Unsafe(
            ticket, outcome.ordId(), now, Outcomes.join(outcome.message(), NOTHING_NOW))
        : new Outcome.Accepted(ticket, outcome.ordId(), now, true, NOTHING_NOW);
  }

  private static Outcome open(Ticket ticket) {
    return new Outcome.Unknown(
        ticket, "the first attempt under this intent id is still unknown", Optional.empty());
  }

  private Optional<Order> current(Event.Intent intent, String ordId) {
    if (!OF_AN_ORDER.contains(intent.action()) || ordId.isEmpty()) {
      return Optional.empty();
    }
    try {
      return desk.exchange().orderById(intent.instId(), ordId);
    } catch (Fault fault) {
      desk.progress().accept("could not read the order's state now: " + fault.getMessage());
      return Optional.empty();
    }
  }
}
