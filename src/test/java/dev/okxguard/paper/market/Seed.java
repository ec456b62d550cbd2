package dev.okxguard.paper.market;

import java.util.Random;

/// The seed of a randomised test: the system property `seed`, or a fresh one.
final class Seed {
  private Seed() {}

  static long pick() {
    String text = System.getProperty("seed", "");
    return text.isEmpty() ? new Random().nextInt(1_000_000_000) : Long.parseLong(text);
  }
}
