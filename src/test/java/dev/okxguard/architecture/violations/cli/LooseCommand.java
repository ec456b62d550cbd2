package dev.okxguard.architecture.violations.cli;

import picocli.CommandLine.Command;

/// A verb of its own making.
@Command(name = "loose")
final class LooseCommand {}
