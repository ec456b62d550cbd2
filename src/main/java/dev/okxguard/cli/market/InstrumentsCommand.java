package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.FamilyOptions;
import dev.okxguard.cli.option.InstTypes;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

/// What can be traded, and in which steps.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "instruments",
    description = "tick, lot, contract value and state of instruments",
    footer = {
      "okx market instruments BTC-USDT-SWAP",
      "okx market instruments --instType FUTURES --instFamily BTC-USDT"
    })
final class InstrumentsCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("instId"),
    Column.of("state"),
    Column.of("tickSz"),
    Column.of("lotSz"),
    Column.of("minSz"),
    Column.ifAny("ctVal"),
    Column.ifAny("ctValCcy"),
    Column.ifAny("ctType"),
    Column.ifAny("settleCcy"),
    Column.ifAny("lever")
  };

  @Mixin private KindedInstrument kinded = new KindedInstrument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = InstTypes.class,
      completionCandidates = InstTypes.class)
  private String instType;

  @Mixin private FamilyOptions family = new FamilyOptions();

  @Override
  protected Report run(Session session) {
    Query query = family.into(kinded.query(instType, InstType::byForm));
    ArrayNode data = session.reads().data(Endpoint.PUBLIC_INSTRUMENTS, query.values());
    SeenInstruments.note(session, query, data);
    return data.size() == 1
        ? Answer.details(data, "")
        : Answer.table(data, "No such instruments.", COLUMNS);
  }
}
