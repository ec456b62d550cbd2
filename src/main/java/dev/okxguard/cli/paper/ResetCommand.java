package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperStatus;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Starts the paper exchange anew.
@Reach(Reach.Kind.PAPER_CHANGE)
@Command(
    name = "reset",
    description = "start a new paper exchange: new account, new key, fresh balances",
    footer = {"okx paper reset", "okx paper reset --seed 42"})
final class ResetCommand extends BaseCommand {
  @Option(names = "--seed", paramLabel = "N", description = "seed of the price paths")
  private Long seed;

  @Override
  protected Report run(Session session) {
    session.mustBeWritable();
    try (PaperAdmin admin = new PaperAdmin(session.paperHome(), session.time())) {
      admin.reset(Optional.ofNullable(seed));
      PaperStatus status = admin.status();
      ObjectNode json = Document.of("paper", session.profile(), status.uid());
      json.put("seed", Long.toString(status.seed()));
      return Report.of(
          json,
          page ->
              page.line("A new paper exchange: uid " + status.uid() + ", seed " + status.seed()));
    }
  }
}
