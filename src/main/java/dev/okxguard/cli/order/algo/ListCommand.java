package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.AlgoRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Every algo order that waits, or that is over.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "list",
    aliases = "orders",
    description =
        "waiting algo orders of every type, all pages; with --history those that are over",
    footer = {
      "okx --paper order algo list",
      "okx --demo order algo list BTC-USDT-SWAP --ordType oco --json",
      "okx --demo order algo list --history --state canceled"
    })
final class ListCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("algoId"),
    Column.of("instId"),
    Column.of("ordType"),
    Column.of("side"),
    Column.ifAny("posSide"),
    Column.of("sz"),
    Column.ifAny("closeFraction"),
    Column.ifAny("reduceOnly"),
    Column.ifAny("tpTriggerPx"),
    Column.ifAny("slTriggerPx"),
    Column.ifAny("triggerPx"),
    Column.ifAny("ordPx"),
    Column.ifAny("callbackRatio"),
    Column.ifAny("callbackSpread"),
    Column.ifAny("activePx"),
    Column.of("state"),
    Column.ifAny("failCode"),
    Column.of("algoClOrdId"),
    Column.time("cTime")
  };

  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Option(
      names = {"--ordType", "--type"},
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}; without it, all",
      converter = Listable.class,
      completionCandidates = Listable.class)
  private String ordType;

  @Option(names = "--history", description = "those that are over, of the last three months")
  private boolean history;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "with --history, one of ${COMPLETION-CANDIDATES}; without it, all",
      converter = Ends.class,
      completionCandidates = Ends.class)
  private String state;

  @Override
  protected Report run(Session session) {
    if (state != null && !history) {
      throw new ParameterException(spec.commandLine(), "--state goes with --history");
    }
    Query query = new Query().with("instType", instType).with("instId", instrument.value());
    AlgoRows rows = new AlgoRows(session.reads(), query.values());
    String type = ordType == null ? "" : ordType;
    return history
        ? Answer.table(
            rows.history(type, state == null ? "" : state), "No finished algo orders.", COLUMNS)
        : Answer.table(rows.pending(type), "No waiting algo orders.", COLUMNS);
  }
}
