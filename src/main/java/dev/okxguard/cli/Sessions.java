package dev.okxguard.cli;

import dev.okxguard.console.Console;
import java.util.Map;

/// Opens sessions; made once by `Main`.
public interface Sessions {
  /// A session for what the command line said.
  Session open(Globals globals);

  Console console();

  Map<String, String> environment();
}
