package dev.okxguard.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Completion scripts, made from the command tree.
public final class Completion {
  private Completion() {}

  /// The script for that shell.
  ///
  /// @param shell `bash`, `zsh` or `fish`
  public static String script(String shell, CommandLine root) {
    return switch (shell) {
      case "bash" -> AutoComplete.bash(root.getCommandName(), root);
      case "zsh" -> new ZshCompletion(root.getCommandSpec()).script();
      case "fish" -> new FishCompletion(root.getCommandSpec()).script();
      default -> throw new IllegalArgumentException(shell);
    };
  }

  /// The commands right below, once each, whatever aliases they have.
  static List<CommandSpec> children(CommandSpec spec) {
    Set<CommandSpec> children = new LinkedHashSet<>();
    spec.subcommands().values().forEach(line -> children.add(line.getCommandSpec()));
    return children.stream().filter(child -> !child.usageMessage().hidden()).toList();
  }

  /// The words an argument takes, if it takes certain ones.
  static List<String> words(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(words::add);
    }
    return words;
  }

  /// The first line of a description, its variables resolved; "" when there is none.
  static String describe(CommandSpec spec) {
    return first(spec.usageMessage().description());
  }

  /// The same of an argument.
  static String describe(ArgSpec argument) {
    return first(argument.description());
  }

  /// Whether an argument is the name of a file.
  static boolean file(ArgSpec argument) {
    return argument.type() == java.nio.file.Path.class || argument.type() == java.io.File.class;
  }

  private static String first(String[] lines) {
    return Arrays.stream(lines).findFirst().orElse("");
  }
}
