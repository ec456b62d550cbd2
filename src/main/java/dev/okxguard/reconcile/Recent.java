package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What was counted last, so that reading it once more counts it no more. A fill and a bill may
/// have the same number.
///
/// @param all everything that happened before then is counted, also what shows later: the account
///   was taken as it was; empty where that is too long ago to matter
/// @param fills,bills when each happened, by its bill id
record Recent(Optional<Instant> all, Map<String, Instant> fills, Map<String, Instant> bills) {
  static final Recent NONE = new Recent(Optional.empty(), Map.of(), Map.of());

  Recent {
    fills = Collections.unmodifiableMap(new TreeMap<>(fills));
    bills = Collections.unmodifiableMap(new TreeMap<>(bills));
  }

  /// The same with all that happened before then.
  Recent before(Instant then) {
    return new Recent(Optional.of(then), fills, bills);
  }

  boolean has(Fill fill) {
    return fills.containsKey(fill.billId()) || passed(fill.time());
  }

  boolean has(Bill bill) {
    return bills.containsKey(bill.billId()) || passed(bill.time());
  }

  private boolean passed(Instant time) {
    return all.filter(time::isBefore).isPresent();
  }

  /// With that counted, too: what of it all could come up again once everything up to then is.
  Recent plus(List<Fill> moreFills, List<Bill> moreBills, Instant at) {
    return new Recent(
        all.filter(then -> !Bookkeeping.past(then, at)),
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
