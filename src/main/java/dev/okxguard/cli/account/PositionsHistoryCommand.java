package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.answer.Fields;
import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.MgnModes;
import dev.okxguard.cli.option.Moment;
import dev.okxguard.cli.option.Paging;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Closed positions of the last three months.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "positions-history",
    description = "closed positions of the last three months, newest first",
    footer = {
      "okx account positions-history --limit 20",
      "okx account positions-history --instType SWAP --before 2026-11-01 --all"
    })
final class PositionsHistoryCommand extends BaseCommand {
  private static final int PAGE = 100;

  private static final Column[] COLUMNS = {
    Column.time("uTime"),
    Column.of("instId"),
    Column.of("mgnMode"),
    Column.of("direction"),
    Column.of("type", row -> CloseTypes.title(Fields.text(row, "type"))),
    Column.of("openAvgPx"),
    Column.of("closeAvgPx"),
    Column.of("closeTotalPos"),
    Column.of("realizedPnl"),
    Column.of("pnlRatio"),
    Column.of("fee"),
    Column.of("fundingFee")
  };

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(
      names = "--mgnMode",
      paramLabel = "MODE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = MgnModes.class,
      completionCandidates = MgnModes.class)
  private String mgnMode;

  @Option(
      names = "--type",
      paramLabel = "N",
      description =
          "how it ended: 1 partly closed, 2 closed, 3 liquidated, 4 partly liquidated, 5 and 6"
              + " deleveraged",
      converter = CloseTypes.class,
      completionCandidates = CloseTypes.class)
  private String type;

  @Option(names = "--posId", paramLabel = "ID", description = "one position")
  private String posId;

  @Option(
      names = "--after",
      paramLabel = "TIME",
      description = "only changes before this time",
      converter = Moment.class)
  private String after;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      description = "only changes after this time",
      converter = Moment.class)
  private String before;

  @Mixin private Paging paging = new Paging();

  @Override
  protected Report run(Session session) {
    Query query =
        new Query()
            .with("instType", instType)
            .with("instId", instrument.value())
            .with("mgnMode", mgnMode)
            .with("type", type)
            .with("posId", posId)
            .with("after", after)
            .with("before", before);
    return Answer.table(
        paging.read(session.reads(), Endpoint.POSITIONS_HISTORY, query, "uTime", PAGE),
        "No closed positions in that window.",
        COLUMNS);
  }
}
