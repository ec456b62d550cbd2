package dev.okxguard.cli.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion scripts, made from the command tree.
public final class Completion {
  private Completion() {}

  /// The script for that shell.
  ///
  /// @param shell `bash`, `zsh` or `fish`
  public static String script(String shell, CommandLine root) {
    return switch (shell) {
      case "bash" -> new BashCompletion(root.getCommandSpec()).script();
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

  /// The options that a command has of its own, or for the root those of every command.
  static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden() && !option.inherited())
        .toList();
  }

  /// What only the user's own files can tell of an argument: its `profiles` or `instruments`.
  static Optional<String> own(ArgSpec argument) {
    return switch (argument.paramLabel()) {
      case "PROFILE" -> Optional.of("profiles");
      case "INSTID" -> Optional.of("instruments");
      default -> Optional.empty();
    };
  }

  /// The part of a script that no command changes.
  static String template(String name) {
    try (InputStream in = Completion.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /// Whether an argument is, or may be, the name of a file.
  static boolean file(ArgSpec argument) {
    return argument.type() == Path.class
        || List.of(argument.paramLabel().split("\\|")).contains("FILE");
  }

  /// Whether the word behind an option is its value.
  static boolean valued(OptionSpec option) {
    return option.arity().min() > 0;
  }

  private static String first(String[] lines) {
    return Arrays.stream(lines).findFirst().orElse("");
  }
}
