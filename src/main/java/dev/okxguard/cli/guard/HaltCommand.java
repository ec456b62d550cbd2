package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Dispatch;
import dev.okxguard.trade.TradingStop;
import dev.okxguard.trade.TradingStops;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Stops trading at once: needs no network, no lock, no working journal and no sound configuration.
/// When it cannot tell which account is meant, it stops them all.
@Reach(Reach.Kind.CHANGE)
@Command(
    name = "halt",
    description =
        "stop trading now; only cancel, close and kill still work, and only a person resumes."
            + " Needs no network. Without an environment, or for an account never used from here,"
            + " it halts all accounts. The same without this program: touch ~/.okx/state/HALT"
            + " (REDUCING lets exits through), in force while the file is there",
    footer = {
      "okx guard halt",
      "okx --demo guard halt",
      "okx --demo guard halt --reducing   # only exits, until a person resumes",
      "okx guard halt --all --reason 'prices look wrong'"
    })
final class HaltCommand extends BaseCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the record")
  private String reason;

  @Option(names = "--all", description = "every account and environment of this state directory")
  private boolean all;

  @Option(names = "--reducing", description = "stop entries only: positions can still be reduced")
  private boolean reducing;

  /// One account.
  private record Target(Environment environment, String uid, String profile) {}

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session given) {
    Session session = given.placed();
    Halt halt = reducing ? Halt.reducing(session.state()) : new Halt(session.state());
    String why = reason == null ? (reducing ? "reducing" : "halted") + " by hand" : reason;
    Optional<Target> target = all ? Optional.empty() : target(session);
    target.ifPresentOrElse(
        one -> halt.set(one.environment(), one.uid(), why, session.time()),
        () -> halt.setAll(why, session.time()));
    String noted = note(session, target, why);
    String scope =
        target
            .map(one -> one.environment().word() + " account " + one.uid())
            .orElse("all accounts of this state directory");
    alert(session, target, why);
    Optional<String> halted = reducing ? halted(session, target) : Optional.empty();
    return Report.of(
        document(target, why, noted, halted),
        page -> {
          page.line(page.palette().bad(state()) + "  " + scope + ": " + why);
          halted.ifPresent(stays -> page.line("halted all the same: " + stays));
          if (!noted.isEmpty()) {
            page.line("not in the journal, so in force while its file is there: " + noted);
          }
        });
  }

  /// The halt that is there already, which is the stronger stop.
  private static Optional<String> halted(Session session, Optional<Target> target) {
    Halt halt = new Halt(session.state());
    return target.isPresent()
        ? halt.reason(target.get().environment(), target.get().uid())
        : halt.reasonForAll();
  }

  private String state() {
    return reducing ? "reducing" : "halted";
  }

  /// The stop is in force by now; on record, taking its file away does not lift it.
  ///
  /// @return why it is not on record, "" when it is
  private String note(Session session, Optional<Target> target, String why) {
    try {
      String by = session.person().invoker().name();
      if (target.isEmpty()) {
        return new TradingStops(session.state(), session.time()).note(!reducing, why, by);
      }
      Target one = target.get();
      Event event = reducing ? new Event.Reducing(why, by) : new Event.Halted(why, by);
      return new TradingStop(session.state(), one.environment(), one.uid(), session.time())
          .note(event);
    } catch (Fault fault) {
      return fault.getMessage();
    }
  }

  /// The account meant, if an environment was chosen and its account is known here.
  private static Optional<Target> target(Session session) {
    try {
      return session
          .settings()
          .environment()
          .flatMap(
              environment ->
                  session.knownUid().map(uid -> new Target(environment, uid, session.profile())));
    } catch (Fault fault) {
      session.warn("Halting all accounts: " + fault.getMessage());
      return Optional.empty();
    }
  }

  /// The halt is in force by now, whatever becomes of the alert.
  private static void alert(Session session, Optional<Target> target, String reason) {
    Alarm.Scope scope =
        target
            .map(it -> new Alarm.Scope(Optional.of(it.environment()), it.profile(), it.uid()))
            .orElseGet(Alarm.Scope::everything);
    Optional<Alarm.Anchor> anchor =
        target
            .flatMap(it -> JournalReader.head(session.state().journal(it.environment(), it.uid())))
            .map(head -> new Alarm.Anchor(head.seq(), head.hash()));
    new Dispatch(session.state(), session.time(), session::alert)
        .send(
            new Alarm(
                Alarm.Kind.HALT,
                scope,
                reason,
                Alarm.Subject.none(),
                anchor,
                session.time().now()));
  }

  private ObjectNode document(
      Optional<Target> target, String why, String noted, Optional<String> halted) {
    ObjectNode json =
        Document.of(
            target.map(one -> one.environment().word()).orElse("all"),
            target.map(Target::profile).orElse(""),
            target.map(Target::uid).orElse(""));
    json.put("state", halted.isPresent() ? "halted" : state());
    json.put("scope", target.isPresent() ? "account" : "all");
    json.put("reason", why);
    json.put("journal", noted);
    return json;
  }
}
