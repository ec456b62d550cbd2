package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.answer.Fields;
import dev.okxguard.cli.option.Paging;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What changed the balances.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "bills",
    description = "what changed the balances in the last seven days, newest first",
    footer = {
      "okx account bills --ccy USDT --limit 20",
      "okx account bills --type 8 --begin 2026-11-01 --archive --all"
    })
final class BillsCommand extends BaseCommand {
  private static final int PAGE = 100;

  private static final Column[] COLUMNS = {
    Column.time("ts"),
    Column.of("type", row -> BillTypes.title(Fields.text(row, "type"))),
    Column.of("subType"),
    Column.of("ccy"),
    Column.of("balChg"),
    Column.of("bal"),
    Column.ifAny("instId"),
    Column.ifAny("sz"),
    Column.ifAny("px"),
    Column.ifAny("pnl"),
    Column.ifAny("fee"),
    Column.of("billId")
  };

  @Mixin private BillFilter filter = new BillFilter();

  @Mixin private Paging paging = new Paging();

  @Option(names = "--archive", description = "the last three months instead of seven days")
  private boolean archive;

  @Override
  protected Report run(Session session) {
    Endpoint endpoint = archive ? Endpoint.BILLS_ARCHIVE : Endpoint.BILLS;
    return Answer.table(
        paging.read(session.reads(), endpoint, filter.query(), "billId", PAGE),
        "No bills in that window.",
        COLUMNS);
  }
}
