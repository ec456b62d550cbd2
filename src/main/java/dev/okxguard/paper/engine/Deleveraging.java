package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/// Auto-deleveraging, which here happens only on the operator's word: a position is reduced at its
/// mark price, and its pending orders are cancelled (cancelSource 6).
record Deleveraging(Session session) {
  private static final String SOURCE = "6";

  /// Reduces that leg.
  ///
  /// @param size empty for all of it
  /// @throws IllegalArgumentException when the leg does not hold so much
  OwnOrder reduce(Leg leg, Optional<BigDecimal> size) {
    BigDecimal taken = size.orElse(leg.size());
    boolean possible =
        taken.signum() > 0
            && taken.compareTo(leg.size()) <= 0
            && Decimals.isMultiple(taken, session.instrument(leg.instId()).lotSz());
    if (!possible) {
      throw new IllegalArgumentException(
          Decimals.text(taken)
              + " is not a size that can be taken of "
              + Decimals.text(leg.size())
              + " contracts of "
              + leg.instId());
    }
    Seizure seizure = new Seizure(session, Category.ADL);
    seizure.cancel(terms -> terms.leg().equals(leg.key()), SOURCE);
    BigDecimal mark = session.prices(session.instrument(leg.instId())).mark();
    OwnOrder order = seizure.take(leg, taken, mark);
    new Moment(session).settle();
    return order;
  }
}
