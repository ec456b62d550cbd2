package dev.okxguard.architecture.violations.cli;

import picocli.CommandLine.Command;

/// A group of verbs that runs by itself.
@Command(name = "running")
final class RunningCommands implements Runnable {
  @Override
  public void run() {}
}
