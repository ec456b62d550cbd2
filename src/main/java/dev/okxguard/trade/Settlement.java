package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Fault;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.okx.WriteReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// From the reply to the outcome: classify, resolve what is unknown, record, verify.
final class Settlement {
  /// How often and how long an order that should end at once is looked at again.
  private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

  private static final int LOOKS = 12;

  private final Desk desk;
  private final Resolver resolver;

  Settlement(Desk desk, Resolver resolver) {
    this.desk = desk;
    this.resolver = resolver;
  }

  /// The outcome of an order intent.
  ///
  /// @param written when the intent was recorded, by the local clock
  Outcome settle(
      Account account, Event.Intent intent, Instant written, Ticket ticket, WriteReply reply) {
    return switch (reply) {
      case WriteReply.Accepted accepted -> accepted(account, intent, ticket, accepted.ordId());
      case WriteReply.Refused refused -> refused(account, intent, ticket, refused.error());
      case WriteReply.NotSent not -> {
        String remark = note(account, Outcomes.word(intent, Outcomes.NOT_SENT, not.reason()));
        yield new Outcome.NotSent(ticket, not.reason() + remark, Optional.empty());
      }
      case WriteReply.Unknown unknown -> unknown(account, intent, written, ticket, unknown.error());
    };
  }

  private Outcome accepted(Account account, Event.Intent intent, Ticket ticket, String ordId) {
    String remark = note(account, Outcomes.accepted(intent, ordId));
    Optional<Order> seen = look(intent, ordId);
    if (seen.isPresent()) {
      remark += note(account, Outcomes.accepted(intent, seen.get()));
    } else {
      remark += "; its state could not be read yet";
    }
    return new Outcome.Accepted(ticket, ordId, seen, false, trim(remark));
  }

  private Outcome refused(
      Account account, Event.Intent intent, Ticket ticket, ExchangeError error) {
    if (error.kind() == ExchangeError.Kind.BUSY) {
      String remark = note(account, Outcomes.error(intent, Outcomes.NOT_SENT, error));
      return new Outcome.NotSent(ticket, error.meaning() + remark, Optional.of(error));
    }
    note(account, Outcomes.error(intent, Outcomes.REJECTED, error));
    return new Outcome.Rejected(ticket, error, false);
  }

  private Outcome unknown(
      Account account, Event.Intent intent, Instant written, Ticket ticket, ExchangeError error) {
    note(account, Outcomes.error(intent, Outcomes.UNKNOWN, error));
    return switch (resolver.order(intent, written)) {
      case Resolver.Resolution.Found found -> {
        String remark = note(account, Outcomes.accepted(intent, found.order()));
        yield new Outcome.Accepted(
            ticket,
            found.order().ordId(),
            Optional.of(found.order()),
            false,
            trim("the answer was lost; OKX knows the order" + remark));
      }
      case Resolver.Resolution.Done done ->
          new Outcome.Accepted(ticket, "", Optional.empty(), false, done.remark());
      case Resolver.Resolution.Absent _ -> {
        String reason =
            "OKX never accepted it: it is past its expiry and twice neither orders, history nor"
                + " fills know it";
        String remark = note(account, Outcomes.word(intent, Outcomes.NOT_SENT, reason));
        yield new Outcome.NotSent(ticket, reason + remark, Optional.of(error));
      }
      case Resolver.Resolution.Forgotten gone ->
          new Outcome.Unknown(ticket, gone.remark(), Optional.of(error));
      case Resolver.Resolution.Open open ->
          new Outcome.Unknown(ticket, open.reason(), Optional.of(error));
    };
  }

  /// The order's state; one that ends at once is waited for, briefly.
  private Optional<Order> look(Event.Intent intent, String ordId) {
    boolean atOnce = endsAtOnce(intent);
    Optional<Order> seen = Optional.empty();
    for (int i = 0; i < LOOKS; i++) {
      try {
        seen = desk.exchange().orderById(intent.instId(), ordId);
        if (seen.isPresent() && (!atOnce || seen.get().state().isFinal())) {
          return seen;
        }
        desk.time().pause(LOOK_AGAIN);
      } catch (Fault fault) {
        return seen;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return seen;
      }
    }
    return seen;
  }

  private static boolean endsAtOnce(Event.Intent intent) {
    return OrdType.of(intent.request().path("ordType").asString(""))
        .map(
            type ->
                switch (type) {
                  case MARKET, FOK, IOC, OPTIMAL_LIMIT_IOC, OP_FOK -> true;
                  case LIMIT, POST_ONLY, MMP, MMP_AND_POST_ONLY, RPI -> false;
                })
        .orElse(false);
  }

  /// Records an outcome. What happened at the exchange has happened, so a journal that fails now
  /// must not hide it: the remark says so, and the open intent stops further entries.
  private static String note(Account account, Event.Outcome outcome) {
    try {
      account.record(outcome);
      return "";
    } catch (Fault fault) {
      return "; NOT in the journal: " + fault.getMessage();
    }
  }

  private static String trim(String remark) {
    return remark.startsWith("; ") ? remark.substring(2) : remark;
  }
}
