package dev.okxguard.config;

import java.util.Random;

/// The seed of generated tests: `-Dseed=N` repeats a run.
final class Seeds {
  private Seeds() {}

  static long next() {
    String given = System.getProperty("seed", "");
    return given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
  }

  static String told(long seed) {
    return "-Dseed=" + seed;
  }
}
