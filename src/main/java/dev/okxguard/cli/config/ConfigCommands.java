package dev.okxguard.cli.config;

import picocli.CommandLine.Command;

/// `okx config`.
@Command(
    name = "config",
    description = "The configuration in effect.",
    subcommands = {InitCommand.class, ShowCommand.class, PathCommand.class, ProfilesCommand.class})
public final class ConfigCommands {}
