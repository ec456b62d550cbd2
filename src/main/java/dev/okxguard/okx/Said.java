package dev.okxguard.okx;

import dev.okxguard.model.Fault;
import java.util.Set;

/// What OKX said in refusing a read.
final class Said {
  private Said() {}

  /// Whether it was one of these codes.
  static boolean said(Fault fault, Set<String> codes) {
    return fault.exchange().map(error -> codes.contains(error.code())).orElse(false);
  }

  /// Whether it has no such endpoint.
  static boolean notOffered(Fault fault) {
    return fault.exchange().map(error -> error.httpStatus() == 404).orElse(false);
  }
}
