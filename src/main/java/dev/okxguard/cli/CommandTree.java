package dev.okxguard.cli;

import dev.okxguard.cli.Branch.Extent;
import dev.okxguard.cli.account.AccountCommands;
import dev.okxguard.cli.audit.AuditCommands;
import dev.okxguard.cli.config.ConfigCommands;
import dev.okxguard.cli.diagnose.DiagnoseCommand;
import dev.okxguard.cli.guard.GuardCommands;
import dev.okxguard.cli.help.CompletionCommand;
import dev.okxguard.cli.help.HelpCommand;
import dev.okxguard.cli.market.MarketCommands;
import dev.okxguard.cli.order.OrderCommands;
import dev.okxguard.cli.paper.PaperCommands;
import dev.okxguard.cli.reconcile.ReconcileCommand;
import dev.okxguard.cli.syntax.Syntax;
import dev.okxguard.cli.tour.TourCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// Every command of the program, on one screen.
public final class CommandTree {
  static final List<Branch> BRANCHES =
      List.of(
          new Branch("account", AccountCommands::new, AccountCommands::verbs),
          new Branch("market", MarketCommands::new, MarketCommands::verbs),
          new Branch("order", OrderCommands::new, OrderCommands::verbs),
          new Branch("guard", GuardCommands::new, GuardCommands::verbs),
          new Branch("reconcile", ReconcileCommand::new, ReconcileCommand::verbs),
          Branch.leaf("diagnose", DiagnoseCommand::new),
          new Branch("audit", AuditCommands::new, AuditCommands::verbs),
          new Branch("paper", PaperCommands::new, PaperCommands::verbs),
          new Branch("config", ConfigCommands::new, ConfigCommands::verbs),
          Branch.leaf("tour", TourCommand::new),
          Branch.leaf("completion", CompletionCommand::new),
          Branch.leaf("help", HelpCommand::new));

  /// Commands that tell of all the others.
  private static final List<String> OVERVIEWS = List.of("completion", "help");

  private CommandTree() {}

  /// Parses and runs one command line; gives its exit code and never throws.
  public static int run(String[] args, Sessions sessions) {
    Faults faults = new Faults(sessions.console(), args);
    boolean all = List.of(args).stream().anyMatch(OVERVIEWS::contains);
    return all ? run(args, build(sessions), faults) : named(args, sessions, faults);
  }

  /// Builds what the arguments name, which is all it takes to run a sound command line. A fault in
  /// them, and the help for a command with verbs, speak of more than that.
  private static int named(String[] args, Sessions sessions, Faults faults) {
    List<String> words = List.of(args);
    CommandLine line = build(sessions, words, Extent.NAMED);
    // Only help has variables in its texts, and looking for them takes a fifth of the time.
    return line.setInterpolateVariables(false)
        .setParameterExceptionHandler((_, _) -> run(args, build(sessions), faults))
        .setExecutionStrategy(
            parsed -> {
              if (!runs(parsed)) {
                return run(args, build(sessions, words, Extent.LISTED), faults);
              }
              line.setParameterExceptionHandler((e, _) -> faults.usage(e));
              return new RunLast().execute(parsed);
            })
        .setExecutionExceptionHandler((e, _, _) -> faults.execution(e))
        .execute(args);
  }

  private static int run(String[] args, CommandLine line, Faults faults) {
    return line.setParameterExceptionHandler((e, _) -> faults.usage(e))
        .setExecutionExceptionHandler((e, _, _) -> faults.execution(e))
        .execute(args);
  }

  /// The whole tree, ready to parse.
  public static CommandLine build(Sessions sessions) {
    return build(sessions, List.of(), Extent.WHOLE);
  }

  /// Whether it names a command that runs; `--version` does not need one.
  private static boolean runs(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    boolean command = last.commandSpec().userObject() instanceof BaseCommand;
    return command && !last.isUsageHelpRequested() || parsed.isVersionHelpRequested();
  }

  private static CommandLine build(Sessions sessions, List<String> words, Extent extent) {
    CommandSpec root = Syntax.of(new Root(sessions)).versionProvider(new Version());
    CommandLine line = new CommandLine(root);
    Branch.grow(line, BRANCHES, words, extent);
    Optional.ofNullable(line.getSubcommands().get("guard")).ifPresent(GuardCommands::complete);
    return Grammar.apply(line).setOut(sessions.console().out()).setErr(sessions.console().err());
  }
}
