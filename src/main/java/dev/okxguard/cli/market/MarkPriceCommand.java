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

/// The prices positions are valued at.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "mark-price",
    description = "the price positions are valued at",
    footer = {"okx market mark-price BTC-USDT-SWAP", "okx market mark-price --instType SWAP"})
final class MarkPriceCommand extends BaseCommand {
  @Mixin private KindedInstrument kinded = new KindedInstrument();

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = MarkTypes.class,
      completionCandidates = MarkTypes.class)
  private String instType;

  @Mixin private FamilyOptions family = new FamilyOptions();

  @Override
  protected Report run(Session session) {
    Query query = family.into(kinded.query(instType, MarkPriceCommand::kind));
    return Answer.table(
        session.reads().data(Endpoint.MARK_PRICE, query.values()),
        "No mark price.",
        Column.of("instId"),
        Column.of("markPx"),
        Column.time("ts"));
  }

  /// Spot pairs have a mark price as margin pairs.
  private static InstType kind(String instId) {
    InstType type = InstType.byForm(instId);
    return type == InstType.SPOT ? InstType.MARGIN : type;
  }
}
