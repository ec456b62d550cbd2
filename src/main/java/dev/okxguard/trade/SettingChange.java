package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.journal.Event;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.WriteReply;
import java.util.List;
import java.util.Optional;

/// The parts of a setting's change around its one request: may it go, what the journal says, what
/// became of it.
final class SettingChange {
  private final Desk desk;
  private final Resolver resolver;

  SettingChange(Desk desk, Resolver resolver) {
    this.desk = desk;
    this.resolver = resolver;
  }

  /// What stands against it.
  List<Denial> judge(SettingRequest request) {
    return switch (request) {
      case SettingRequest.Leverage leverage ->
          new GuardWrite()
              .judgeLeverage(
                  leverage.lever(),
                  desk.exchange().leverage(leverage.instId(), leverage.mgnMode()),
                  desk.policy());
      case SettingRequest.PositionMode _ -> new GuardWrite().judgeMode(desk.policy());
    };
  }

  Event.Intent intent(SettingRequest request, String intentId) {
    return new Event.Intent(
        intentId,
        Optional.empty(),
        Digest.sha256(List.of(request.action(), request.body().toString())),
        request.action(),
        request.instId().isEmpty() ? "" : InstType.byForm(request.instId()).name(),
        request.instId(),
        "",
        false,
        request.body(),
        Optional.empty(),
        Optional.empty(),
        desk.policy().digest());
  }

  Outcome settle(Account account, Event.Intent intent, Ticket ticket, WriteReply reply) {
    return switch (reply) {
      case WriteReply.Accepted _ -> {
        account.record(Outcomes.word(intent, Outcomes.ACCEPTED, ""));
        yield accepted(ticket, "");
      }
      case WriteReply.Refused refused when refused.error().kind() == ExchangeError.Kind.BUSY -> {
        account.record(Outcomes.error(intent, Outcomes.NOT_SENT, refused.error()));
        yield new Outcome.NotSent(ticket, refused.error().meaning(), Optional.of(refused.error()));
      }
      case WriteReply.Refused refused -> {
        account.record(Outcomes.error(intent, Outcomes.REJECTED, refused.error()));
        yield new Outcome.Rejected(ticket, refused.error(), false);
      }
      case WriteReply.NotSent not -> {
        account.record(Outcomes.word(intent, Outcomes.NOT_SENT, not.reason()));
        yield new Outcome.NotSent(ticket, not.reason(), Optional.empty());
      }
      case WriteReply.Unknown unknown -> unknown(account, intent, ticket, unknown.error());
    };
  }

  /// A setting can be read back, so its fate is soon known.
  private Outcome unknown(
      Account account, Event.Intent intent, Ticket ticket, ExchangeError error) {
    return switch (resolver.what(intent, desk.time().now())) {
      case Resolver.Resolution.Done done -> {
        account.record(Outcomes.word(intent, Outcomes.ACCEPTED, done.remark()));
        yield accepted(ticket, "the answer was lost; " + done.remark());
      }
      case Resolver.Resolution.Found _ -> accepted(ticket, "the answer was lost");
      case Resolver.Resolution.Absent _ -> {
        account.record(Outcomes.error(intent, Outcomes.NOT_SENT, error));
        yield new Outcome.NotSent(ticket, "the setting is unchanged", Optional.of(error));
      }
      case Resolver.Resolution.Forgotten gone ->
          new Outcome.Unknown(ticket, gone.remark(), Optional.of(error));
      case Resolver.Resolution.Open open -> {
        account.record(Outcomes.error(intent, Outcomes.UNKNOWN, error));
        yield new Outcome.Unknown(ticket, open.reason(), Optional.of(error));
      }
    };
  }

  private static Outcome accepted(Ticket ticket, String remark) {
    return new Outcome.Accepted(ticket, "", Optional.empty(), false, remark);
  }
}
