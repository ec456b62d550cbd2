package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import java.util.Comparator;

/// One leg of a position: OKX keeps cross and isolated, long and short apart.
///
/// @param ccy margin currency of a leg in spot on credit, where it tells legs apart; else ""
public record Leg(String instId, TdMode mgnMode, PosSide posSide, String ccy)
    implements Comparable<Leg> {
  private static final Comparator<Leg> OF_AN_INSTRUMENT =
      Comparator.comparing(Leg::mgnMode).thenComparing(Leg::posSide).thenComparing(Leg::ccy);

  static Leg of(Position position) {
    String ccy = position.instType() == InstType.MARGIN ? position.ccy() : "";
    return new Leg(position.instId(), position.mgnMode(), position.posSide(), ccy);
  }

  static Leg of(Order order) {
    return new Leg(order.instId(), order.tdMode(), order.posSide(), "");
  }

  static Leg of(Algo algo) {
    return new Leg(algo.instId(), algo.tdMode(), algo.posSide(), "");
  }

  /// Whether it is spot on credit, not contracts.
  boolean margin() {
    return InstType.byForm(instId) == InstType.SPOT;
  }

  @Override
  public int compareTo(Leg other) {
    int instruments = instId.compareTo(other.instId);
    return instruments != 0 ? instruments : OF_AN_INSTRUMENT.compare(this, other);
  }
}
