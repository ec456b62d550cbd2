package dev.okxguard.cli;

import picocli.CommandLine;

/// Every command of the program, on one screen.
public final class CommandTree {
  private CommandTree() {}

  /// The whole tree, ready to parse.
  public static CommandLine build(Sessions sessions) {
    return Grammar.apply(new CommandLine(new Root(sessions)));
  }
}
