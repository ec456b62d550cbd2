package dev.okxguard.paper;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Where a paper exchange keeps its state, and where a new one gets its keys and price paths from.
///
/// @param random asked only when a new exchange or key is made
public record PaperHome(Path directory, Supplier<RandomGenerator> random) {

  /// That directory, with keys nobody can guess; `~/.okx/paper` for the command line.
  public static PaperHome of(Path directory) {
    return new PaperHome(directory, SecureRandom::new);
  }

  Path state() {
    return directory.resolve("exchange.json");
  }

  Path lock() {
    return directory.resolve("lock");
  }
}
