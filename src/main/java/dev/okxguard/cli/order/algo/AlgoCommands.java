package dev.okxguard.cli.order.algo;

import picocli.CommandLine.Command;

/// `okx order algo`.
@Command(
    name = "algo",
    description = "Place, list, amend and cancel take-profits, stop-losses, triggers and trails.",
    subcommands = {
      PlaceCommand.class,
      TrailCommand.class,
      ListCommand.class,
      AmendCommand.class,
      CancelCommand.class
    })
public final class AlgoCommands {}
