package dev.okxguard.cli;

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
import dev.okxguard.cli.tour.TourCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Every command of the program, on one screen.
public final class CommandTree {
  private static final List<Branch> BRANCHES =
      List.of(
          new Branch("account", AccountCommands::new),
          new Branch("market", MarketCommands::new),
          new Branch("order", OrderCommands::new),
          new Branch("guard", GuardCommands::new),
          new Branch("reconcile", ReconcileCommand::new),
          new Branch("diagnose", DiagnoseCommand::new),
          new Branch("audit", AuditCommands::new),
          new Branch("paper", PaperCommands::new),
          new Branch("config", ConfigCommands::new),
          new Branch("tour", TourCommand::new),
          new Branch("completion", CompletionCommand::new),
          new Branch("help", HelpCommand::new));

  /// Commands that tell of all the others.
  private static final List<String> OVERVIEWS = List.of("completion", "help");

  private CommandTree() {}

  private record Branch(String name, Supplier<Object> command) {}

  /// Parses and runs one command line; gives its exit code and never throws.
  public static int run(String[] args, Sessions sessions) {
    Faults faults = new Faults(sessions.console(), args);
    return parser(args, sessions)
        .setParameterExceptionHandler((e, _) -> faults.usage(e))
        .setExecutionExceptionHandler((e, _, _) -> faults.execution(e))
        .execute(args);
  }

  /// The whole tree, ready to parse.
  public static CommandLine build(Sessions sessions) {
    return build(sessions, _ -> true);
  }

  /// The branches that the arguments name, which is all it takes to run a sound command line; the
  /// whole tree for any other, since its fault or its help speaks of all commands. Building a
  /// branch costs start-up time.
  private static CommandLine parser(String[] args, Sessions sessions) {
    List<String> words = List.of(args);
    if (words.stream().anyMatch(OVERVIEWS::contains)) {
      return build(sessions);
    }
    CommandLine named = build(sessions, words::contains);
    try {
      named.parseArgs(args);
      boolean overview = named.getSubcommands().isEmpty() && !words.contains("--version");
      return overview || words.contains("--help") || words.contains("-h") ? build(sessions) : named;
    } catch (ParameterException e) {
      return build(sessions);
    }
  }

  private static CommandLine build(Sessions sessions, Predicate<String> wanted) {
    CommandLine line = new CommandLine(new Root(sessions));
    BRANCHES.stream()
        .filter(branch -> wanted.test(branch.name()))
        .forEach(branch -> line.addSubcommand(branch.name(), branch.command().get()));
    Optional.ofNullable(line.getSubcommands().get("guard")).ifPresent(GuardCommands::complete);
    return Grammar.apply(line).setOut(sessions.console().out()).setErr(sessions.console().err());
  }
}
