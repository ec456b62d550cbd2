package dev.okxguard.trade;

import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What tells one position from another.
///
/// @param marginCcy margin currency of a margin position: one pair may have several; else empty
record Leg(
    InstType instType, String instId, TdMode mgnMode, PosSide posSide, Optional<String> marginCcy) {

  static Leg of(Position position) {
    boolean margin = position.instType() == InstType.MARGIN;
    return new Leg(
        position.instType(),
        position.instId(),
        position.mgnMode(),
        position.posSide(),
        Optional.of(position.ccy()).filter(ccy -> margin && !ccy.isEmpty()));
  }

  /// What the leg holds among those, with direction; zero when it is not there.
  BigDecimal in(List<Position> positions) {
    return positions.stream()
        .filter(position -> of(position).equals(this))
        .map(Position::signed)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The leg beside this one in long/short mode; in net mode there is none.
  Optional<Leg> sibling() {
    return switch (posSide) {
      case NET -> Optional.empty();
      case LONG -> Optional.of(on(PosSide.SHORT));
      case SHORT -> Optional.of(on(PosSide.LONG));
    };
  }

  private Leg on(PosSide side) {
    return new Leg(instType, instId, mgnMode, side, marginCcy);
  }

  /// The leg as people name it.
  String text() {
    String side = posSide == PosSide.NET ? "" : " " + posSide.word();
    return instId + side + " " + mgnMode.word() + marginCcy.map(ccy -> " in " + ccy).orElse("");
  }
}
