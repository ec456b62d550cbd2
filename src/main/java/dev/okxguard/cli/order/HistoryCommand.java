package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.Paging;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Finished orders.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "history",
    description =
        "orders finished in the last seven days, newest first; OKX forgets ones cancelled without"
            + " a fill after two hours",
    footer = {
      "okx --paper order history BTC-USDT",
      "okx --demo order history --instType SWAP --archive --all --json"
    })
final class HistoryCommand extends BaseCommand {
  private static final int PAGE = 100;

  private static final Column[] COLUMNS = {
    Column.of("ordId"),
    Column.of("instId"),
    Column.of("side"),
    Column.ifAny("posSide"),
    Column.of("ordType"),
    Column.of("px"),
    Column.of("sz"),
    Column.of("accFillSz"),
    Column.of("avgPx"),
    Column.of("state"),
    Column.of("fee"),
    Column.of("feeCcy"),
    Column.ifAny("pnl"),
    Column.of("clOrdId"),
    Column.time("cTime")
  };

  @Mixin private PastFilter filter = new PastFilter();
  @Mixin private Paging paging = new Paging();

  @Option(names = "--archive", description = "the last three months instead of seven days")
  private boolean archive;

  @Override
  protected Report run(Session session) {
    Endpoint endpoint = archive ? Endpoint.ORDERS_HISTORY_ARCHIVE : Endpoint.ORDERS_HISTORY;
    Query query = filter.typed();
    return Answer.table(
        paging.read(session.reads(), endpoint, query, "ordId", PAGE),
        PastFilter.none(query, "orders"),
        COLUMNS);
  }
}
