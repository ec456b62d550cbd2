package dev.okxguard.testing;

import java.util.Random;

/// The seed of a property: given with -Dseed, else random; told when the property fails.
public final class Seed {
  private Seed() {}

  /// Something to be true whatever the random numbers.
  @FunctionalInterface
  public interface Property {
    void check(Random random, long seed) throws Exception;
  }

  public static void check(Property property) throws Exception {
    String given = System.getProperty("seed", "");
    long seed = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
    try {
      property.check(new Random(seed), seed);
    } catch (Error | RuntimeException e) {
      throw new AssertionError("with -Dseed=" + seed + ": " + e.getMessage(), e);
    }
  }
}
