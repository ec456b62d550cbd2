package dev.okxguard.cli.market;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.answer.Answer;
import dev.okxguard.cli.answer.Column;
import dev.okxguard.cli.answer.Fields;
import dev.okxguard.cli.option.InstrumentArgument;
import dev.okxguard.cli.option.Moment;
import dev.okxguard.cli.option.Query;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Candles of one instrument.
@Reach(Reach.Kind.PUBLIC)
@Command(
    name = "candles",
    description = "candles, newest first",
    footer = {
      "okx market candles BTC-USDT --bar 1H --limit 10",
      "okx market candles BTC-USDT --bar 1D --after 2026-01-01 --limit 500 --json"
    })
final class CandlesCommand extends BaseCommand {
  private static final Column[] COLUMNS = {
    Column.of("ts", row -> Fields.time(Fields.value(row.path(0)))),
    Column.at(1, "open"),
    Column.at(2, "high"),
    Column.at(3, "low"),
    Column.at(4, "close"),
    Column.at(5, "vol"),
    Column.at(8, "confirm")
  };

  @Spec private CommandSpec spec;

  @Mixin private InstrumentArgument instrument = new InstrumentArgument();

  @Option(
      names = "--bar",
      paramLabel = "BAR",
      description = "length of a candle (OKX takes 1m when not given): ${COMPLETION-CANDIDATES}",
      converter = Bars.class,
      completionCandidates = Bars.class)
  private String bar;

  @Option(
      names = "--after",
      paramLabel = "TIME",
      description = "only candles before this time",
      converter = Moment.class)
  private String after;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      description = "only candles after this time",
      converter = Moment.class)
  private String before;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "candles wanted (default: ${DEFAULT-VALUE}); more than 300 are read over several pages")
  private int limit;

  @Option(names = "--archive", description = "read the long history, which lacks the open candle")
  private boolean archive;

  @Override
  protected Report run(Session session) {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
    }
    Query query =
        new Query().with("instId", instrument.required()).with("bar", bar).with("before", before);
    CandlePages pages = new CandlePages(session.reads(), query.values(), archive, after);
    return Answer.table(pages.read(limit), "No candles in that window.", COLUMNS);
  }
}
