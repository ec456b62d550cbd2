package dev.okxguard.architecture.violations.cli;

import picocli.CommandLine.Command;

/// A group of verbs as it should be.
@Command(name = "group", subcommands = GoodCommand.class)
final class GoodCommands {}
