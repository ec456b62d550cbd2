package dev.okxguard.paper.engine;

import java.util.Locale;

/// The life of an algo order; all but the first are final.
enum AlgoState {
  LIVE,
  EFFECTIVE,
  CANCELED,
  ORDER_FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
