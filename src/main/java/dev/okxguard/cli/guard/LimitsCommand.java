package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.config.Limit;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every limit in force and the file it comes from.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "limits",
    description = "effective limits and where each comes from",
    footer = {"okx guard limits", "okx guard limits --json"})
final class LimitsCommand extends BaseCommand {
  @Override
  protected Report run(Session session) {
    ObjectNode json = Document.of(session);
    json.put("policy", session.policy().digest());
    ArrayNode array = json.putArray("limits");
    Table table = new Table("limit", "value", "source");
    for (Limit limit : session.limits().limits()) {
      ObjectNode item = array.addObject();
      item.put("key", limit.key());
      item.put("value", limit.value());
      item.put("source", limit.source());
      table.row(limit.key(), limit.value(), limit.source());
    }
    ArrayNode problems = json.putArray("problems");
    session.policy().problems().forEach(problems::add);
    return Report.of(
        json,
        page -> {
          page.table(table, "No limits.");
          session
              .policy()
              .problems()
              .forEach(problem -> page.line(page.palette().bad("problem: ") + problem));
        });
  }
}
