package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.guard.GuardWrite;
import dev.okxguard.guard.Heartbeat;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.HeartbeatFile;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Keeps OKX's dead man's switch from going off, and keeps on record how it stands. Waits for no
/// lock: an order on its way must not hold up the beat that covers it.
record Heart(Desk desk, Entrance entrance, Reductions.Sender sender) {
  /// How long to wait for the lock, to note a change.
  private static final Duration MOMENT = Duration.ofMillis(500);

  /// Above this a time is counted in milliseconds; OKX's samples show seconds too.
  private static final BigDecimal MILLISECONDS = new BigDecimal("100000000000");

  /// How the switch stands, as the rules see it.
  static Heartbeat last(Desk desk, String uid) {
    try {
      return new HeartbeatFile(desk.state(), desk.environment(), uid)
          .read()
          .<Heartbeat>map(
              last ->
                  last.failed()
                      ? new Heartbeat.Failed(last.text())
                      : new Heartbeat.Armed(last.armedUntil().orElseThrow()))
          .orElseGet(Heartbeat.Never::new);
    } catch (Fault fault) {
      return new Heartbeat.Unreadable(fault.getMessage());
    }
  }

  /// @param timeout until the switch goes off; zero switches it off for good
  /// @param why it is switched off
  /// @throws Fault INTERRUPTED, and nothing else
  Beat beat(Duration timeout, String why) {
    List<Denial> denials = new GuardWrite().judgeWrite(desk.policy());
    if (!denials.isEmpty()) {
      return new Beat.Denied(desk.knownUid().get().orElse(""), denials);
    }
    Owner owner = entrance.ownerAnyway();
    if (!owner.named()) {
      return unnamed();
    }
    try {
      return recorded(owner, send(owner, timeout), why);
    } catch (Fault fault) {
      Reductions.bearable(fault);
      return new Beat.Failed(owner.uid(), fault.exitCode(), fault.getMessage());
    }
  }

  /// Whatever keeps OKX from naming the account, credentials that are missing for one.
  private Beat unnamed() {
    try {
      String uid = entrance.config().uid();
      return new Beat.Failed(uid, ExitCode.UNREACHABLE, "OKX was slow to name the account");
    } catch (Fault fault) {
      Reductions.bearable(fault);
      return new Beat.Failed("", fault.exitCode(), fault.getMessage());
    }
  }

  private Beat send(Owner owner, Duration timeout) {
    String uid = owner.uid();
    try {
      List<WriteReply> replies =
          sender
              .send(Write.CANCEL_ALL_AFTER, List.of(desk.exchange().cancelAllAfterBody(timeout)))
              .all();
      return switch (replies.getFirst()) {
        case WriteReply.Accepted _ when timeout.isZero() -> new Beat.Disarmed(uid);
        case WriteReply.Accepted taken -> armed(uid, until(taken.item()));
        case WriteReply.Refused no ->
            new Beat.Failed(uid, exitCode(no.error()), Reductions.text(no.error()));
        case WriteReply.NotSent not -> new Beat.Failed(uid, ExitCode.UNREACHABLE, not.reason());
        case WriteReply.Unknown unknown ->
            new Beat.Failed(uid, ExitCode.UNKNOWN, "no clear answer: " + unknown.error().message());
      };
    } catch (Fault fault) {
      Reductions.bearable(fault);
      return new Beat.Failed(uid, fault.exitCode(), fault.getMessage());
    }
  }

  private static ExitCode exitCode(ExchangeError error) {
    return switch (error.kind()) {
      case AUTH -> ExitCode.AUTH;
      case REJECTED -> ExitCode.REJECTED;
      case BUSY -> ExitCode.BUSY;
      case NOT_ACCEPTED -> ExitCode.UNREACHABLE;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  /// Without a time it goes off at, nobody can rely on it: OKX's 0 is a switch that is off.
  private static Beat armed(String uid, Optional<Instant> until) {
    return until
        .<Beat>map(at -> new Beat.Armed(uid, at, ""))
        .orElseGet(
            () -> new Beat.Failed(uid, ExitCode.UNKNOWN, "OKX did not say when it goes off"));
  }

  private static Optional<Instant> until(JsonNode item) {
    return Decimals.parse(item.path("triggerTime").asString(""))
        .filter(number -> number.signum() > 0)
        .map(
            number ->
                number.compareTo(MILLISECONDS) > 0
                    ? Instant.ofEpochMilli(number.longValue())
                    : Instant.ofEpochSecond(number.longValue()));
  }

  /// Writes it down, and tells people of a change.
  private Beat recorded(Owner owner, Beat beat, String why) {
    HeartbeatFile file = new HeartbeatFile(desk.state(), desk.environment(), owner.uid());
    Optional<HeartbeatFile.Last> before = before(file);
    return switch (beat) {
      case Beat.Armed armed -> {
        file.write(new HeartbeatFile.Last(Optional.of(armed.until()), false, ""));
        yield began(owner, before, armed);
      }
      case Beat.Failed failed -> {
        file.write(
            new HeartbeatFile.Last(
                before.flatMap(HeartbeatFile.Last::armedUntil), true, failed.reason()));
        if (before.stream().noneMatch(HeartbeatFile.Last::failed)) {
          note(owner, "a heartbeat failed, entries stop: " + failed.reason(), true);
        }
        yield failed;
      }
      case Beat.Disarmed off -> {
        file.clear();
        note(owner, Outcomes.join("switched off", why), false);
        yield off;
      }
      case Beat.Denied denied -> denied;
    };
  }

  /// What cannot be read is replaced.
  private static Optional<HeartbeatFile.Last> before(HeartbeatFile file) {
    try {
      return file.read();
    } catch (Fault fault) {
      return Optional.empty();
    }
  }

  private Beat began(Owner owner, Optional<HeartbeatFile.Last> before, Beat.Armed armed) {
    Optional<Instant> lapsed = before.flatMap(HeartbeatFile.Last::armedUntil).filter(this::past);
    if (lapsed.isPresent()) {
      String text = "no heartbeat came before " + lapsed.get() + ": OKX cancelled our orders";
      note(owner, text, true);
      return new Beat.Armed(armed.uid(), armed.until(), text);
    }
    if (before.stream().allMatch(HeartbeatFile.Last::failed)) {
      note(owner, "armed until " + armed.until(), false);
    }
    return armed;
  }

  private boolean past(Instant time) {
    try {
      return !desk.exchange().serverTime().isBefore(time);
    } catch (Fault fault) {
      Reductions.bearable(fault);
      return false;
    }
  }

  private void note(Owner owner, String text, boolean alarm) {
    try (Account account = Account.enterToReduce(desk, owner, MOMENT)) {
      account.note(new Event.Note("heartbeat", text));
      if (alarm) {
        account.alarms().halt(account, "heartbeat: " + text);
      }
    }
  }
}
