package dev.okxguard.cli.account;

import dev.okxguard.cli.Branch;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx account`.
@Command(name = "account", description = "What the account holds, may do, did and pays.")
public final class AccountCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("config", ConfigCommand::new),
        Branch.leaf("balance", BalanceCommand::new),
        Branch.leaf("positions", PositionsCommand::new),
        Branch.leaf("positions-history", PositionsHistoryCommand::new),
        Branch.leaf("bills", BillsCommand::new),
        Branch.leaf("fees", FeesCommand::new),
        Branch.leaf("leverage", LeverageCommand::new),
        Branch.leaf("max-size", MaxSizeCommand::new),
        Branch.leaf("max-avail-size", MaxAvailSizeCommand::new),
        Branch.leaf("asset-balance", AssetBalanceCommand::new),
        Branch.leaf("set-leverage", SetLeverageCommand::new),
        Branch.leaf("set-position-mode", SetPositionModeCommand::new));
  }
}
