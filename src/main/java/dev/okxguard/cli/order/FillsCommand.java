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

/// What orders traded.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "fills",
    description = "trades of the last three days, newest first",
    footer = {
      "okx --paper order fills",
      "okx --paper order fills BTC-USDT --ordId 312269865356374016",
      "okx --demo order fills --instType SWAP --archive --all --json"
    })
final class FillsCommand extends BaseCommand {
  private static final int PAGE = 100;

  private static final Column[] COLUMNS = {
    Column.time("ts"),
    Column.of("instId"),
    Column.of("side"),
    Column.ifAny("posSide"),
    Column.of("fillPx"),
    Column.of("fillSz"),
    Column.of("fee"),
    Column.of("feeCcy"),
    Column.ifAny("fillPnl"),
    Column.of("execType"),
    Column.of("ordId"),
    Column.of("tradeId")
  };

  @Mixin private PastFilter filter = new PastFilter();
  @Mixin private Paging paging = new Paging();

  @Option(names = "--ordId", paramLabel = "ID", description = "only this order's")
  private String ordId;

  @Option(names = "--archive", description = "the last three months instead of three days")
  private boolean archive;

  @Override
  protected Report run(Session session) {
    Endpoint endpoint = archive ? Endpoint.FILLS_HISTORY : Endpoint.FILLS;
    Query query = (archive ? filter.typed() : filter.query()).with("ordId", ordId);
    return Answer.table(
        paging.read(session.reads(), endpoint, query, "billId", PAGE),
        PastFilter.none(query, "fills"),
        COLUMNS);
  }
}
