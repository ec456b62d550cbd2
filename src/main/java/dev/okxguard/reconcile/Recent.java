package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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

  /// With that counted, too: what of it all could come up again once everything up to then is.
  Recent plus(List<Fill> moreFills, List<Bill> moreBills, Instant at) {
    return new Recent(
        late(fills, moreFills, Fill::billId, Fill::time, at),
        late(bills, moreBills, Bill::billId, Bill::time, at));
  }

  private static <T> Map<String, Instant> late(
      Map<String, Instant> known,
      List<T> more,
      Function<T, String> id,
      Function<T, Instant> time,
      Instant at) {
    Map<String, Instant> late = new HashMap<>(known);
    late.values().removeIf(then -> Bookkeeping.past(then, at));
    for (T one : more) {
      if (!Bookkeeping.past(time.apply(one), at)) {
        late.put(id.apply(one), time.apply(one));
      }
    }
    return late;
  }
}
