package dev.okxguard.cli.account;

import picocli.CommandLine.Command;

/// `okx account`.
@Command(
    name = "account",
    description = "What the account holds, may do, did and pays.",
    subcommands = {
      ConfigCommand.class,
      BalanceCommand.class,
      PositionsCommand.class,
      PositionsHistoryCommand.class,
      BillsCommand.class,
      FeesCommand.class,
      LeverageCommand.class,
      MaxSizeCommand.class,
      MaxAvailSizeCommand.class,
      AssetBalanceCommand.class,
      SetLeverageCommand.class,
      SetPositionModeCommand.class
    })
public final class AccountCommands {}
