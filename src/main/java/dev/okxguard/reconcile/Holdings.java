package dev.okxguard.reconcile;

import dev.okxguard.model.Balance;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an account holds: cash by currency, contracts by leg.
///
/// @param cash by currency
/// @param legs contracts with direction: positive long, negative short
public record Holdings(Map<String, BigDecimal> cash, Map<Leg, BigDecimal> legs) {

  public Holdings {
    cash = Map.copyOf(cash);
    legs = Map.copyOf(legs);
  }

  /// What the exchange says.
  public static Holdings of(Balance balance, List<Position> positions) {
    Map<String, BigDecimal> cash = new HashMap<>();
    balance.currencies().forEach(c -> cash.merge(c.ccy(), c.cashBal(), BigDecimal::add));
    Map<Leg, BigDecimal> legs = new HashMap<>();
    for (Position position : positions) {
      Leg leg = new Leg(position.instId(), position.mgnMode(), position.posSide());
      legs.merge(leg, position.signed(), BigDecimal::add);
    }
    return new Holdings(cash, legs);
  }

  /// One leg of a position.
  public record Leg(String instId, TdMode mgnMode, PosSide posSide) {}
}
