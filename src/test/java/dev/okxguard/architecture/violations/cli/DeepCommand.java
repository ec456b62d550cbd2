package dev.okxguard.architecture.violations.cli;

import picocli.CommandLine.Command;

/// A verb below a verb.
@Command(name = "deep")
final class DeepCommand extends GoodCommand {}
