package dev.okxguard.cli.order;

import dev.okxguard.cli.order.algo.AlgoCommands;
import picocli.CommandLine.Command;

/// `okx order`.
@Command(
    name = "order",
    description =
        "Place, preview, look up, list, amend, cancel, close and resolve orders, one or many.",
    subcommands = {
      PlaceCommand.class,
      PreviewCommand.class,
      SizeCommand.class,
      GetCommand.class,
      ListCommand.class,
      HistoryCommand.class,
      FillsCommand.class,
      AmendCommand.class,
      CancelCommand.class,
      CancelAllCommand.class,
      CloseCommand.class,
      AlgoCommands.class,
      BatchCommand.class,
      ResolveCommand.class
    })
public final class OrderCommands {}
