package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// The account's settings: who it is, its position mode, its leverages.
final class Profile {
  /// Leverage of an instrument nobody has set.
  static final BigDecimal DEFAULT_LEVER = BigDecimal.valueOf(3);

  private final String uid;
  private final TreeMap<String, BigDecimal> levers;
  private final Changes changes;
  private PosMode posMode;

  Profile(String uid, PosMode posMode, Map<String, BigDecimal> levers, Changes changes) {
    this.uid = uid;
    this.posMode = posMode;
    this.levers = new TreeMap<>(levers);
    this.changes = changes;
  }

  String uid() {
    return uid;
  }

  PosMode posMode() {
    return posMode;
  }

  void posMode(PosMode other) {
    posMode = other;
    changes.mark();
  }

  BigDecimal lever(Instrument instrument, TdMode mode, PosSide side) {
    return Options.option(instrument)
        ? Options.LEVER
        : levers.getOrDefault(scope(instrument, mode, side), DEFAULT_LEVER);
  }

  void lever(Instrument instrument, TdMode mode, PosSide side, BigDecimal value) {
    levers.put(scope(instrument, mode, side), value);
    changes.mark();
  }

  Map<String, BigDecimal> levers() {
    return Map.copyOf(levers);
  }

  /// What shares one leverage: cross futures by family, isolated contracts by side in long/short
  /// mode, else the instrument.
  private String scope(Instrument instrument, TdMode mode, PosSide side) {
    boolean cross = mode == TdMode.CROSS;
    String subject =
        cross && instrument.instType() == InstType.FUTURES
            ? instrument.instFamily() + "|FUTURES"
            : instrument.instId();
    return mode.word() + "|" + subject + "|" + (cross ? PosSide.NET : side).word();
  }
}
