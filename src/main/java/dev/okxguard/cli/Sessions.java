package dev.okxguard.cli;

import dev.okxguard.console.Console;
import java.util.Map;

/// Opens sessions; made once by `Main`.
public interface Sessions {
  /// A session for what the command line said. Reads no file and never fails: what is wrong with
  /// the configuration shows when the session is first asked for something that depends on it.
  Session open(Globals globals);

  Console console();

  Map<String, String> environment();
}
