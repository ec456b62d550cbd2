package dev.okxguard.cli.help;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Completion for bash: one function over tables of commands, options and values.
final class BashCompletion {
  private final CommandSpec root;
  private final StringBuilder nodes = new StringBuilder();

  /// By option, by the command that has it, what completes its value.
  private final Map<String, Map<String, String>> values = new TreeMap<>();

  /// By what completes them, the places that take it.
  private final Map<String, List<String>> places = new LinkedHashMap<>();

  BashCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    command(root, "");
    return Completion.template("completion.bash")
        .replace("@NODES@\n", nodes)
        .replace("@GLOBAL@", names(global(), false))
        .replace("@GLOBAL_VALUED@", names(global(), true))
        .replace("@VALUES@\n", valueBranches())
        .replace("@PLACES@\n", branches(places));
  }

  private void command(CommandSpec spec, String path) {
    List<CommandSpec> children = Completion.children(spec);
    List<OptionSpec> own = spec.parent() == null ? List.of() : Completion.options(spec);
    nodes.append("    ").append(pattern(path)).append(")");
    assign("commands", children.stream().map(CommandSpec::name).collect(Collectors.joining(" ")));
    assign("options", names(own, false));
    assign("valued", names(own, true));
    nodes.append(" ;;\n");
    Completion.options(spec).forEach(option -> option(option, path));
    spec.positionalParameters().forEach(parameter -> place(parameter, path));
    children.forEach(
        child -> command(child, path.isEmpty() ? child.name() : path + " " + child.name()));
  }

  private void assign(String name, String words) {
    if (!words.isEmpty()) {
      nodes.append(" ").append(name).append("='").append(words).append("'");
    }
  }

  private List<OptionSpec> global() {
    return Completion.options(root);
  }

  private static String names(Collection<OptionSpec> options, boolean valued) {
    return options.stream()
        .filter(option -> !valued || Completion.valued(option))
        .flatMap(option -> Stream.of(option.names()))
        .collect(Collectors.joining(" "));
  }

  private void option(OptionSpec option, String path) {
    if (Completion.valued(option)) {
      for (String name : option.names()) {
        values.computeIfAbsent(name, _ -> new LinkedHashMap<>()).put(path, action(option));
      }
    }
  }

  private void place(PositionalParamSpec parameter, String path) {
    String action = action(parameter);
    if (!action.isEmpty()) {
      String place = parameter.index().isVariable() ? "*" : "" + parameter.index().min();
      String pattern = place.equals("*") ? pattern(path + " ") + "*" : pattern(path + " " + place);
      places.computeIfAbsent(action, _ -> new ArrayList<>()).add(pattern);
    }
  }

  /// An option that means the same everywhere needs no command before it.
  private String valueBranches() {
    Map<String, List<String>> branches = new LinkedHashMap<>();
    values.forEach(
        (name, byPath) -> {
          boolean same = byPath.values().stream().distinct().count() == 1;
          byPath.forEach(
              (path, action) -> {
                List<String> patterns = branches.computeIfAbsent(action, _ -> new ArrayList<>());
                String pattern = same ? "*" + pattern(" " + name) : pattern(path + " " + name);
                if (!action.isEmpty() && !patterns.contains(pattern)) {
                  patterns.add(pattern);
                }
              });
        });
    branches.remove("");
    return branches(branches);
  }

  private static String branches(Map<String, List<String>> patterns) {
    return patterns.entrySet().stream()
        .map(it -> "    " + String.join(" | ", it.getValue()) + ") " + it.getKey() + " ;;\n")
        .collect(Collectors.joining());
  }

  private static String action(ArgSpec argument) {
    List<String> words = Completion.words(argument);
    if (!words.isEmpty()) {
      return "__okx_add '" + String.join(" ", words) + "'";
    }
    if (Completion.file(argument)) {
      return "__okx_files";
    }
    return Completion.own(argument).map(own -> "__okx_" + own).orElse("");
  }

  private static String pattern(String text) {
    return "'" + text + "'";
  }
}
