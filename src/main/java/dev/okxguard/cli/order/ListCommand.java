package dev.okxguard.cli.order;

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
import dev.okxguard.okx.RawReads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Every order that still rests.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "list",
    description = "pending orders, all pages",
    footer = {"okx --paper order list", "okx --demo order list --instType SWAP --json"})
final class ListCommand extends BaseCommand {
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
    Column.of("state"),
    Column.of("clOrdId"),
    Column.time("cTime")
  };

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Override
  protected Report run(Session session) {
    Query query =
        new Query()
            .with("instType", instType)
            .with("instId", instrument.value())
            .with("limit", Integer.toString(PAGE));
    RawReads reads = session.reads();
    return Answer.table(
        reads.pages(Endpoint.ORDERS_PENDING, query.values(), "ordId", PAGE, Integer.MAX_VALUE),
        "No pending orders.",
        COLUMNS);
  }
}
