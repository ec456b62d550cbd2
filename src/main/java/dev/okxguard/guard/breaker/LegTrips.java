package dev.okxguard.guard.breaker;

import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import java.math.BigDecimal;
import java.util.Optional;

/// Follows one leg from round trip to round trip, oldest fill first.
sealed interface LegTrips permits ContractTrips, SpotTrips {
  /// What tells legs apart.
  record Name(InstType type, String instId, PosSide side) {
    static Name of(Fill fill) {
      return new Name(fill.instType(), fill.instId(), fill.posSide());
    }

    static Name of(Tally.Open open) {
      return new Name(open.type(), open.instId(), open.side());
    }

    boolean contract() {
      return type != InstType.SPOT;
    }

    /// One that holds nothing.
    Tally.Open flat() {
      return new Tally.Open(
          type,
          instId,
          side,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          false);
    }
  }

  /// From where it was left.
  static LegTrips from(Tally.Open open) {
    return open.type() == InstType.SPOT ? new SpotTrips(open) : new ContractTrips(open);
  }

  /// Takes a fill in; the trip that it ended, if any.
  Optional<Trip> take(Fill fill);

  /// Takes in funding that fell due while it was open.
  void fund(BigDecimal paid);

  /// Where it stands.
  Tally.Open open();
}
