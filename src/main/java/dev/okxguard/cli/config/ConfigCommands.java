package dev.okxguard.cli.config;

import picocli.CommandLine.Command;

/// `okx config`.
@Command(
    name = "config",
    description = "The configuration in effect.",
    subcommands = {ShowCommand.class, PathCommand.class, ProfilesCommand.class})
public final class ConfigCommands {}
