package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Fields;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.okx.Endpoint;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Offers and bids of one instrument.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "orderbook",
    description = "the order book",
    footer = {"okx market orderbook BTC-USDT", "okx market orderbook BTC-USDT-SWAP --sz 20"})
final class OrderbookCommand extends BaseCommand {
  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Spec private CommandSpec spec;

  @Option(
      names = "--sz",
      paramLabel = "N",
      defaultValue = "5",
      description = "levels of each side, 1 to 400 (default: ${DEFAULT-VALUE})")
  private int sz;

  @Override
  protected Report run(Session session) {
    if (sz < 1 || sz > 400) {
      throw new ParameterException(spec.commandLine(), "--sz must be 1 to 400, not " + sz);
    }
    Query query =
        new Query().with("instId", instrument.required()).with("sz", Integer.toString(sz));
    ArrayNode data = session.reads().data(Endpoint.BOOKS, query.values());
    return Report.of(data, page -> write(page, data));
  }

  /// Offers above bids, so that the best of both meet in the middle.
  private static void write(Page page, ArrayNode data) {
    if (data.isEmpty()) {
      page.line("No order book.");
    }
    for (JsonNode book : data) {
      Table table = new Table("side", "px", "sz", "orders");
      levels(book.path("asks")).reversed().forEach(level -> table.row(row("ask", level)));
      levels(book.path("bids")).forEach(level -> table.row(row("bid", level)));
      page.gap().table(table, "The order book is empty.");
      page.gap().line("As of " + Fields.time(book, "ts"));
    }
  }

  private static List<JsonNode> levels(JsonNode side) {
    List<JsonNode> levels = new ArrayList<>();
    side.forEach(levels::add);
    return levels;
  }

  private static List<String> row(String side, JsonNode level) {
    return List.of(
        side,
        Fields.value(level.path(0)),
        Fields.value(level.path(1)),
        Fields.value(level.path(3)));
  }
}
