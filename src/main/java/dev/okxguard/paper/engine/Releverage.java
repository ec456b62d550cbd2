package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;

/// Changes a leverage and with it the margin of the position that stands on it.
record Releverage(Session session, Instrument instrument, TdMode mode, PosSide side) {

  /// @throws Refused 59103 or 59108 when the position would need more margin than there is, 59109
  ///   when what is left would not carry it
  void to(BigDecimal lever) {
    Optional<Leg> leg =
        session.account().legs().open(new LegKey(instrument.instId(), TdMode.ISOLATED, side));
    if (mode == TdMode.ISOLATED && leg.isPresent()) {
      moveMargin(leg.get(), lever);
    }
    Profile profile = session.account().profile();
    BigDecimal before = profile.lever(instrument, mode, side);
    profile.lever(instrument, mode, side, lever);
    if (mode == TdMode.CROSS
        && lever.compareTo(before) < 0
        && session.funds().of(Contracts.settlement(instrument)).availEq().signum() < 0) {
      profile.lever(instrument, mode, side, before);
      throw Refused.because("59108", "Too little margin for so low a leverage");
    }
  }

  private void moveMargin(Leg leg, BigDecimal lever) {
    BigDecimal value = Contracts.value(instrument, leg.size(), leg.avgPx());
    BigDecimal margin = Contracts.money(Decimals.divide(value, lever));
    BigDecimal change = margin.subtract(leg.margin());
    BigDecimal available = session.funds().of(leg.ccy()).availBal();
    if (change.compareTo(available) > 0) {
      throw Refused.because("59103", "Too little margin for so low a leverage");
    }
    if (exhausted(leg, margin)) {
      throw Refused.because("59109", "Too little margin for the position's loss");
    }
    MarginCalls.book(session, leg, change);
  }

  private boolean exhausted(Leg leg, BigDecimal margin) {
    Exposure exposure = Exposure.of(session, leg);
    BigDecimal mark = session.prices(instrument).mark();
    return new Margin(margin.add(exposure.upl(mark)), exposure.required(mark)).exhausted();
  }
}
