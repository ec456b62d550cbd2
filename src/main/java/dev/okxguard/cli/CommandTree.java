package dev.okxguard.cli;

import dev.okxguard.cli.account.AccountCommands;
import dev.okxguard.cli.help.CompletionCommand;
import dev.okxguard.cli.help.HelpCommand;
import dev.okxguard.cli.market.MarketCommands;
import picocli.CommandLine;

/// Every command of the program, on one screen.
public final class CommandTree {
  private CommandTree() {}

  /// The whole tree, ready to parse.
  public static CommandLine build(Sessions sessions) {
    CommandLine line =
        new CommandLine(new Root(sessions))
            .addSubcommand("account", new AccountCommands())
            .addSubcommand("market", new MarketCommands())
            .addSubcommand("completion", new CompletionCommand())
            .addSubcommand("help", new HelpCommand());
    return Grammar.apply(line).setOut(sessions.console().out()).setErr(sessions.console().err());
  }
}
