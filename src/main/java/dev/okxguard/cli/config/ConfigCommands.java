package dev.okxguard.cli.config;

import dev.okxguard.cli.Branch;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx config`.
@Command(name = "config", description = "The configuration in effect.")
public final class ConfigCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("init", InitCommand::new),
        Branch.leaf("show", ShowCommand::new),
        Branch.leaf("path", PathCommand::new),
        Branch.leaf("profiles", ProfilesCommand::new));
  }
}
