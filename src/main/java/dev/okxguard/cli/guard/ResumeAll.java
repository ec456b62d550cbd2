package dev.okxguard.cli.guard;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Person;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.ShownHalt;
import dev.okxguard.trade.TradingStops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Lifts what stops all accounts; what stops one of them alone stays.
record ResumeAll(Session session, Optional<String> reason) {
  Report run() {
    TradingStops stops = new TradingStops(session.state(), session.time());
    ShownHalt halt = new Halt(session.state()).shownForAll();
    ShownHalt reducing = Halt.reducing(session.state()).shownForAll();
    List<TradingStops.Account> recorded = stops.recorded();
    if (!halt.any() && !reducing.any() && recorded.isEmpty()) {
      return report(Optional.empty(), stops);
    }
    List<String> lines = new ArrayList<>();
    lines.add("All accounts of " + session.state().root() + " are stopped.");
    halt.reason().ifPresent(why -> lines.add("  halted:    " + why));
    reducing.reason().ifPresent(why -> lines.add("  reducing:  " + why));
    recorded.forEach(it -> lines.add("  on record: " + it.name() + ": " + it.why()));
    lines.add("Measured anew from now on, for these accounts: losses, streaks and marks.");
    Person.Act act = new Person.Act("resume", "all", "accounts", lines);
    Person.Consent consent = session.person().consent(act, reason);
    stops.resume(recorded, halt, reducing, new Event.Resumed(consent.reason(), consent.user()));
    return report(Optional.of(consent), stops);
  }

  private Report report(Optional<Person.Consent> consent, TradingStops stops) {
    List<TradingStops.Account> left = stops.stopped();
    ObjectNode json = Document.of("all", "", "");
    json.put("state", "active");
    json.put("scope", "all");
    json.put("resumed", consent.isPresent());
    json.put("reason", consent.map(Person.Consent::reason).orElse(""));
    json.put("by", consent.map(Person.Consent::user).orElse(""));
    var array = json.putArray("stopped");
    left.forEach(it -> array.addObject().put("account", it.name()).put("reason", it.why()));
    return Report.of(
        json,
        page -> {
          page.line(
              consent.isPresent()
                  ? page.palette().good("resumed") + "  the stop of all accounts is lifted"
                  : "nothing to resume: not all accounts are stopped");
          left.forEach(it -> page.line("still stopped on its own: " + it.name() + ": " + it.why()));
        });
  }
}
