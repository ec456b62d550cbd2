package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import java.math.BigDecimal;

/// Fee rates as OKX writes them: negative is paid.
final class Fees {
  private Fees() {}

  static BigDecimal taker(InstType type) {
    return new BigDecimal(type.contracts() ? "-0.0005" : "-0.001");
  }

  static BigDecimal maker(InstType type) {
    return new BigDecimal(type.contracts() ? "-0.0002" : "-0.0008");
  }
}
