package dev.okxguard.trade;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Holds fills and bills with what the breakers count by and no more of it, and equal values held
/// once: there may be a hundred thousand.
final class Slim {
  private final Map<Object, Object> known = new HashMap<>();

  Fill of(Fill fill) {
    return new Fill(
        fill.instType(),
        once(fill.instId()),
        "",
        "",
        "",
        "",
        fill.side(),
        fill.posSide(),
        once(fill.px()),
        once(fill.sz()),
        once(fill.fee()),
        once(fill.feeCcy()),
        once(fill.pnl()),
        fill.time());
  }

  Bill of(Bill bill) {
    return new Bill(
        bill.billId(),
        once(bill.type()),
        once(bill.subType()),
        once(bill.ccy()),
        once(bill.balChg()),
        once(bill.pnl()),
        once(bill.fee()),
        once(bill.instId()),
        "",
        "",
        "",
        Optional.empty(),
        bill.time());
  }

  @SuppressWarnings("unchecked")
  private <T> T once(T value) {
    return (T) known.computeIfAbsent(value, same -> same);
  }
}
