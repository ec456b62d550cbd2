package dev.okxguard.cli.audit;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Verification;
import dev.okxguard.model.ExitCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Whether every record is still what was written.
@Reach(Reach.Kind.JOURNAL)
@Command(
    name = "verify",
    description = "recompute the hash chain; exit 9 when it is broken",
    footer = {"okx --paper audit verify", "okx --live audit verify --anchor 3f1c…"})
final class VerifyCommand extends BaseCommand {
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  @Option(
      names = "--anchor",
      paramLabel = "HASH",
      description = "a record's hash kept elsewhere; it must be in the chain")
  private String anchor;

  @Spec private CommandSpec spec;

  @Override
  protected Report run(Session session) {
    if (anchor != null && !HASH.matcher(anchor).matches()) {
      throw new ParameterException(
          spec.commandLine(), "--anchor takes 64 hexadecimal digits, not '" + anchor + "'");
    }
    String uid = Books.uid(session);
    Path journal = Books.journal(session, uid);
    Verification found = verify(session, journal);
    ObjectNode json = Document.of(session, uid);
    json.put("outcome", found.intact() ? "intact" : "broken");
    json.put("records", found.records());
    json.put("head", found.head());
    if (found.brokenAt().isPresent()) {
      json.put("brokenAt", found.brokenAt().getAsLong());
    } else {
      json.putNull("brokenAt");
    }
    json.put("reason", found.reason());
    json.put("torn", found.torn());
    return new Report(
        found.intact() ? ExitCode.OK : ExitCode.FINDINGS, json, page -> text(page, found));
  }

  private Verification verify(Session session, Path journal) {
    Optional<String> hash = Optional.ofNullable(anchor).map(it -> it.toLowerCase(Locale.ROOT));
    try (Meter meter = Meter.of(session, "records verified")) {
      return JournalReader.verify(journal, hash, meter::at);
    }
  }

  private static void text(Page page, Verification found) {
    if (found.intact()) {
      page.line(
          page.palette().good("intact")
              + "  "
              + found.records()
              + " records, head "
              + found.head());
    } else {
      page.line(page.palette().bad("broken") + "  " + found.reason());
    }
    if (found.torn()) {
      page.line("The last line was cut short by a crash; it is not a record and does no harm.");
    }
  }
}
