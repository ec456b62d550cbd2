package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.okx.WriteReply;
import java.util.Optional;

/// From the reply to the outcome, for every errand alike: classify, resolve what is unknown,
/// record, then let the errand look at what came of it.
final class Settlement {
  private final Resolver resolver;

  Settlement(Resolver resolver) {
    this.resolver = resolver;
  }

  Outcome settle(Errand errand, Account account, Sent sent, WriteReply reply) {
    return switch (reply) {
      case WriteReply.Accepted accepted -> {
        String remark = noted(errand, account, Outcomes.accepted(sent.intent(), accepted.id()));
        yield errand.verify(account, sent, new Taken(accepted.id(), Optional.empty(), remark));
      }
      case WriteReply.Refused refused -> refused(account, sent, refused.error());
      case WriteReply.NotSent not -> notSent(account, sent, not.reason(), Optional.empty());
      case WriteReply.Unknown unknown -> unknown(errand, account, sent, unknown.error());
    };
  }

  private static String noted(Errand errand, Account account, Event.Outcome taken) {
    return errand.proves() ? "" : account.note(taken);
  }

  private static Outcome refused(Account account, Sent sent, ExchangeError error) {
    if (error.kind() == ExchangeError.Kind.BUSY) {
      return notSent(account, sent, error.meaning(), Optional.of(error));
    }
    account.note(Outcomes.error(sent.intent(), Outcomes.REJECTED, error));
    return new Outcome.Rejected(sent.ticket(), error, false);
  }

  private static Outcome notSent(
      Account account, Sent sent, String reason, Optional<ExchangeError> error) {
    String remark =
        account.note(
            error
                .map(e -> Outcomes.error(sent.intent(), Outcomes.NOT_SENT, e))
                .orElseGet(() -> Outcomes.word(sent.intent(), Outcomes.NOT_SENT, reason)));
    return new Outcome.NotSent(sent.ticket(), Outcomes.join(reason, remark), error);
  }

  private Outcome unknown(Errand errand, Account account, Sent sent, ExchangeError error) {
    account.note(Outcomes.error(sent.intent(), Outcomes.UNKNOWN, error));
    return switch (resolver.what(sent.intent(), sent.written())) {
      case Resolution.Found found -> {
        String remark = noted(errand, account, Outcomes.accepted(sent.intent(), found.order()));
        yield errand.verify(
            account,
            sent,
            new Taken(
                found.order().ordId(),
                Optional.of(found.order()),
                Outcomes.join("the answer was lost; OKX knows the order", remark)));
      }
      case Resolution.Done done -> {
        String remark = noted(errand, account, Outcomes.accepted(sent.intent(), done));
        yield errand.verify(
            account,
            sent,
            new Taken(
                done.id(),
                Optional.empty(),
                Outcomes.join("the answer was lost; " + done.remark(), remark)));
      }
      case Resolution.Absent absent -> notSent(account, sent, absent.remark(), Optional.of(error));
      case Resolution.Forgotten gone -> told(account, sent, gone.remark(), error);
      case Resolution.Open open -> told(account, sent, open.reason(), error);
    };
  }

  /// Somebody should know that nobody knows.
  private static Outcome told(Account account, Sent sent, String reason, ExchangeError error) {
    Outcome outcome = new Outcome.Unknown(sent.ticket(), reason, Optional.of(error));
    account.alarms().about(account, sent.intent().instId(), outcome);
    return outcome;
  }
}
