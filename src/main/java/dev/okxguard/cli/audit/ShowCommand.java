package dev.okxguard.cli.audit;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Record;
import dev.okxguard.journal.Verification;
import dev.okxguard.model.ExitCode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The journal's records, newest last.
@Reach(Reach.Kind.JOURNAL)
@Command(
    name = "show",
    description = "the journal's latest records, oldest first",
    footer = {"okx --paper audit show", "okx --demo audit show --type outcome --limit 100 --json"})
final class ShowCommand extends BaseCommand {
  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "how many; 20")
  private int limit;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      converter = RecordType.class,
      description = "only these: ${COMPLETION-CANDIDATES}",
      completionCandidates = RecordType.class)
  private List<String> types = List.of();

  @Spec private CommandSpec spec;

  @Override
  protected Report run(Session session) {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
    }
    String uid = Books.uid(session);
    Path journal = Books.journal(session, uid);
    Deque<Record> last = new ArrayDeque<>();
    Verification read =
        JournalReader.lines(
            journal,
            line -> {
              if (types.isEmpty() || types.contains(line.type())) {
                last.addLast(line.record());
                if (last.size() > limit) {
                  last.removeFirst();
                }
              }
            });
    if (!read.intact()) {
      session.warn(BrokenChain.words(read) + "shown.");
    }
    return new Report(
        read.intact() ? ExitCode.OK : ExitCode.FINDINGS,
        document(session, uid, last),
        page -> page.table(table(last), "No such records."));
  }

  private static ObjectNode document(Session session, String uid, Deque<Record> records) {
    ObjectNode json = Document.of(session, uid);
    ArrayNode array = json.putArray("records");
    for (Record record : records) {
      ObjectNode item = array.addObject();
      item.put("seq", record.seq());
      item.put("ts", Json.text(record.time()));
      item.put("type", record.type());
      item.put("hash", record.hash());
      item.set("data", record.data());
    }
    return json;
  }

  private static Table table(Deque<Record> records) {
    Table table = new Table("seq", "time", "type", "what");
    for (Record record : records) {
      table.row(
          Long.toString(record.seq()), Json.text(record.time()), record.type(), Summary.of(record));
    }
    return table;
  }
}
