package dev.okxguard.trade;

import dev.okxguard.guard.Facts;
import java.util.List;
import java.util.function.Consumer;

/// The facts as read, and why some are missing.
record Snapshot(Facts facts, List<String> problems) {
  /// Whether OKX said that there is no such instrument, rather than nothing.
  boolean hasNo(String instId) {
    return !facts.instruments().containsKey(instId)
        && problems.stream().noneMatch(text -> text.startsWith("instrument " + instId + ":"));
  }

  void tell(Consumer<String> progress) {
    problems.forEach(problem -> progress.accept("could not read " + problem));
  }
}
