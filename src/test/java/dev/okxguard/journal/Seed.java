package dev.okxguard.journal;

import java.util.Random;

/// The seed of a property: given with -Dseed, else random; told when the property fails.
final class Seed {
  private Seed() {}

  @FunctionalInterface
  interface Property {
    void check(Random random) throws Exception;
  }

  static void check(Property property) throws Exception {
    String given = System.getProperty("seed", "");
    long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
    try {
      property.check(new Random(seed));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("with -Dseed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
