package dev.okxguard.cli.help;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for fish: a line for each command, option and list of words.
final class FishCompletion {
  private final CommandSpec root;
  private final StringBuilder script = new StringBuilder();

  FishCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    Set<String> valued = new LinkedHashSet<>();
    collectValued(root, valued);
    script.append(
        Completion.template("completion.fish").replace("@VALUED@", String.join(" ", valued)));
    Completion.options(root).forEach(option -> option("", option));
    commands(root, "");
    return script.toString();
  }

  private void commands(CommandSpec spec, String path) {
    for (CommandSpec child : Completion.children(spec)) {
      line("__okx_at " + quote(path))
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
    String condition = "__okx_in " + quote(path);
    Completion.options(spec).forEach(option -> option(condition, option));
    spec.positionalParameters().forEach(parameter -> place(parameter, path));
  }

  private void place(PositionalParamSpec parameter, String path) {
    String words = Completion.file(parameter) ? " -F" : words(parameter);
    if (!words.isEmpty()) {
      line(parameter.index().isVariable()
              ? "__okx_in " + quote(path)
              : "__okx_behind " + quote(path) + " " + parameter.index().min())
          .append(words)
          .append("\n");
    }
  }

  private void option(String condition, OptionSpec option) {
    line(condition);
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (Completion.valued(option)) {
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
    if (!words.isEmpty()) {
      return " -a " + quote(String.join(" ", words));
    }
    return Completion.own(argument).map(own -> " -a '(__okx_" + own + ")'").orElse("");
  }

  private static String describe(String text) {
    return text.isEmpty() ? "" : " -d " + quote(text);
  }

  private static void collectValued(CommandSpec spec, Set<String> names) {
    spec.options().stream()
        .filter(Completion::valued)
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
