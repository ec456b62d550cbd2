package dev.okxguard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `okx` itself.
@Command(name = "okx", description = "The OKX command line, with brakes.")
public final class Root {
  @Mixin private Globals globals = new Globals();

  @Option(names = "--version", versionHelp = true, description = "print the version and exit")
  boolean version;

  private final Sessions sessions;

  public Root(Sessions sessions) {
    this.sessions = sessions;
  }

  Globals globals() {
    return globals;
  }

  Sessions sessions() {
    return sessions;
  }
}
