package dev.okxguard.cli;

import dev.okxguard.cli.syntax.Syntax;
import dev.okxguard.model.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The usage text of every command: its own options first, the global ones in a sentence, then exit
/// codes and examples. Commands give their examples as `footer`, one a line.
final class UsageText extends Help {
  private static final String GLOBAL = "\nGlobal options may stand anywhere; see 'okx --help'.\n";

  private final CommandSpec spec;

  UsageText(CommandSpec spec, ColorScheme colors) {
    super(spec, colors);
    this.spec = spec;
  }

  @Override
  public String synopsis(int headingLength) {
    String required =
        own().stream()
            .filter(OptionSpec::required)
            .map(option -> " " + option.longestName() + "=" + option.paramLabel())
            .collect(Collectors.joining());
    String positional =
        spec.positionalParameters().stream()
            .map(parameter -> " " + bracket(parameter.paramLabel(), parameter.required()))
            .collect(Collectors.joining());
    String verbs = spec.subcommands().isEmpty() ? "" : " " + bracket("COMMAND", !runs());
    return spec.qualifiedName() + required + positional + verbs + " [OPTIONS]" + "\n";
  }

  @Override
  public String parameterListHeading(Object... params) {
    return spec.positionalParameters().isEmpty() ? "" : "\n";
  }

  @Override
  public String optionListHeading(Object... params) {
    return own().isEmpty() || !spec.positionalParameters().isEmpty() ? "" : "\n";
  }

  @Override
  public String optionList() {
    String list = own().isEmpty() ? "" : optionListExcludingGroups(own());
    return runs() ? list + GLOBAL : list;
  }

  @Override
  public String commandListHeading(Object... params) {
    return spec.subcommands().isEmpty() ? "" : "\nCommands:\n";
  }

  @Override
  public String commandList() {
    return atTop() || runs() ? super.commandList() : super.commandList() + GLOBAL;
  }

  @Override
  public String exitCodeListHeading(Object... params) {
    return runs() ? "\n" + "Exit codes:" + "\n" : "";
  }

  @Override
  public String exitCodeList() {
    return runs()
        ? Syntax.reach(spec.userObject()).exitCodes().stream()
            .map(UsageText::line)
            .collect(Collectors.joining())
        : "";
  }

  @Override
  public String footerHeading(Object... params) {
    return examples().isEmpty() ? "" : "\n" + "Examples:" + "\n";
  }

  @Override
  public String footer(Object... params) {
    return examples().stream().map(example -> "  " + example + "\n").collect(Collectors.joining());
  }

  private List<OptionSpec> own() {
    return spec.options().stream().filter(option -> !option.inherited()).toList();
  }

  private List<String> examples() {
    return Arrays.asList(spec.usageMessage().footer());
  }

  private boolean atTop() {
    return spec.parent() == null;
  }

  /// Whether it does something itself, with verbs below it or without.
  private boolean runs() {
    return spec.userObject() instanceof BaseCommand;
  }

  private static String bracket(String label, boolean required) {
    return required ? label : "[" + label + "]";
  }

  private static String line(ExitCode code) {
    return String.format(
        Locale.ROOT, "  %3d  %-11s  %s\n", code.number(), code.word(), code.meaning());
  }
}
