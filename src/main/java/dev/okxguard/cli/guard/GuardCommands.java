package dev.okxguard.cli.guard;

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
      KillCommand.class
    })
public final class GuardCommands {}
