package dev.okxguard.cli.diagnose;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.OutputFile;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.diagnose.Checks;
import dev.okxguard.diagnose.Diagnosis;
import dev.okxguard.diagnose.Setup;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Whether this set-up works, and whether it may go live.
@Reach(Reach.Kind.DIAGNOSIS)
@Command(
    name = "diagnose",
    description = {
      "what is wrong with installation, configuration, network, key, account, guard, journal and"
          + " alerts; exit 9 when a check fails",
      "Changes nothing, and ends within ten seconds, or within --timeout where that is shorter."
          + " 'okx help diagnose' lists the checks."
    },
    footer = {
      "okx diagnose",
      "okx --live diagnose --go-live --send-test",
      "okx diagnose --json",
      "okx diagnose --output report.txt"
    })
public final class DiagnoseCommand extends BaseCommand {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Option(
      names = "--go-live",
      description =
          "the gate before real money: what is only a warning otherwise, or not known, fails; ends"
              + " with a list of what remains to be done")
  private boolean goLive;

  @Option(names = "--send-test", description = "really send a test alarm over every channel")
  private boolean sendTest;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "write the report to a new file, too, with --json its document; it holds no secret, no"
              + " full uid and no home, and may be posted")
  private Path output;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected boolean silentWhenFine() {
    return true;
  }

  @Override
  protected Report run(Session session) {
    Optional<OutputFile> file =
        Optional.ofNullable(output).map(path -> OutputFile.at(path, session));
    Setup setup = new SessionSetup(session, sendTest);
    Duration budget = budget(session);
    Diagnosis diagnosis = goLive ? Checks.goLive(setup, budget) : Checks.run(setup, budget);
    DiagnosisReport report =
        new DiagnosisReport(
            diagnosis,
            known(session::environment).map(Environment::word).orElse(""),
            known(session::profile).orElse(""),
            goLive);
    Redaction redaction = new Redaction(known(() -> home(session)), diagnosis.uid());
    file.ifPresent(it -> it.write(kept(report, redaction) + "\n"));
    return report.report(redaction::text);
  }

  /// What goes into the file: the same as to standard output, fit for everybody's eyes.
  private String kept(DiagnosisReport report, Redaction redaction) {
    return json()
        ? Json.pretty(report.json(redaction::text))
        : String.join("\n", report.lines(redaction::text));
  }

  /// A request's time limit also bounds the whole where it is shorter.
  ///
  /// @throws Fault USAGE for a command line that contradicts itself
  private static Duration budget(Session session) {
    try {
      Duration request = session.settings().timeout();
      return request.compareTo(LONGEST) < 0 ? request : LONGEST;
    } catch (Fault fault) {
      if (fault.exitCode() == ExitCode.USAGE) {
        throw fault;
      }
      return LONGEST;
    }
  }

  private static Path home(Session session) {
    return session.home().root().getParent();
  }

  private static <T> Optional<T> known(Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (Fault _) {
      return Optional.empty();
    }
  }
}
