package dev.okxguard.cli.audit;

import picocli.CommandLine.Command;

/// `okx audit`.
@Command(
    name = "audit",
    description = "The journal of everything decided, sent and learned.",
    subcommands = {ShowCommand.class, ExportCommand.class, VerifyCommand.class})
public final class AuditCommands {}
