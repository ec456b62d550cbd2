package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Open positions.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "positions",
    description = "open positions",
    footer = {
      "okx account positions",
      "okx account positions --instType SWAP",
      "okx account positions BTC-USDT-SWAP --json"
    })
final class PositionsCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("instId"), Column.of("mgnMode"), Column.of("posSide"), Column.of("pos"),
        Column.ifAny("posCcy"),
    Column.of("avgPx"), Column.of("markPx"), Column.of("liqPx"), Column.of("lever"),
        Column.of("upl"),
    Column.of("uplRatio"), Column.of("notionalUsd"), Column.ifAny("mgnRatio")
  };

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(names = "--posId", paramLabel = "ID[,ID]", description = "only these positions")
  private String posId;

  @Override
  protected Report run(Session session) {
    Query query =
        new Query()
            .with("instType", instType)
            .with("instId", instrument.value())
            .with("posId", posId);
    return Answer.table(
        session.reads().data(Endpoint.ACCOUNT_POSITIONS, query.values()),
        "No open positions.",
        COLUMNS);
  }
}
