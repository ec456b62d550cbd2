package dev.okxguard.cli.diagnose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// How this process was started.
///
/// @param launched by `bin/okx`
/// @param inUse whether the class archive is mapped; empty where the system does not tell
record Archive(boolean launched, Optional<Boolean> inUse) {
  private static final Path MAPS = Path.of("/proc/self/maps");

  static Archive look() {
    boolean launched =
        ProcessHandle.current().info().arguments().stream()
            .flatMap(Stream::of)
            .anyMatch(argument -> argument.startsWith("-Dokx.terminal="));
    return new Archive(launched, mapped());
  }

  private static Optional<Boolean> mapped() {
    try {
      return Optional.of(Files.readString(MAPS).contains(".aot"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
