package dev.okxguard.cli.account;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.MgnModes;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The leverage set.
@Reach(Reach.Kind.PRIVATE)
@Command(
    name = "leverage",
    description = "the leverage set for instruments",
    footer = {
      "okx account leverage BTC-USDT-SWAP",
      "okx account leverage --instId BTC-USDT-SWAP,ETH-USDT-SWAP --mgnMode isolated"
    })
final class LeverageCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--mgnMode",
      paramLabel = "MODE",
      defaultValue = "cross",
      converter = MgnModes.class,
      completionCandidates = MgnModes.class,
      description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private String mgnMode;

  @Option(names = "--ccy", paramLabel = "CCY", description = "currency, for cross margin trading")
  private String ccy;

  @Override
  protected Report run(Session session) {
    Optional<String> instId = instrument.value();
    if (instId.isEmpty() && ccy == null) {
      throw new ParameterException(
          spec.commandLine(), "Give an instrument, or a currency behind --ccy");
    }
    Query query = new Query().with("instId", instId).with("ccy", ccy).with("mgnMode", mgnMode);
    return Answer.table(
        session.reads().data(Endpoint.LEVERAGE_INFO, query.values()),
        "OKX gave no leverage.",
        Column.of("instId"),
        Column.ifAny("ccy"),
        Column.of("mgnMode"),
        Column.of("posSide"),
        Column.of("lever"));
  }
}
