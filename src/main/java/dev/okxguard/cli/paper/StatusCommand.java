package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.model.Decimals;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.paper.PaperStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How the paper exchange stands, and where it had to choose.
@Reach(Reach.Kind.PAPER)
@Command(
    name = "status",
    description = "the paper exchange: account, balances, prices set, and what it assumes",
    footer = {"okx paper status", "okx paper status --json"})
final class StatusCommand extends BaseCommand {
  @Override
  protected Report run(Session session) {
    try (PaperAdmin admin = new PaperAdmin(session.paperHome(), session.time())) {
      PaperStatus status = admin.status();
      return Report.of(document(session, status), page -> text(page, status));
    }
  }

  private static ObjectNode document(Session session, PaperStatus status) {
    ObjectNode json = Document.of("paper", session.profile(), status.uid());
    json.put("directory", status.directory().toString());
    json.put("seed", Long.toString(status.seed()));
    json.put("created", Json.text(status.created()));
    json.put("apiKey", status.apiKey());
    json.put("openOrders", status.openOrders());
    json.put("positions", status.positions());
    ObjectNode balances = json.putObject("balances");
    new TreeMap<>(status.balances())
        .forEach((ccy, amount) -> balances.put(ccy, Decimals.text(amount)));
    ObjectNode prices = json.putObject("pricesSet");
    new TreeMap<>(status.prices())
        .forEach((instId, set) -> prices.put(instId, Decimals.text(set.last())));
    ArrayNode choices = json.putArray("choices");
    status.choices().forEach(choices::add);
    return json;
  }

  private static void text(Page page, PaperStatus status) {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("uid", status.uid());
    pairs.put("directory", status.directory().toString());
    pairs.put("seed", Long.toString(status.seed()));
    pairs.put("created", Json.text(status.created()));
    pairs.put("open orders", Integer.toString(status.openOrders()));
    pairs.put("positions", Integer.toString(status.positions()));
    page.pairs(pairs).gap();
    Table balances = new Table("ccy", "equity");
    new TreeMap<>(status.balances())
        .forEach((ccy, amount) -> balances.row(ccy, Decimals.text(amount)));
    page.table(balances, "No balances.").gap();
    if (!status.prices().isEmpty()) {
      Table prices = new Table("price set", "last");
      new TreeMap<>(status.prices())
          .forEach((instId, set) -> prices.row(instId, Decimals.text(set.last())));
      page.table(prices, "").gap();
    }
    page.line("Where OKX's behaviour is not certain, this exchange chooses:");
    status.choices().forEach(choice -> page.line("- " + choice));
  }
}
