package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.paper.Adl;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Auto-deleveraging, which here happens only on the operator's word: a position is reduced at its
/// mark price, and its pending orders are cancelled (cancelSource 6).
record Deleveraging(Session session) {
  private static final String SOURCE = "6";

  /// Reduces the one leg that is meant.
  ///
  /// @throws IllegalArgumentException when it is not clear which, or when it does not hold so much
  void run(Adl adl) {
    List<Leg> meant =
        session.account().legs().open().stream()
            .filter(leg -> leg.instId().equals(adl.instId()))
            .filter(leg -> adl.mgnMode().map(leg.mgnMode()::equals).orElse(true))
            .filter(leg -> adl.posSide().map(leg.posSide()::equals).orElse(true))
            .toList();
    if (meant.isEmpty()) {
      throw new IllegalArgumentException("there is no such position of " + adl.instId());
    }
    if (meant.size() > 1) {
      throw new IllegalArgumentException(
          "there are several positions of " + adl.instId() + ": name mgnMode and posSide");
    }
    reduce(meant.getFirst(), adl.sz());
  }

  private void reduce(Leg leg, Optional<BigDecimal> size) {
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
    seizure.take(leg, taken, mark);
    new Moment(session).settle();
  }
}
