package dev.okxguard.guard.breaker;

import dev.okxguard.guard.BreakerReading;
import java.util.List;
import java.util.Optional;

/// What the breakers said at one look.
///
/// @param marks to be kept from now on; empty when those on record still say it all
/// @param tally to be kept as well; empty when little was read, so that it spares nothing
/// @param readings one for each breaker
/// @param olderFills whether the streak may reach back beyond the fills seen, so that it matters
public record Evaluation(
    Optional<Marks> marks,
    Optional<Tally> tally,
    List<BreakerReading> readings,
    boolean olderFills) {

  public Evaluation {
    readings = List.copyOf(readings);
  }

  /// Those that tripped.
  public List<BreakerReading> trips() {
    return readings.stream()
        .filter(reading -> reading.shows() instanceof BreakerReading.Shows.Tripped)
        .toList();
  }
}
