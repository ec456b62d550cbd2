package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of balances in short: each transfer, and between two of them what the UTC day's other
/// bills come to in each currency. An unread span may hold a transfer, so that no sum reaches over
/// one.
final class DayChanges {
  private static final String MARGIN_MOVE = "6";

  /// What the exchange keeps of a liquidated position: neither profit nor fee says it.
  private static final String PENALTY = "111";

  /// What sums are filed as.
  private static final String TRADE = "2";

  private final Instant midnight;
  private final Deque<Span> unread;
  private final List<Bill> all = new ArrayList<>();
  private final Map<String, Bill> sums = new LinkedHashMap<>();

  private DayChanges(Instant midnight, List<Span> unread) {
    this.midnight = midnight;
    this.unread = new ArrayDeque<>(unread);
  }

  /// Those of the look until then, newest first; transfers from the marks on.
  static List<Bill> of(Look look, Instant until) {
    DayChanges changes = new DayChanges(until.truncatedTo(ChronoUnit.DAYS), look.unread());
    Instant marks = look.marks().map(Marks::at).orElse(until);
    look.told().stream()
        .filter(bill -> !bill.time().isAfter(until))
        .filter(bill -> !bill.time().isBefore(changes.midnight) || !bill.time().isBefore(marks))
        .forEach(changes::add);
    changes.close();
    return changes.all;
  }

  private void add(Bill bill) {
    while (!unread.isEmpty() && bill.time().isBefore(unread.getFirst().from())) {
      close();
      unread.removeFirst();
    }
    if (bill.transfer()) {
      close();
      all.add(bill);
    } else if (!bill.time().isBefore(midnight)) {
      sums.merge(bill.ccy(), sum(bill, result(bill)), (a, b) -> sum(a, a.balChg().add(b.balChg())));
    }
  }

  private void close() {
    sums.values().stream().filter(sum -> sum.balChg().signum() != 0).forEach(all::add);
    sums.clear();
  }

  /// A contract's bill may move margin as well, a coin's says all in the balance.
  static BigDecimal result(Bill bill) {
    boolean contract = !bill.instId().isEmpty() && InstType.byForm(bill.instId()).contracts();
    if (bill.type().equals(MARGIN_MOVE)) {
      return BigDecimal.ZERO;
    }
    boolean penalty = bill.subType().equals(PENALTY);
    return contract && !penalty ? bill.pnl().add(bill.fee()) : bill.balChg();
  }

  /// Filed under the newest bill in it.
  private static Bill sum(Bill newest, BigDecimal sum) {
    return new Bill(
        newest.billId(),
        TRADE,
        "",
        newest.ccy(),
        sum,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        "",
        "",
        "",
        "",
        Optional.empty(),
        newest.time());
  }
}
