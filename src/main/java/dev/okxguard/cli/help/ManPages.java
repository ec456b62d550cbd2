package dev.okxguard.cli.help;

import dev.okxguard.cli.Version;
import dev.okxguard.model.ExitCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Manual pages, made from the command tree: `okx`, and one for each command below it.
final class ManPages {
  private final Map<String, String> pages = new LinkedHashMap<>();

  private ManPages() {}

  /// The pages by name, for example `okx-order-place`.
  static Map<String, String> of(CommandLine root) {
    ManPages all = new ManPages();
    all.add(root.getCommandSpec());
    return all.pages;
  }

  private void add(CommandSpec spec) {
    pages.put(name(spec), page(spec).toString());
    Completion.children(spec).forEach(this::add);
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private static Roff page(CommandSpec spec) {
    Help help = spec.commandLine().getHelp();
    Roff page = new Roff(name(spec), "okx-guard " + Version.number(), Version.date());
    page.heading("NAME").text(name(spec) + " - " + summary(spec));
    page.heading("SYNOPSIS").text(help.synopsis(0).strip());
    page.heading("DESCRIPTION");
    describe(spec, page);
    arguments(spec, page);
    commands(spec, page);
    section(page, "EXIT STATUS", help.exitCodeList());
    section(page, "EXAMPLES", help.footer());
    if (spec.parent() == null) {
      exitCodes(page);
      section(page, "ENVIRONMENT", TopicTexts.ENVIRONMENT);
      section(page, "FILES", TopicTexts.CONFIG);
    }
    page.heading("SEE ALSO").text(related(spec));
    return page;
  }

  private static void describe(CommandSpec spec, Roff page) {
    List<String> paragraphs = List.of(spec.usageMessage().description());
    page.text(plain(paragraphs.getFirst()));
    paragraphs.stream()
        .skip(1)
        .filter(text -> !text.isBlank())
        .forEach(text -> page.verbatim(plain(text)));
  }

  private static void arguments(CommandSpec spec, Roff page) {
    List<OptionSpec> options = Completion.options(spec);
    if (!options.isEmpty() || !spec.positionalParameters().isEmpty()) {
      page.heading("OPTIONS");
    }
    spec.positionalParameters()
        .forEach(it -> page.term(it.paramLabel(), "", meaning(it.description())));
    options.forEach(
        it ->
            page.term(
                String.join(", ", it.names()),
                it.arity().max() == 0 ? "" : "=" + it.paramLabel(),
                meaning(it.description())));
    if (spec.parent() != null) {
      page.paragraph("Global options may stand anywhere; see okx(1).");
    }
  }

  private static void commands(CommandSpec spec, Roff page) {
    List<CommandSpec> children = Completion.children(spec);
    if (!children.isEmpty()) {
      page.heading("COMMANDS");
    }
    children.forEach(it -> page.term(name(it), "(1)", meaning(it.usageMessage().description())));
  }

  private static void section(Roff page, String heading, String lines) {
    if (!lines.isBlank()) {
      page.heading(heading).verbatim(lines.stripIndent());
    }
  }

  private static void exitCodes(Roff page) {
    page.heading("EXIT STATUS");
    for (ExitCode code : ExitCode.values()) {
      page.term(Integer.toString(code.number()), " " + code.word(), code.meaning());
    }
  }

  private static String related(CommandSpec spec) {
    return spec.parent() == null ? "okx-help(1)" : name(spec.parent()) + "(1)";
  }

  private static String summary(CommandSpec spec) {
    return meaning(spec.usageMessage().description()).replaceFirst("\\.$", "");
  }

  /// The first paragraph.
  private static String meaning(String... description) {
    return description.length == 0 ? "" : plain(description[0]);
  }

  /// Without the signs of picocli's own format.
  private static String plain(String text) {
    return text.replace("%n", "\n").replace("%%", "%").stripTrailing();
  }
}
