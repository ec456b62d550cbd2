package dev.okxguard.cli.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/// Reads the lines of one class. Each is a word and what belongs to it; those that are set in tell
/// of the command, option or parameter above them. A carriage return stands for a line break.
final class SyntaxReader {
  /// What stands between a head and what it is about.
  private static final String ABOUT = " : ";

  /// Options with a value that says whose account it is.
  private static final Set<String> PLACES = Set.of("--profile", "--config");

  private final CommandSpec spec;
  private final CommandSpec mixee;
  private final Object object;
  private final Class<?> type;
  private final List<String> about = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();

  /// What is being read, at most one of them; the others are null.
  private CommandSpec command;

  private OptionSpec.Builder option;
  private PositionalParamSpec.Builder parameter;

  /// @param spec of the command, to be completed
  /// @param mixee what the command is mixed into, or null
  /// @param object the command
  /// @param type its class, or one above that
  SyntaxReader(CommandSpec spec, CommandSpec mixee, Object object, Class<?> type) {
    this.spec = spec;
    this.mixee = mixee;
    this.object = object;
    this.type = type;
  }

  void read(String text) {
    for (int start = 0, end; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      String line = text.substring(start, end).stripLeading();
      int blank = line.indexOf(' ');
      String word = blank < 0 ? line : line.substring(0, blank);
      String rest = blank < 0 ? "" : line.substring(blank + 1).replace('\r', '\n');
      if (text.charAt(start) == ' ') {
        tell(word, rest);
      } else {
        end();
        begin(word, rest);
      }
    }
    end();
  }

  private void begin(String word, String rest) {
    int colon = rest.indexOf(ABOUT);
    if (colon >= 0) {
      about.add(rest.substring(colon + ABOUT.length()));
    }
    head(word, colon < 0 ? rest : rest.substring(0, colon));
  }

  private void head(String word, String rest) {
    switch (word) {
      case "reach" -> {}
      case "command" -> command = spec.name(rest);
      case "spec" -> new Binding(object, type, rest).set(spec);
      case "mixee" -> new Binding(object, type, rest).set(mixee);
      case "mixin" -> mixin(rest);
      case "option" -> option(rest.split(" "));
      case "global" -> {
        option(rest.split(" "));
        option.scopeType(ScopeType.INHERIT);
        if (option.type() == boolean.class || PLACES.contains(option.names()[0])) {
          option.setter(new Steady(option.setter(), mixee, option.names()[0]));
        }
      }
      case "parameter" -> parameter(rest.split(" ", 3));
      default -> throw new IllegalStateException(word);
    }
  }

  private void mixin(String field) {
    spec.addMixin(field, Syntax.of(new Binding(object, type, field).get(), spec));
  }

  /// @param words its field, its names and, if it has one, the label of its value
  private void option(String[] words) {
    int end = words[words.length - 1].startsWith("-") ? words.length : words.length - 1;
    option = OptionSpec.builder(words[1], Arrays.copyOfRange(words, 2, end));
    Binding field = new Binding(object, type, words[0]);
    // The command is new, and so has the values it begins with.
    option.type(field.type()).getter(field).setter(field).hasInitialValue(false);
    option.paramLabel(end < words.length ? words[end] : "<" + words[0] + ">");
  }

  /// @param words its field, its place and the label of its value
  private void parameter(String[] words) {
    Binding field = new Binding(object, type, words[0]);
    parameter = PositionalParamSpec.builder().index(words[1]).paramLabel(words[2]).required(true);
    parameter.type(field.type()).getter(field).setter(field).hasInitialValue(false);
  }

  private void tell(String word, String rest) {
    if (word.equals("about")) {
      about.add(rest);
    } else if (option != null) {
      tellOption(word, rest);
    } else if (parameter != null) {
      tellParameter(word, rest);
    } else {
      tellCommand(word, rest);
    }
  }

  private void tellCommand(String word, String rest) {
    switch (word) {
      case "aliases" -> command.aliases(rest.split(" "));
      case "example" -> examples.add(rest);
      default -> throw new IllegalStateException(word);
    }
  }

  private void tellOption(String word, String rest) {
    switch (word) {
      case "arity" -> option.arity(rest);
      case "words" -> {
        Named words = new Named(rest);
        option.converters(words).completionCandidates(words);
      }
      case "converter" -> option.converters(new Named(rest));
      case "candidates" -> option.completionCandidates(new Named(rest));
      case "default" -> option.defaultValue(rest);
      case "fallback" -> option.fallbackValue(rest);
      case "required" -> option.required(true);
      case "split" -> option.splitRegex(rest);
      case "usageHelp" -> option.usageHelp(true);
      case "versionHelp" -> option.versionHelp(true);
      default -> throw new IllegalStateException(word);
    }
  }

  private void tellParameter(String word, String rest) {
    switch (word) {
      case "arity" -> parameter.arity(rest).required(parameter.arity().min() > 0);
      case "words" -> {
        Named words = new Named(rest);
        parameter.converters(words).completionCandidates(words);
      }
      case "candidates" -> parameter.completionCandidates(new Named(rest));
      default -> throw new IllegalStateException(word);
    }
  }

  private void end() {
    String[] text = about.toArray(String[]::new);
    if (option != null) {
      spec.addOption(option.description(text).build());
    } else if (parameter != null) {
      spec.addPositional(parameter.description(text).build());
    } else if (command != null) {
      command.usageMessage().description(text).footer(examples.toArray(String[]::new));
    }
    about.clear();
    command = null;
    option = null;
    parameter = null;
  }
}
