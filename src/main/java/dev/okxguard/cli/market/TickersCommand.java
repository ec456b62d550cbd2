package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.option.Either;
import dev.okxguard.cli.option.FamilyOptions;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import dev.okxguard.okx.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

/// Last, bid and ask of every instrument of a kind.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "tickers",
    description = "tickers of every instrument of a kind",
    footer = {
      "okx market tickers SPOT",
      "okx market tickers --instType FUTURES --instFamily BTC-USDT"
    })
final class TickersCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("instId"),
    Column.of("last"),
    Column.of("bidPx"),
    Column.of("askPx"),
    Column.of("open24h"),
    Column.of("high24h"),
    Column.of("low24h"),
    Column.of("vol24h"),
    Column.time("ts")
  };

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TYPE",
      description = "one of ${COMPLETION-CANDIDATES}",
      converter = TickerTypes.class,
      completionCandidates = TickerTypes.class)
  private String first;

  @Option(
      names = "--instType",
      paramLabel = "TYPE",
      description = "the same, by name",
      converter = TickerTypes.class,
      completionCandidates = TickerTypes.class)
  private String named;

  @Mixin private FamilyOptions family = new FamilyOptions();

  @Override
  protected Report run(Session session) {
    Query query = family.into(new Query().with("instType", instType()));
    ArrayNode data = session.reads().data(Endpoint.TICKERS, query.values());
    SeenInstruments.note(session, query, data);
    return Answer.table(data, "No instruments of that kind.", COLUMNS);
  }

  private String instType() {
    return Either.of(spec, "--instType", first, named)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "No kind of instrument given: put it first, for example SPOT"));
  }
}
