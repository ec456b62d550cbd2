package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// How far a live account has come, and what its next stage takes.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "stage",
    description =
        "how far a live account has come (demo, observe, probation, full) and what is missing for"
            + " the next stage, read from the exchange; changes nothing",
    footer = {"okx --live guard stage", "okx --live guard stage --demo-profile practice --json"})
final class StageCommand extends BaseCommand {
  @Option(
      names = "--demo-profile",
      paramLabel = "PROFILE",
      description = "profile with demo = true whose orders count for leaving the demo stage")
  private String demoProfile;

  @Override
  protected Report run(Session session) {
    try (StageView view = StageView.of(session, Optional.ofNullable(demoProfile))) {
      ObjectNode json = view.json(view.evidence());
      return Report.of(json, page -> view.text(json, page));
    }
  }
}
