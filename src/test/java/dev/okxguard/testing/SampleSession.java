package dev.okxguard.testing;

import dev.okxguard.cli.Session;
import dev.okxguard.console.Console;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Reads;

/// A session on demo trading that can only read.
public record SampleSession(Reads reads, Console console) implements Session {
  @Override
  public String profile() {
    return "bot";
  }

  @Override
  public Environment environment() {
    return Environment.DEMO;
  }

  @Override
  public Environment writeEnvironment() {
    throw new AssertionError("a read asked where to write");
  }

  @Override
  public Exchange exchange() {
    throw new AssertionError("a read of raw data asked for the exchange");
  }

  @Override
  public Time time() {
    throw new AssertionError("a read asked for the time");
  }
}
