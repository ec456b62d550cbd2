package dev.okxguard.reconcile;

import dev.okxguard.model.Fill;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// What one fill does to the holdings.
///
/// @param mgnMode how the order was margined; ignored for spot
public record Movement(Fill fill, Instrument instrument, TdMode mgnMode) {

  /// Those holdings after the fill.
  ///
  /// Spot: base and quote change hands. Contracts: the leg moves and profit is paid in the
  /// settlement currency. The fee, negative when paid, goes to its own currency in both.
  public Holdings applyTo(Holdings before) {
    Map<String, BigDecimal> cash = new HashMap<>(before.cash());
    Map<Leg, BigDecimal> legs = new HashMap<>(before.legs());
    BigDecimal signed = fill.sz().multiply(BigDecimal.valueOf(fill.side().sign()));
    if (instrument.instType().contracts()) {
      legs.merge(new Leg(fill.instId(), mgnMode, fill.posSide(), ""), signed, BigDecimal::add);
      cash.merge(instrument.settleCcy(), fill.pnl(), BigDecimal::add);
    } else {
      cash.merge(instrument.baseCcy(), signed, BigDecimal::add);
      cash.merge(instrument.quoteCcy(), signed.multiply(fill.px()).negate(), BigDecimal::add);
    }
    cash.merge(fill.feeCcy(), fill.fee(), BigDecimal::add);
    return new Holdings(cash, legs);
  }
}
