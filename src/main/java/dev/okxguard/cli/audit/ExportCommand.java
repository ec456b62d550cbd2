package dev.okxguard.cli.audit;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.NewFile;
import dev.okxguard.cli.OutputFile;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.Moment;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Proven;
import dev.okxguard.journal.Verification;
import dev.okxguard.model.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// The journal's records for other programs and for accountants.
@Reach(Reach.Kind.JOURNAL)
@Command(
    name = "export",
    description =
        "write the journal's records to standard output or a new file, each once it is proven; exit"
            + " 9 when the chain is broken, after what came before",
    footer = {
      "okx --live audit export --format csv --since 2026-01-01 --output 2026.csv",
      "okx --demo audit export --type intent,outcome | jq -r .data.instId"
    })
final class ExportCommand extends BaseCommand {
  /// How a record is written.
  enum Format {
    ndjson,
    csv
  }

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "from then on, by this machine's clock")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "before then")
  private String until;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      converter = RecordType.class,
      description = "only these: ${COMPLETION-CANDIDATES}",
      completionCandidates = RecordType.class)
  private List<String> types = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "ndjson",
      description =
          "ndjson: the lines as they stand, so that each hash can be recomputed; csv: a row for"
              + " each record and each fill; default ndjson")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "a new file, readable by its owner alone; else standard output")
  private Path output;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected boolean streams() {
    return output == null;
  }

  @Override
  protected Report run(Session session) {
    String uid = Books.uid(session);
    Path journal = Books.journal(session, uid);
    Export.Written written =
        output == null
            ? export(session, _ -> {}).to(begun(session.console().out()), journal)
            : toFile(session, journal);
    return report(session, uid, written);
  }

  private Export.Written toFile(Session session, Path journal) {
    try (NewFile file = OutputFile.at(output, session).begin();
        Meter meter = Meter.of(session, "records read")) {
      Export.Written written = export(session, meter::at).to(begun(file.writer()), journal);
      file.keep(written.found().isPresent());
      return written;
    }
  }

  private PrintWriter begun(PrintWriter out) {
    if (format == Format.csv) {
      out.print(Csv.header() + "\n");
    }
    return out;
  }

  private Export export(Session session, LongConsumer progress) {
    Csv csv = new Csv(session.environment());
    Function<Proven, List<String>> rows =
        switch (format) {
          case ndjson -> line -> List.of(line.text());
          case csv -> line -> csv.rows(line.record());
        };
    return new Export(this::chosen, rows, progress);
  }

  private boolean chosen(Proven line) {
    return (types.isEmpty() || types.contains(line.type()))
        && time(since).filter(line.time()::isBefore).isEmpty()
        && time(until).filter(end -> !line.time().isBefore(end)).isEmpty();
  }

  private static Optional<Instant> time(String millis) {
    return Optional.ofNullable(millis).map(Long::valueOf).map(Instant::ofEpochMilli);
  }

  /// Nobody is told that a pipe was closed: whoever reads has had enough.
  private Report report(Session session, String uid, Export.Written written) {
    Optional<Verification> broken = written.found().filter(found -> !found.intact());
    broken.ifPresent(found -> session.warn(BrokenChain.words(found) + "written."));
    ObjectNode json = Document.of(session, uid);
    json.put("file", String.valueOf(output));
    json.put("format", format.name());
    json.put("records", written.records());
    json.put("outcome", broken.isPresent() ? "broken" : "intact");
    json.put("reason", broken.map(Verification::reason).orElse(""));
    String text = written.records() + " records written to " + output;
    return new Report(
        broken.isPresent() ? ExitCode.FINDINGS : ExitCode.OK, json, page -> page.line(text));
  }
}
