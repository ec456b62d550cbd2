package dev.okxguard.cli.order;

import picocli.CommandLine.Command;

/// `okx order`.
@Command(
    name = "order",
    description = "Place, preview, look up, list and cancel orders.",
    subcommands = {
      PlaceCommand.class,
      PreviewCommand.class,
      GetCommand.class,
      ListCommand.class,
      CancelCommand.class
    })
public final class OrderCommands {}
