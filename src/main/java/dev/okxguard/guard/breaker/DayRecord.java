package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// The loss of the UTC day by the exchange's own record: what was realised, and paid in fees and
/// funding; where nobody kept marks also what open positions lose, which may be an older day's loss
/// too. Walks back from the equity now; between two transfers it goes by shares, so that money
/// moved does not count.
final class DayRecord {
  private final Look look;
  private final Map<String, BigDecimal> change = new TreeMap<>();
  private BigDecimal value;
  private BigDecimal kept = BigDecimal.ONE;

  private DayRecord(Look look) {
    this.look = look;
    this.value = look.equity();
  }

  /// The share lost since midnight, 0 when nothing was.
  static BigDecimal loss(Look look) {
    DayRecord day = new DayRecord(look);
    day.walk();
    return BigDecimal.ONE.subtract(day.kept).max(BigDecimal.ZERO);
  }

  private void walk() {
    if (look.marks().isEmpty()) {
      back(unrealised());
    }
    for (Bill bill : look.changes()) {
      if (bill.time().isBefore(look.midnight())) {
        break;
      }
      if (bill.transfer()) {
        back(realised());
        value = value.subtract(look.usd(bill.ccy(), bill.balChg()));
        if (value.signum() < 0 && look.marks().isPresent()) {
          // Open losses took more than there was before it, and are not on the record: what there
          // was, only the marks tell.
          return;
        }
        value = value.max(BigDecimal.ZERO);
      } else {
        change.merge(bill.ccy(), DayChanges.result(bill), BigDecimal::add);
      }
    }
    back(realised());
  }

  /// Steps over a change, back to the value before it.
  private void back(BigDecimal usd) {
    BigDecimal before = value.subtract(usd).max(BigDecimal.ZERO);
    if (before.signum() > 0) {
      kept = Decimals.divide(kept.multiply(value), before);
    }
    value = before;
  }

  private BigDecimal realised() {
    BigDecimal usd = BigDecimal.ZERO;
    for (var one : change.entrySet()) {
      if (one.getValue().signum() != 0) {
        usd = usd.add(look.usd(one.getKey(), one.getValue()));
      }
    }
    change.clear();
    return usd;
  }

  /// What open positions lose together; a gain may be an older day's.
  private BigDecimal unrealised() {
    return look.legs().stream()
        .map(this::unrealised)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .min(BigDecimal.ZERO);
  }

  private BigDecimal unrealised(Position leg) {
    BigDecimal upl =
        leg.upl().orElseThrow(() -> new Unmeasurable("unrealised profit of " + leg.instId()));
    return look.usd(leg.ccy(), upl);
  }
}
