package dev.okxguard.cli.help;

import dev.okxguard.cli.Session;
import dev.okxguard.console.Console;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RawReads;

/// A session whose configuration cannot be read.
record UnusableSession(Console console) implements Session {
  @Override
  public String profile() {
    throw unusable();
  }

  @Override
  public Environment environment() {
    throw unusable();
  }

  @Override
  public Environment writeEnvironment() {
    throw unusable();
  }

  @Override
  public RawReads reads() {
    throw unusable();
  }

  @Override
  public Exchange exchange() {
    throw unusable();
  }

  @Override
  public Time time() {
    throw unusable();
  }

  private static Fault unusable() {
    return new Fault(ExitCode.CONFIG, "the configuration is unusable", "");
  }
}
