package dev.okxguard.cli.guard;

import dev.okxguard.cli.Branch;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `okx guard`.
@Command(name = "guard", description = "Limits, verdicts and the halt.")
public final class GuardCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("check", CheckCommand::new),
        Branch.leaf("status", StatusCommand::new),
        Branch.leaf("limits", LimitsCommand::new),
        Branch.leaf("init", InitCommand::new),
        Branch.leaf("halt", HaltCommand::new),
        Branch.leaf("resume", ResumeCommand::new),
        Branch.leaf("stage", StageCommand::new),
        Branch.leaf("promote", PromoteCommand::new),
        Branch.leaf("kill", KillCommand::new),
        Branch.leaf("heartbeat", HeartbeatCommand::new));
  }

  /// Puts right what the verbs cannot say by annotation. To be called once they are in the tree.
  public static void complete(CommandLine guard) {
    Optional.ofNullable(guard.getSubcommands().get("heartbeat"))
        .ifPresent(heartbeat -> HeartbeatCommand.ownTimeout(heartbeat.getCommandSpec()));
  }
}
