package dev.okxguard.cli.order.algo;

import dev.okxguard.cli.Branch;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx order algo`.
@Command(
    name = "algo",
    description = "Place, list, amend and cancel take-profits, stop-losses, triggers and trails.")
public final class AlgoCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("place", PlaceCommand::new),
        Branch.leaf("trail", TrailCommand::new),
        Branch.leaf("list", ListCommand::new),
        Branch.leaf("amend", AmendCommand::new),
        Branch.leaf("cancel", CancelCommand::new));
  }
}
