package dev.okxguard.console;

import dev.okxguard.model.ExitCode;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What a command found or did: one document, shown as text or as JSON.
///
/// @param exitCode what the process ends with
/// @param json the whole document, printed by `--json`
/// @param text writes the same for people
public record Report(ExitCode exitCode, JsonNode json, Consumer<Page> text) {

  /// A report of success.
  public static Report of(JsonNode json, Consumer<Page> text) {
    return new Report(ExitCode.OK, json, text);
  }
}
