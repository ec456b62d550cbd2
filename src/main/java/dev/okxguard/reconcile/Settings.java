package dev.okxguard.reconcile;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What account and key are set to.
///
/// @param perm of the key, in OKX's words
/// @param acctLv,posMode as OKX writes them
/// @param levers leverage of the open legs that have one
record Settings(Set<String> perm, String acctLv, String posMode, Map<Leg, BigDecimal> levers) {
  Settings {
    perm = Collections.unmodifiableSet(new TreeSet<>(perm));
    Map<Leg, BigDecimal> plain = new TreeMap<>();
    levers.forEach((leg, lever) -> plain.put(leg, lever.stripTrailingZeros()));
    levers = Collections.unmodifiableMap(plain);
  }

  static Settings of(Actual actual) {
    AccountConfig config = actual.config();
    return new Settings(
        config.perm(), config.acctLv().code(), config.posMode().word(), levers(actual.positions()));
  }

  static Map<Leg, BigDecimal> levers(List<Position> positions) {
    Map<Leg, BigDecimal> levers = new TreeMap<>();
    positions.stream()
        .filter(position -> !position.flat())
        .forEach(p -> p.lever().ifPresent(lever -> levers.put(Leg.of(p), lever)));
    return levers;
  }
}
