package dev.okxguard.architecture.violations.journal;

import java.util.List;
import java.util.Map;

/// Keeps static things that never change.
final class Fixed {
  static final Map<String, List<String>> NAMES = Map.of("a", List.of("b"));
  static final String NAME = "a";
  private static final byte[] HEAD = {1};

  private Fixed() {}

  static int head() {
    return HEAD[0];
  }
}
