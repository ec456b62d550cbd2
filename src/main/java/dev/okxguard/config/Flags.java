package dev.okxguard.config;

import dev.okxguard.model.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the command line said about configuration; empty where it said nothing.
///
/// @param profile `--profile`
/// @param environment `--live`, `--demo` or `--paper`
/// @param readOnly `--read-only`
/// @param file `--config`
/// @param timeout `--timeout`
public record Flags(
    Optional<String> profile,
    Optional<Environment> environment,
    boolean readOnly,
    Optional<Path> file,
    Optional<Duration> timeout) {

  /// A command line without any of them.
  public static Flags none() {
    return new Flags(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
  }
}
