package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.model.ExitCode;
import dev.okxguard.trade.Resolved;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks OKX what became of everything whose fate is unknown.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "resolve",
    description =
        "ask OKX what became of every open intent; sends no order; exit 8 if any stays open",
    footer = {"okx --paper order resolve", "okx --live order resolve --json"})
final class ResolveCommand extends BaseCommand {
  @Override
  protected Report run(Session session) {
    session.writeEnvironment();
    List<Resolved> resolved = session.gateway().resolve();
    boolean settled = resolved.stream().allMatch(Resolved::settled);
    ObjectNode json = Document.of(session);
    json.put("outcome", settled ? "settled" : "unknown");
    ArrayNode intents = json.putArray("intents");
    Table table = new Table("intentId", "action", "instId", "became", "ordId", "how");
    for (Resolved one : resolved) {
      ObjectNode item = intents.addObject();
      item.put("intentId", one.intentId());
      item.put("action", one.action());
      item.put("instId", one.instId());
      item.put("outcome", one.word());
      item.put("ordId", one.ordId());
      item.put("remark", one.remark());
      table.row(one.intentId(), one.action(), one.instId(), one.word(), one.ordId(), one.remark());
    }
    return new Report(
        settled ? ExitCode.OK : ExitCode.UNKNOWN,
        json,
        page -> page.table(table, "Nothing is open."));
  }
}
