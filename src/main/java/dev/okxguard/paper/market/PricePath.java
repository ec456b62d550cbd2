package dev.okxguard.paper.market;

import java.time.Instant;
import java.util.List;

/// How far one underlying has moved from its base, in parts per million, second by second.
///
/// The octaves' amplitudes add up to less than 15 %, so no price ever leaves that band; the short
/// ones are small, so that a minute moves it by about 0.1 %.
final class PricePath {
  private record Octave(long seconds, long amplitude) {}

  private static final List<Octave> SLOW =
      List.of(
          new Octave(604_800, 80_000),
          new Octave(86_400, 30_000),
          new Octave(14_400, 15_000),
          new Octave(3_600, 8_000),
          new Octave(600, 2_500),
          new Octave(60, 600));
  private static final Octave FAST = new Octave(5, 80);

  private final long seed;

  PricePath(long seed, String underlying) {
    this.seed = Noise.seed(seed, underlying);
  }

  /// The second that an instant falls into; the path is constant within it.
  static long second(Instant at) {
    return at.getEpochSecond();
  }

  /// What the index and the mark follow: without the fastest octave.
  long smooth(long second) {
    long sum = 0;
    for (int i = 0; i < SLOW.size(); i++) {
      Octave octave = SLOW.get(i);
      sum += Noise.lattice(seed + i + 1, second, octave.seconds(), octave.amplitude());
    }
    return sum;
  }

  /// What trades follow.
  long traded(long second) {
    return smooth(second) + Noise.lattice(seed, second, FAST.seconds(), FAST.amplitude());
  }
}
