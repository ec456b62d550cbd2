package dev.okxguard.cli.help;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A `_okx` for zsh: one function a command, each handing the rest of the line to the next.
final class ZshCompletion {
  private final CommandSpec root;
  private final StringBuilder script = new StringBuilder();

  ZshCompletion(CommandSpec root) {
    this.root = root;
  }

  String script() {
    script.append("#compdef ").append(root.name()).append("\n");
    script.append(Completion.template("completion.zsh"));
    function(root);
    String own = name(root);
    script.append("\nif [ \"$funcstack[1]\" = \"").append(own).append("\" ]; then\n  ");
    script.append(own).append(" \"$@\"\nelse\n  compdef ").append(own).append(" ");
    script.append(root.name()).append("\nfi\n");
    return script.toString();
  }

  private void function(CommandSpec spec) {
    List<CommandSpec> children = Completion.children(spec);
    script.append("\n").append(name(spec)).append("() {\n");
    if (spec.parent() == null) {
      script.append("  local -a okx_line=(\"${words[@]}\")\n  local -a okx_global=(");
      options(spec);
      script.append("\n  )\n");
    }
    if (children.isEmpty()) {
      script.append("  _arguments -s \"${okx_global[@]}\"");
      own(spec);
      spec.positionalParameters().forEach(this::positional);
      script.append("\n");
    } else {
      branches(spec, children);
    }
    script.append("}\n");
    children.forEach(this::function);
  }

  /// Options behind the first word belong to the command it names, so they are left to that one.
  private void branches(CommandSpec spec, List<CommandSpec> children) {
    script.append("  local curcontext=\"$curcontext\" context state state_descr line\n");
    script.append("  typeset -A opt_args\n");
    script.append("  _arguments -s -C -A '-*' \"${okx_global[@]}\"");
    own(spec);
    script.append(" \\\n    '1: :->command' \\\n    '*:: :->rest'\n");
    script.append("  case $state in\n    command)\n      local -a commands=(\n");
    for (CommandSpec child : children) {
      String text = escape(child.name(), ":") + ":" + escape(Completion.describe(child), ":");
      script.append("        ").append(quote(text)).append("\n");
    }
    script.append("      )\n      _describe -t commands command commands\n      ;;\n");
    script.append("    rest)\n      case $words[1] in\n");
    for (CommandSpec child : children) {
      script.append("        ").append(child.name()).append(") ").append(name(child));
      script.append(" ;;\n");
    }
    script.append("      esac\n      ;;\n  esac\n");
  }

  /// What only this command takes; the global options are listed once, at the top.
  private void own(CommandSpec spec) {
    if (spec.parent() != null) {
      options(spec);
    }
  }

  private void options(CommandSpec spec) {
    Completion.options(spec).forEach(this::option);
  }

  private void option(OptionSpec option) {
    String others = String.join(" ", option.names());
    String text = "[" + escape(Completion.describe(option), "[]:") + "]" + value(option);
    for (String name : option.names()) {
      String sign = Completion.valued(option) && name.startsWith("--") ? "=" : "";
      script.append(" \\\n    ").append(quote("(" + others + ")" + name + sign + text));
    }
  }

  private static String value(OptionSpec option) {
    return !Completion.valued(option) ? "" : message(option) + action(option);
  }

  private void positional(PositionalParamSpec parameter) {
    String place = parameter.index().isVariable() ? "*" : "" + (parameter.index().min() + 1);
    String colons = parameter.required() || place.equals("*") ? "" : ":";
    script
        .append(" \\\n    ")
        .append(quote(place + colons + message(parameter) + action(parameter)));
  }

  private static String message(ArgSpec argument) {
    return ":" + escape(argument.paramLabel(), ":");
  }

  private static String action(ArgSpec argument) {
    List<String> words = Completion.words(argument);
    if (words.isEmpty()) {
      return Completion.file(argument)
          ? ":_files"
          : ":" + Completion.own(argument).map(own -> "__okx_" + own).orElse("");
    }
    return words.stream()
        .map(word -> escape(word, ": ()"))
        .collect(Collectors.joining(" ", ":(", ")"));
  }

  /// For example `_okx_market_mark-price`.
  private static String name(CommandSpec spec) {
    return "_" + spec.qualifiedName("_");
  }

  private static String escape(String text, String special) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      escaped.append(c == '\\' || special.indexOf(c) >= 0 ? "\\" + c : "" + c);
    }
    return escaped.toString();
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
