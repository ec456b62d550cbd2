package dev.okxguard.cli.guard;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.guard.Stage;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Evidence;
import dev.okxguard.trade.Promotion;
import dev.okxguard.trade.TradingStop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A live account's stage in front of the evidence for the next one.
record StageView(Session session, String uid, Optional<Session> demo) implements AutoCloseable {
  /// @param demoProfile names the profile whose demo account traded
  /// @throws Fault CONFIG when the account is not live, or that profile not demo
  static StageView of(Session session, Optional<String> demoProfile) {
    if (session.environment() != Environment.LIVE) {
      throw new Fault(
          ExitCode.CONFIG,
          "stages are for live trading; " + session.environment().word() + " needs none",
          "add --live, and --demo-profile NAME for the demo account that traded");
    }
    String uid = session.exchange().config().uid();
    return new StageView(session, uid, demoProfile.map(name -> demo(session, name)));
  }

  private static Session demo(Session session, String name) {
    Session demo = session.beside(name);
    if (demo.settings().environment().filter(env -> env == Environment.DEMO).isEmpty()) {
      throw new Fault(
          ExitCode.CONFIG,
          "profile " + name + " is not one for demo trading",
          "name a profile with demo = true: only what demo trading itself shows counts");
    }
    return demo;
  }

  Promotion promotion() {
    TradingStop account = new TradingStop(session.state(), Environment.LIVE, uid, session.time());
    return new Promotion(account, session.exchange(), demo.map(Session::exchange));
  }

  Evidence evidence() {
    return promotion().evidence(session.policy().stage());
  }

  /// Where the evidence comes from and what it is, for whoever decides.
  List<String> lines(Evidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Live account "
            + uid
            + " at "
            + session.settings().baseUrl()
            + ", profile "
            + session.profile());
    demo.ifPresent(
        it ->
            lines.add("Demo trading at " + it.settings().baseUrl() + ", profile " + it.profile()));
    lines.add("From " + evidence.stage().word() + " to " + next(evidence) + ", on this evidence:");
    evidence.items().forEach(item -> lines.add("  " + item));
    return lines;
  }

  private static String next(Evidence evidence) {
    return evidence.stage().next().map(Stage::word).orElse("");
  }

  ObjectNode json(Evidence evidence) {
    ObjectNode json = Document.of(session, uid);
    json.put("stage", evidence.stage().word());
    json.put("since", evidence.since().map(Object::toString).orElse(""));
    json.put("next", next(evidence));
    json.put("enforced", session.policy().stage().enforce());
    json.put("enough", evidence.enough());
    ArrayNode items = json.putArray("evidence");
    for (Evidence.Item item : evidence.items()) {
      items
          .addObject()
          .put("wanted", item.wanted())
          .put("found", item.found())
          .put("met", item.met());
    }
    return json;
  }

  void text(ObjectNode json, Page page) {
    String since = json.path("since").asString();
    page.line(
        "Stage: "
            + json.path("stage").asString()
            + (since.isEmpty() ? "" : " since " + since)
            + (json.path("enforced").asBoolean()
                ? ""
                : "  (not enforced: [stage] enforce = false)"));
    String next = json.path("next").asString();
    if (next.isEmpty()) {
      page.line("There is no further stage.");
      return;
    }
    page.line("For " + next + ":");
    json.path("evidence")
        .forEach(
            item -> {
              String met =
                  item.path("met").asBoolean()
                      ? page.palette().good("met      ")
                      : page.palette().bad("missing  ");
              page.line(
                  "  "
                      + met
                      + item.path("wanted").asString()
                      + ": "
                      + item.path("found").asString());
            });
    if (json.path("enough").asBoolean()) {
      page.line("A person can grant it: okx --live guard promote" + named());
    }
  }

  /// The option that names the demo profile again.
  private String named() {
    return demo.map(it -> " --demo-profile " + it.profile()).orElse("");
  }

  @Override
  public void close() {
    demo.ifPresent(Session::close);
  }
}
