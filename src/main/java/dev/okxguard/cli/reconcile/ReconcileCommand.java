package dev.okxguard.cli.reconcile;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Branch;
import dev.okxguard.cli.InputText;
import dev.okxguard.cli.OutputFile;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.reconcile.Declared;
import dev.okxguard.reconcile.Reconciliation;
import dev.okxguard.reconcile.Request;
import dev.okxguard.trade.Known;
import dev.okxguard.trade.Past;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Does the account hold what it should?
@Reach(Reach.Kind.JUDGE)
@Command(
    name = "reconcile",
    description = {
      "does the account hold what it should? Expected against actual: exit 9 when they differ",
      "Expected is what this program's own orders made of the account, by its journal and the"
          + " exchange's fills and bills, or with --expected what a bot believes: a JSON list of"
          + " instId, pos and, where it matters, posSide and mgnMode; contracts with their sign."
          + " Reads and reports, repairs nothing; with --halt any difference stops trading until a"
          + " person resumes. What could not be read is never taken for nothing: exit 7.",
      "Works with a key that only reads, and under --read-only. Without an environment it looks at"
          + " live, as every read does; --halt wants one named."
    },
    footer = {
      "okx --demo reconcile",
      "okx --live reconcile --halt --quiet   # every minute, from cron",
      "okx --live reconcile --expected positions.json",
      "okx --live reconcile --json --output report.json"
    })
public final class ReconcileCommand extends BaseCommand {
  private static final int LONGEST = 3600;

  private static final InputText EXPECTED =
      new InputText(
          "what is expected",
          "--expected takes a JSON list like [{\"instId\":\"BTC-USDT-SWAP\",\"pos\":\"-2\"}] in a"
              + " file, or - for standard input");

  @Spec private CommandSpec spec;

  @Option(
      names = "--expected",
      paramLabel = "FILE|-",
      description = "what should be held, instead of what the journal says; - reads stdin")
  private String expected;

  @Option(names = "--halt", description = "stop trading when anything differs")
  private boolean halt;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "give up after that long, undecided; default ${DEFAULT-VALUE}")
  private int maxTime;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "keep the JSON document there as well, in a new file")
  private Path output;

  private Known known = Known.nothing();
  private long begun;

  /// What it can do beside comparing.
  public static List<Branch> verbs() {
    return List.of(Branch.leaf("adopt", AdoptCommand::new));
  }

  @Override
  protected boolean silentWhenFine() {
    return true;
  }

  @Override
  protected boolean readsMuch() {
    return true;
  }

  @Override
  protected Duration timeLeft(Session session) {
    return Duration.ofSeconds(maxTime).minusNanos(session.time().nanos() - begun);
  }

  @Override
  protected Known known() {
    return known;
  }

  @Override
  protected Report run(Session session) {
    if (maxTime < 1 || maxTime > LONGEST) {
      throw new ParameterException(
          spec.commandLine(), "--max-time must be 1 to " + LONGEST + " seconds, not " + maxTime);
    }
    begun = session.time().nanos();
    if (halt) {
      session.writeEnvironment();
    }
    Optional<Declared> declared =
        Optional.ofNullable(expected).map(name -> declared(name, session));
    Optional<OutputFile> file =
        Optional.ofNullable(output).map(path -> OutputFile.at(path, session));
    Request request = new Request(declared, halt, Duration.ofSeconds(maxTime));
    Past past = Past.by(() -> session.exchange().serverTime());
    var report = new Reconciliation(Sources.of(session, past)).run(request);
    // No instruments may mean that there was no telling.
    known = new Known(Optional.of(report.instruments()).filter(all -> !all.isEmpty()), past);
    return told(report, session, file);
  }

  private static Declared declared(String name, Session session) {
    return Declared.parse(EXPECTED.read(name, session.console().rawIn()));
  }

  private static Report told(
      dev.okxguard.reconcile.Report report, Session session, Optional<OutputFile> file) {
    ObjectNode json = ReportDocument.of(report, session);
    // Also under --quiet: a journal that was emptied begins anew, and somebody should hear of it.
    report.firstRun().ifPresent(session::warn);
    Optional<String> unkept = file.flatMap(it -> unkept(it, json));
    unkept.ifPresent(session::warn);
    ExitCode code = exitCode(report);
    boolean failed = code == ExitCode.OK && unkept.isPresent();
    return new Report(
        failed ? ExitCode.CONFIG : code, json, page -> new ReportText(json, page).write());
  }

  /// Why the report is not in the file, empty when it is.
  private static Optional<String> unkept(OutputFile file, ObjectNode document) {
    try {
      file.write(Json.pretty(document) + "\n");
      return Optional.empty();
    } catch (Fault fault) {
      return Optional.of("the report is not kept: " + fault.getMessage());
    }
  }

  private static ExitCode exitCode(dev.okxguard.reconcile.Report report) {
    return switch (report.outcome()) {
      case CLEAN -> report.unrecorded().map(Fault::exitCode).orElse(ExitCode.OK);
      case DRIFT -> ExitCode.FINDINGS;
      case INCOMPLETE, UNSTABLE -> ExitCode.UNREACHABLE;
    };
  }
}
