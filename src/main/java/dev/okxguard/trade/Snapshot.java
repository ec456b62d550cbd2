package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import java.util.List;
import java.util.function.Consumer;

/// The facts as read, and why some are missing.
record Snapshot(Facts facts, List<String> problems) {
  void tell(Consumer<String> progress) {
    problems.forEach(problem -> progress.accept("could not read " + problem));
  }
}
