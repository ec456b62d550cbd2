package dev.okxguard.cli;

import dev.okxguard.cli.account.AccountCommands;
import dev.okxguard.cli.audit.AuditCommands;
import dev.okxguard.cli.config.ConfigCommands;
import dev.okxguard.cli.guard.GuardCommands;
import dev.okxguard.cli.help.CompletionCommand;
import dev.okxguard.cli.help.HelpCommand;
import dev.okxguard.cli.market.MarketCommands;
import dev.okxguard.cli.order.OrderCommands;
import dev.okxguard.cli.paper.PaperCommands;
import dev.okxguard.cli.tour.TourCommand;
import picocli.CommandLine;

/// Every command of the program, on one screen.
public final class CommandTree {
  private CommandTree() {}

  /// Parses and runs one command line; gives its exit code and never throws.
  public static int run(String[] args, Sessions sessions) {
    Faults faults = new Faults(sessions.console(), args);
    return build(sessions)
        .setParameterExceptionHandler((e, _) -> faults.usage(e))
        .setExecutionExceptionHandler((e, _, _) -> faults.execution(e))
        .execute(args);
  }

  /// The whole tree, ready to parse.
  public static CommandLine build(Sessions sessions) {
    CommandLine line =
        new CommandLine(new Root(sessions))
            .addSubcommand("account", new AccountCommands())
            .addSubcommand("market", new MarketCommands())
            .addSubcommand("order", new OrderCommands())
            .addSubcommand("guard", new GuardCommands())
            .addSubcommand("audit", new AuditCommands())
            .addSubcommand("paper", new PaperCommands())
            .addSubcommand("config", new ConfigCommands())
            .addSubcommand("tour", new TourCommand())
            .addSubcommand("completion", new CompletionCommand())
            .addSubcommand("help", new HelpCommand());
    return Grammar.apply(line).setOut(sessions.console().out()).setErr(sessions.console().err());
  }
}
