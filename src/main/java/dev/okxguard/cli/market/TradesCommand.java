package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Paging;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import dev.okxguard.okx.RawReads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

/// The newest trades of one instrument.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "trades",
    description = "the newest trades",
    footer = {"okx market trades BTC-USDT", "okx market trades BTC-USDT --limit 1200"})
final class TradesCommand extends BaseCommand {
  /// The most that the list of newest trades holds; older ones are in the history.
  private static final int NEWEST = 500;

  private static final int HISTORY_PAGE = 100;

  private static final Column[] COLUMNS = {
    Column.time("ts"), Column.of("side"), Column.of("px"), Column.of("sz"), Column.of("tradeId")
  };

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Mixin private Paging paging = new Paging();

  @Option(names = "--after", paramLabel = "TRADEID", description = "only trades before this one")
  private String after;

  @Override
  protected Report run(Session session) {
    Query query = new Query().with("instId", instrument.required()).with("after", after);
    RawReads reads = session.reads();
    boolean newest = after == null && paging.within(NEWEST);
    ArrayNode data =
        newest
            ? paging.read(reads, Endpoint.TRADES, query, "tradeId", NEWEST)
            : paging.read(reads, Endpoint.HISTORY_TRADES, query, "tradeId", HISTORY_PAGE);
    return Answer.table(data, "No trades.", COLUMNS);
  }
}
