package dev.okxguard.paper.engine;

import java.math.BigDecimal;

/// What the exchange did to a leg without being asked, since its opening.
///
/// @param funding paid (negative) or received
/// @param penalty what liquidation kept, never positive
/// @param last who reduced the leg last
record Unasked(BigDecimal funding, BigDecimal penalty, Category last) {
  static final Unasked NOTHING = new Unasked(BigDecimal.ZERO, BigDecimal.ZERO, Category.NORMAL);

  BigDecimal total() {
    return funding.add(penalty);
  }

  Unasked funded(BigDecimal amount) {
    return new Unasked(funding.add(amount), penalty, last);
  }

  Unasked penalized(BigDecimal amount) {
    return new Unasked(funding, penalty.add(amount), last);
  }

  Unasked reducedBy(Category category) {
    return new Unasked(funding, penalty, category);
  }
}
