package dev.okxguard.reconcile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What account and key should be set to.
record Expected(Books books, Demands demands) {

  /// Leverage of a leg, as it is when we asked for that, else as it was known; empty for a leg that
  /// was not known.
  Optional<BigDecimal> lever(Leg leg, BigDecimal is) {
    if (demands.ours().lever(leg, is)) {
      return Optional.of(is);
    }
    return books.settings().map(known -> known.levers().get(leg));
  }

  /// By the pin, else as it is when we asked for that, else as it was known, else as it is.
  String posMode(Settings is) {
    Optional<String> asked = demands.ours().posMode().filter(is.posMode()::equals);
    return demands
        .pins()
        .map(pin -> pin.posMode())
        .or(() -> asked)
        .or(() -> books.settings().map(Settings::posMode))
        .orElse(is.posMode());
  }

  /// By the pin, else as it was known, else as it is.
  String acctLv(Settings is) {
    return demands
        .pins()
        .map(pin -> pin.acctLv())
        .or(() -> books.settings().map(Settings::acctLv))
        .orElse(is.acctLv());
  }

  /// What to expect after that look.
  Settings settings(Actual actual) {
    Settings is = Settings.of(actual);
    Map<Leg, BigDecimal> levers = new TreeMap<>();
    is.levers().forEach((leg, lever) -> levers.put(leg, lever(leg, lever).orElse(lever)));
    return new Settings(
        books.settings().map(Settings::perm).orElse(is.perm()), acctLv(is), posMode(is), levers);
  }
}
