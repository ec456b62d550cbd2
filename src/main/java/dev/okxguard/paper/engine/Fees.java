package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import java.math.BigDecimal;

/// Fee rates as OKX writes them: negative is paid.
final class Fees {
  private Fees() {}

  static BigDecimal taker(InstType type) {
    return switch (type) {
      case SPOT, MARGIN -> new BigDecimal("-0.001");
      case SWAP, FUTURES, EVENTS -> new BigDecimal("-0.0005");
      case OPTION -> new BigDecimal("-0.0003");
    };
  }

  static BigDecimal maker(InstType type) {
    return switch (type) {
      case SPOT, MARGIN -> new BigDecimal("-0.0008");
      case SWAP, FUTURES, EVENTS, OPTION -> new BigDecimal("-0.0002");
    };
  }
}
