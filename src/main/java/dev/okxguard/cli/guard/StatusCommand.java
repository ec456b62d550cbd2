package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// Everything disk tells of trading state, policy and account. Works whatever is broken: what
/// cannot be read is named.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "status",
    description =
        "trading state, stage, marks, open intents, today's entries and whatever is wrong with"
            + " policy, configuration or journal; from disk",
    footer = {"okx --paper guard status", "okx --demo guard status --json"})
final class StatusCommand extends BaseCommand {
  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    ObjectNode json = new StatusDocument(session, StatusFacts.of(session)).json();
    return Report.of(json, page -> new StatusText(json, page).write());
  }
}
