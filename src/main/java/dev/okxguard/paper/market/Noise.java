package dev.okxguard.paper.market;

/// Numbers that look random and are a pure function of their inputs.
final class Noise {
  private Noise() {}

  /// A well-mixed 64-bit number (the finaliser of SplitMix64).
  static long mix(long seed, long index) {
    long z = seed + index * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A seed of its own for that name.
  static long seed(long seed, String name) {
    long result = seed;
    for (int i = 0; i < name.length(); i++) {
      result = mix(result, name.charAt(i));
    }
    return result;
  }

  /// From 0 up to and excluding `bound`.
  static long below(long bound, long seed, long index) {
    return Math.floorMod(mix(seed, index), bound);
  }

  /// Lattice noise: a random height in ±`amplitude` at each multiple of `period`, a straight line
  /// between two of them.
  static long lattice(long seed, long at, long period, long amplitude) {
    long cell = Math.floorDiv(at, period);
    long left = height(seed, cell, amplitude);
    long right = height(seed, cell + 1, amplitude);
    return left + (right - left) * Math.floorMod(at, period) / period;
  }

  private static long height(long seed, long cell, long amplitude) {
    return below(2 * amplitude + 1, seed, cell) - amplitude;
  }
}
