package dev.okxguard.cli.paper;

import picocli.CommandLine.Command;

/// `okx paper`.
@Command(
    name = "paper",
    description = "The embedded exchange: serve it, look at it, fund it, set its prices.",
    subcommands = {
      ServeCommand.class,
      StatusCommand.class,
      ResetCommand.class,
      FundCommand.class,
      PriceCommand.class,
      ReplayCommand.class,
      AdlCommand.class
    })
public final class PaperCommands {}
