package dev.okxguard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `okx` itself.
@Command(
    name = "okx",
    description = "The OKX command line, with brakes.",
    synopsisSubcommandLabel = "COMMAND")
public final class Root {
  @Mixin private Globals globals = new Globals();

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
