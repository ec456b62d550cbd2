package dev.okxguard.cli.paper;

import dev.okxguard.cli.Branch;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx paper`.
@Command(
    name = "paper",
    description = "The embedded exchange: serve it, look at it, fund it, set its prices.")
public final class PaperCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("serve", ServeCommand::new),
        Branch.leaf("status", StatusCommand::new),
        Branch.leaf("reset", ResetCommand::new),
        Branch.leaf("fund", FundCommand::new),
        Branch.leaf("price", PriceCommand::new),
        Branch.leaf("replay", ReplayCommand::new),
        Branch.leaf("adl", AdlCommand::new));
  }
}
