package dev.okxguard.cli.guard;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `okx guard`.
@Command(
    name = "guard",
    description = "Limits, verdicts and the halt.",
    subcommands = {
      CheckCommand.class,
      StatusCommand.class,
      LimitsCommand.class,
      InitCommand.class,
      HaltCommand.class,
      ResumeCommand.class,
      StageCommand.class,
      PromoteCommand.class,
      KillCommand.class,
      HeartbeatCommand.class
    })
public final class GuardCommands {
  /// Puts right what the verbs cannot say by annotation. To be called once they are in the tree.
  public static void complete(CommandLine guard) {
    HeartbeatCommand.ownTimeout(guard.getSubcommands().get("heartbeat").getCommandSpec());
  }
}
