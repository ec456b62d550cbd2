package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.InstrumentArgument;
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

/// Index prices.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "index-ticker",
    description = "index prices",
    footer = {"okx market index-ticker BTC-USD", "okx market index-ticker --quoteCcy USDT"})
final class IndexTickerCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(names = "--quoteCcy", paramLabel = "CCY", description = "every index in this currency")
  private String quoteCcy;

  @Override
  protected Report run(Session session) {
    Optional<String> instId = instrument.value();
    if (instId.isEmpty() && quoteCcy == null) {
      throw new ParameterException(
          spec.commandLine(), "Give an index, or a currency behind --quoteCcy");
    }
    Query query = new Query().with("instId", instId).with("quoteCcy", quoteCcy);
    return Answer.table(
        session.reads().data(Endpoint.INDEX_TICKERS, query.values()),
        "No such index.",
        Column.of("instId"),
        Column.of("idxPx"),
        Column.of("open24h"),
        Column.of("high24h"),
        Column.of("low24h"),
        Column.time("ts"));
  }
}
