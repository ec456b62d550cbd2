package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What was counted last, so that reading it once more counts it no more. A fill and a bill may
/// have the same number.
///
/// @param fills,bills when each happened, by its bill id
record Recent(Map<String, Instant> fills, Map<String, Instant> bills) {
  static final Recent NONE = new Recent(Map.of(), Map.of());

  Recent {
    fills = Collections.unmodifiableMap(new TreeMap<>(fills));
    bills = Collections.unmodifiableMap(new TreeMap<>(bills));
  }

  boolean has(Fill fill) {
    return fills.containsKey(fill.billId());
  }

  boolean has(Bill bill) {
    return bills.containsKey(bill.billId());
  }

  /// With all of that counted.
  Recent plus(History history) {
    Map<String, Instant> moreFills = new TreeMap<>(fills);
    Map<String, Instant> moreBills = new TreeMap<>(bills);
    history.fills().forEach(fill -> moreFills.put(fill.billId(), fill.time()));
    history.bills().forEach(bill -> moreBills.put(bill.billId(), bill.time()));
    return new Recent(moreFills, moreBills);
  }

  /// What of it could come up again once everything up to then is counted.
  Recent since(Instant at) {
    return new Recent(after(fills, at), after(bills, at));
  }

  private static Map<String, Instant> after(Map<String, Instant> all, Instant at) {
    Map<String, Instant> kept = new TreeMap<>(all);
    kept.values().removeIf(time -> Bookkeeping.past(time, at));
    return kept;
  }
}
