package dev.okxguard.cli.help;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for fish: a line for each command, option and list of words.
final class FishCompletion {
  private final CommandSpec root;
  private final StringBuilder script = new StringBuilder();

  FishCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    String name = root.name();
    Set<String> valued = new LinkedHashSet<>();
    collectValued(root, valued);
    script.append(
        """
        # The words of the command so far, without options and their values.
        function __%1$s_words
            set -l valued %2$s
            set -l skip 0
            set -l words
            for word in (commandline -opc)[2..]
                if test $skip = 1
                    set skip 0
                else if contains -- $word $valued
                    set skip 1
                else if not string match -q -- '-*' $word
                    set -a words $word
                end
            end
            echo "$words"
        end

        function __%1$s_at
            test (__%1$s_words) = "$argv[1]"
        end

        function __%1$s_in
            string match -q -- "$argv[1] *" (__%1$s_words)" "
        end

        complete -c %1$s -f
        """
            .formatted(name, String.join(" ", valued)));
    root.options().forEach(option -> option("", option));
    commands(root, "");
    return script.toString();
  }

  private void commands(CommandSpec spec, String path) {
    for (CommandSpec child : Completion.children(spec)) {
      line("__" + root.name() + "_at " + quote(path))
          .append(" -a ")
          .append(child.name())
          .append(describe(Completion.describe(child)))
          .append("\n");
    }
    for (CommandSpec child : Completion.children(spec)) {
      String below = path.isEmpty() ? child.name() : path + " " + child.name();
      arguments(child, below);
      commands(child, below);
    }
  }

  private void arguments(CommandSpec spec, String path) {
    String condition = "__" + root.name() + "_in " + quote(path);
    spec.options().stream()
        .filter(option -> !option.inherited())
        .forEach(option -> option(condition, option));
    spec.positionalParameters().stream()
        .filter(parameter -> !Completion.words(parameter).isEmpty())
        .forEach(parameter -> line(condition).append(words(parameter)).append("\n"));
  }

  private void option(String condition, OptionSpec option) {
    if (option.hidden()) {
      return;
    }
    line(condition);
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      script.append(Completion.file(option) ? " -r -F" : " -x").append(words(option));
    }
    script.append(describe(Completion.describe(option))).append("\n");
  }

  private StringBuilder line(String condition) {
    script.append("complete -c ").append(root.name());
    return condition.isEmpty() ? script : script.append(" -n ").append(doubleQuote(condition));
  }

  private static String words(ArgSpec argument) {
    List<String> words = Completion.words(argument);
    return words.isEmpty() ? "" : " -a " + quote(String.join(" ", words));
  }

  private static String describe(String text) {
    return text.isEmpty() ? "" : " -d " + quote(text);
  }

  private static void collectValued(CommandSpec spec, Set<String> names) {
    spec.options().stream()
        .filter(option -> option.arity().max() > 0)
        .forEach(option -> names.addAll(List.of(option.names())));
    Completion.children(spec).forEach(child -> collectValued(child, names));
  }

  private static String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String doubleQuote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
