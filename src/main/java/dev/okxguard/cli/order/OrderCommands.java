package dev.okxguard.cli.order;

import dev.okxguard.cli.order.algo.AlgoCommands;
import picocli.CommandLine.Command;

/// `okx order`.
@Command(
    name = "order",
    description = "Place, preview, look up, list, cancel and resolve orders.",
    subcommands = {
      PlaceCommand.class,
      PreviewCommand.class,
      GetCommand.class,
      ListCommand.class,
      HistoryCommand.class,
      FillsCommand.class,
      CancelCommand.class,
      AlgoCommands.class,
      ResolveCommand.class
    })
public final class OrderCommands {}
