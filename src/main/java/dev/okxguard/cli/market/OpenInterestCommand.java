package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.FamilyOptions;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.model.InstType;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How many contracts are open.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "open-interest",
    description = "open contracts",
    footer = {"okx market open-interest BTC-USDT-SWAP", "okx market open-interest --instType SWAP"})
final class OpenInterestCommand extends BaseCommand {
  @Mixin private KindedInstrument kinded = new KindedInstrument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = OpenInterestTypes.class,
      completionCandidates = OpenInterestTypes.class)
  private String instType;

  @Mixin private FamilyOptions family = new FamilyOptions();

  @Override
  protected Report run(Session session) {
    Query query = family.into(kinded.query(instType, InstType::byForm));
    return Answer.table(
        session.reads().data(Endpoint.OPEN_INTEREST, query.values()),
        "No open interest.",
        Column.of("instId"),
        Column.of("oi"),
        Column.of("oiCcy"),
        Column.ifAny("oiUsd"),
        Column.time("ts"));
  }
}
