package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Person;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.guard.Stage;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Moves a live account one stage on. Only a person can, and only on evidence.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "promote",
    description =
        "move a live account one stage on: demo, observe, probation, full. Only a person at a"
            + " terminal can, and only when the exchange itself shows the evidence",
    footer = {
      "okx --live guard promote --demo-profile practice",
      "okx --live guard promote --reason 'a quiet week'"
    })
final class PromoteCommand extends BaseCommand {
  @Option(
      names = "--demo-profile",
      paramLabel = "PROFILE",
      description = "profile with demo = true whose orders count for leaving the demo stage")
  private String demoProfile;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why; asked for when missing")
  private String reason;

  @Override
  protected Report run(Session session) {
    session.writeEnvironment();
    try (StageView view = StageView.of(session, Optional.ofNullable(demoProfile))) {
      Evidence evidence = view.evidence();
      if (evidence.stage().next().isEmpty()) {
        ObjectNode json = view.json(evidence).put("promoted", false);
        return Report.of(json, page -> page.line("nothing to promote: the account is at full"));
      }
      return promote(session, view, evidence);
    }
  }

  private Report promote(Session session, StageView view, Evidence evidence) {
    mustSuffice(session, evidence);
    Person.Act act =
        new Person.Act("promote", Environment.LIVE.word(), view.uid(), view.lines(evidence));
    Person.Consent consent = session.person().consent(act, Optional.ofNullable(reason));
    Stage stage =
        view.promotion()
            .promote(
                evidence,
                session.policy().stage(),
                consent.reason() + " (by " + consent.user() + ")");
    ObjectNode json = view.json(evidence).put("promoted", true).put("stage", stage.word());
    json.put("next", stage.next().map(Stage::word).orElse(""));
    return Report.of(
        json,
        page ->
            page.line(
                page.palette().good("promoted")
                    + "  live account "
                    + view.uid()
                    + " to "
                    + stage.word()));
  }

  private static void mustSuffice(Session session, Evidence evidence) {
    List<String> problems = session.policy().problems();
    if (!problems.isEmpty()) {
      throw new Fault(
          ExitCode.CONFIG,
          "the policy cannot be trusted: " + problems.getFirst(),
          "mend it, then promote");
    }
    if (!evidence.enough()) {
      String missing =
          evidence.items().stream()
              .filter(item -> !item.met())
              .map(Evidence.Item::toString)
              .collect(Collectors.joining("; "));
      throw new Fault(
          ExitCode.DENIED,
          "the evidence for the next stage is missing: " + missing,
          "okx --live guard stage shows all of it");
    }
  }
}
