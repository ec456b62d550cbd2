package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import java.util.Map;
import picocli.CommandLine.Command;

/// The exchange's clock.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "time",
    description = "the exchange's clock",
    footer = {"okx market time", "okx market time --json"})
final class TimeCommand extends BaseCommand {

  @Override
  protected Report run(Session session) {
    return Answer.details(
        session.reads().data(Endpoint.PUBLIC_TIME, Map.of()), "The exchange gave no time.");
  }
}
