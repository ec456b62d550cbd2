package dev.okxguard.cli.help;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Usage of any command, and topics that belong to none.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "help",
    description = "Help on a command, or on exit-codes, environment, config, json, diagnose.",
    footer = {"okx help exit-codes", "okx help market candles"})
public final class HelpCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "TOPIC | COMMAND",
      description = "${COMPLETION-CANDIDATES}, or the words of a command",
      completionCandidates = Topics.class)
  private List<String> words = List.of();

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
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
