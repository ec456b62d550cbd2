package dev.okxguard.architecture.violations.journal;

import picocli.CommandLine;

/// A journal with command line options.
record OptionJournal(CommandLine line) {}
