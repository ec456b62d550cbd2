package dev.okxguard.cli;

import dev.okxguard.console.Console;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.RawReads;

/// What one command has to work with. Everything costly is opened on first use, so that a command
/// which needs no network opens none.
public interface Session {
  /// The profile in use, for headers and documents.
  String profile();

  /// The environment reads go to; live when nobody chose.
  Environment environment();

  /// The environment writes go to.
  ///
  /// @throws dev.okxguard.model.Fault (CONFIG) when nobody chose one
  Environment writeEnvironment();

  /// OKX's answers as they come.
  RawReads reads();

  /// OKX in our own values.
  Exchange exchange();

  Time time();

  Console console();
}
