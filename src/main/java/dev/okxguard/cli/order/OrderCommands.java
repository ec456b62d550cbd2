package dev.okxguard.cli.order;

import dev.okxguard.cli.Branch;
import dev.okxguard.cli.order.algo.AlgoCommands;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx order`.
@Command(
    name = "order",
    description =
        "Place, preview, look up, list, amend, cancel, close and resolve orders, one or many.")
public final class OrderCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("place", PlaceCommand::new),
        Branch.leaf("preview", PreviewCommand::new),
        Branch.leaf("size", SizeCommand::new),
        Branch.leaf("get", GetCommand::new),
        Branch.leaf("list", ListCommand::new),
        Branch.leaf("history", HistoryCommand::new),
        Branch.leaf("fills", FillsCommand::new),
        Branch.leaf("amend", AmendCommand::new),
        Branch.leaf("cancel", CancelCommand::new),
        Branch.leaf("cancel-all", CancelAllCommand::new),
        Branch.leaf("close", CloseCommand::new),
        new Branch("algo", AlgoCommands::new, AlgoCommands::verbs),
        Branch.leaf("batch", BatchCommand::new),
        Branch.leaf("resolve", ResolveCommand::new));
  }
}
