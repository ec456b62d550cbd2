package dev.okxguard.architecture.violations.cli;

import picocli.CommandLine.Command;

/// A verb as it should be.
@Command(name = "good")
class GoodCommand extends BaseCommand {}
