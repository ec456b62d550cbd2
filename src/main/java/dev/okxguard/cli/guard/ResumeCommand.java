package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Person;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.JournalBroken;
import dev.okxguard.journal.Ledger;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.TradingState;
import dev.okxguard.trade.TradingStop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Lets trading go on. Only a person can; needs no network.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "resume",
    description =
        "let trading go on after a halt; only a person at a terminal can, with a reason."
            + " What losses are measured against begins anew. Needs no network",
    footer = {"okx --demo guard resume", "okx guard resume --all --reason 'prices were right'"})
final class ResumeCommand extends BaseCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "why; asked for when missing")
  private String reason;

  @Option(names = "--all", description = "lift the halt of all accounts, and no account's own")
  private boolean all;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    return all ? new ResumeAll(session, Optional.ofNullable(reason)).run() : resume(session);
  }

  private Report resume(Session session) {
    Environment environment = session.writeEnvironment();
    String uid = session.knownUid().orElseThrow(ResumeCommand::unknown);
    TradingStop stop = new TradingStop(session.state(), environment, uid, session.time());
    try {
      return resume(session, stop);
    } catch (JournalBroken broken) {
      throw new Fault(broken.exitCode(), broken.getMessage(), mending(stop));
    }
  }

  private Report resume(Session session, TradingStop stop) {
    TradingState now = stop.look();
    if (now.ofAll()) {
      throw new Fault(
          ExitCode.HALTED,
          "all accounts are stopped: " + now.haltOfAll().reason().or(now::whyReducing).orElse(""),
          "okx guard resume --all lifts that first");
    }
    if (!now.own()) {
      return report(session, stop, now, Optional.empty());
    }
    Person.Act act = new Person.Act("resume", stop.env().word(), stop.uid(), shown(stop, now));
    Person.Consent consent = session.person().consent(act, Optional.ofNullable(reason));
    stop.resume(now, new Event.Resumed(consent.reason(), consent.user()));
    return report(session, stop, stop.look(), Optional.of(consent));
  }

  private static List<String> shown(TradingStop stop, TradingState now) {
    List<String> lines = new ArrayList<>();
    lines.add(stop.env().word() + " account " + stop.uid() + " is " + now.word() + ".");
    now.whyHalted().ifPresent(why -> lines.add("  halted:    " + why));
    now.whyReducing().ifPresent(why -> lines.add("  reducing:  " + why));
    now.since().ifPresent(since -> lines.add("  on record: since " + since + " by " + now.by()));
    Optional<Ledger> ledger = stop.ledger();
    ledger
        .flatMap(it -> it.latest().tripped())
        .ifPresent(
            it -> lines.add("  last trip: " + it.at() + " " + it.breaker() + ": " + it.reason()));
    int open = ledger.map(it -> it.openIntents().size()).orElse(0);
    lines.add("  open intents: " + open + (open == 0 ? "" : "; 'okx order resolve' settles them"));
    lines.add("Measured anew from now on: the day's loss, the high-water mark, the losing streak,");
    lines.add("repeated entries, and the modes the account is meant to have.");
    lines.add("A cooldown after a breaker still runs to its end.");
    return lines;
  }

  private static Report report(
      Session session, TradingStop stop, TradingState now, Optional<Person.Consent> consent) {
    ObjectNode json = Document.of(stop.env().word(), session.profile(), stop.uid());
    json.put("state", now.word());
    json.put("scope", "account");
    json.put("resumed", consent.isPresent());
    json.put("reason", consent.map(Person.Consent::reason).orElse(""));
    json.put("by", consent.map(Person.Consent::user).orElse(""));
    String account = stop.env().word() + " account " + stop.uid();
    return Report.of(
        json,
        page ->
            page.line(
                consent
                    .map(it -> page.palette().good(now.word()) + "  " + account + " resumed")
                    .orElse("nothing to resume: " + account + " is " + now.word())));
  }

  private static Fault unknown() {
    return new Fault(
        ExitCode.CONFIG,
        "this account was never used from here, so nothing of it is on record",
        "okx guard resume --all lifts a halt of all accounts");
  }

  private static String mending(TradingStop stop) {
    String journal = stop.state().journal(stop.env(), stop.uid()).toString();
    return "bring the journal back from a copy; or keep it for whoever looks into it and begin a"
        + " new one, which forgets stage and marks: mv "
        + journal
        + " "
        + journal
        + ".broken; then resume";
  }
}
