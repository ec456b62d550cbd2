package dev.okxguard.config;

import java.util.List;

/// A program that takes alerts. Its arguments may hold tokens, so that only the program is shown.
///
/// @param line the program's absolute path, then its arguments
public record AlertCommand(List<String> line) {
  public AlertCommand {
    line = List.copyOf(line);
  }

  @Override
  public String toString() {
    return line.getFirst() + " ****".repeat(line.size() - 1);
  }
}
