package dev.okxguard.cli.order;

import picocli.CommandLine.Command;

/// `okx order`.
@Command(
    name = "order",
    description = "Place, preview, look up, list, cancel, close and resolve orders.",
    subcommands = {
      PlaceCommand.class,
      PreviewCommand.class,
      SizeCommand.class,
      GetCommand.class,
      ListCommand.class,
      HistoryCommand.class,
      FillsCommand.class,
      CancelCommand.class,
      CancelAllCommand.class,
      CloseCommand.class,
      ResolveCommand.class
    })
public final class OrderCommands {}
