package dev.okxguard.cli.help;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Usage of any command, and topics that belong to none.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "help",
    description = "Help on a command, or on exit-codes, environment, config, json, diagnose.",
    footer = {"okx help exit-codes", "okx help market candles", "okx help --man /tmp/man1"})
public final class HelpCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0..*",
      arity = "0..*",
      paramLabel = "TOPIC | COMMAND",
      description = "${COMPLETION-CANDIDATES}, or the words of a command",
      completionCandidates = Topics.class)
  private List<String> words = List.of();

  @Option(
      names = "--man",
      paramLabel = "DIR",
      description = "write a manual page for every command into this directory instead")
  private Path directory;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    if (directory != null) {
      return manual();
    }
    Optional<Topic> topic = words.size() == 1 ? Topic.of(words.getFirst()) : Optional.empty();
    return topic.map(Topic::report).orElseGet(this::usage);
  }

  private Report usage() {
    CommandLine line = spec.root().commandLine();
    for (String word : words) {
      line = Optional.ofNullable(line.getSubcommands().get(word)).orElseThrow(this::unknown);
    }
    String text = line.getUsageMessage();
    return Report.of(Json.object().put("usage", text), page -> text.lines().forEach(page::line));
  }

  private Report manual() {
    Map<String, String> pages = ManPages.of(spec.root().commandLine());
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(directory.resolve(page.getKey() + ".1"), page.getValue());
      }
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG, "cannot write the manual: " + e.getMessage(), "name another directory");
    }
    return Report.of(
        Json.object().put("directory", directory.toString()).put("pages", pages.size()),
        page -> page.line(pages.size() + " pages written to " + directory));
  }

  /// The topics, for completion.
  static final class Topics implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Topic.values()).map(Topic::word).iterator();
    }
  }

  private ParameterException unknown() {
    return new ParameterException(
        spec.commandLine(),
        "No help on '"
            + String.join(" ", words)
            + "'; topics are "
            + Topic.words()
            + ", and 'okx help' lists the commands");
  }
}
