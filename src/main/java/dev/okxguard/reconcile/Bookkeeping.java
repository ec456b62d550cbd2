package dev.okxguard.reconcile;

import dev.okxguard.model.Bill;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Order;
import dev.okxguard.model.TdMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what happened into the books. What is ours, and the exchange's regular business, moves
/// what is expected; everything else is put down as strange and moves nothing.
///
/// Legs move by fills, cash by bills. Reading the same once more counts it no more, and it does not
/// matter into which slices a history is cut, as long as each is read from [Books#unread] on.
public final class Bookkeeping {
  /// How long fills and bills may take to appear after the time that they bear.
  public static final Duration OVERLAP = Duration.ofMinutes(2);

  private final Books before;
  private final History history;
  private final Attribution attribution;
  private final Map<String, TdMode> modes;
  private final boolean whole;

  private Bookkeeping(Books before, History history, Ours ours, boolean whole) {
    this.before = before;
    this.whole = whole;
    this.history = history;
    this.attribution = Attribution.of(before, history, ours);
    this.modes = modes(history, before);
  }

  /// What counting came to.
  ///
  /// @param fills those of ours that were not counted before, oldest first
  /// @param regular what moved the account rightly without an order of ours
  record Tally(Books books, List<Fill> fills, Regular regular) {
    Tally {
      fills = List.copyOf(fills);
    }

    /// The same, one line each kind.
    List<String> explained() {
      return regular.lines();
    }
  }

  /// The books with that counted in, up to the end of its span.
  ///
  /// @throws Fault UNREACHABLE when the exchange shows a fill of contracts but neither its bill nor
  ///   its order, without which its leg is not known
  public static Books count(Books before, History history, Ours ours) {
    return tally(before, history, ours).books();
  }

  /// The same with what was found on the way.
  static Tally tally(Books before, History history, Ours ours) {
    return new Bookkeeping(before, history, ours, false).tally();
  }

  /// The same of what was asked for [#OVERLAP] after its span was over: nothing more shows there.
  static Tally whole(Books before, History history, Ours ours) {
    return new Bookkeeping(before, history, ours, true).tally();
  }

  /// Whether what bears that time can come up no more once everything up to `at` is counted.
  static boolean past(Instant time, Instant at) {
    return time.isBefore(at.minus(OVERLAP));
  }

  private Tally tally() {
    Instant to = history.span().to().isAfter(before.at()) ? history.span().to() : before.at();
    Posting posting = new Posting(before);
    List<Fill> ours = new ArrayList<>();
    List<Fill> fills = new ArrayList<>();
    boolean more = !whole;
    for (Fill fill : fresh()) {
      if (before.precedes(fill.time())) {
        fills.add(fill);
        continue;
      }
      if (fill.instType().contracts() && !modes.containsKey(fill.ordId())) {
        late(fill, to);
        more = true;
        continue;
      }
      Whose whose = attribution.of(fill);
      fills.add(fill);
      posting.post(fill, whose, Optional.ofNullable(modes.get(fill.ordId())));
      if (whose == Whose.OURS) {
        ours.add(fill);
      }
    }
    List<Bill> bills = freshBills();
    bills.stream()
        .filter(bill -> !before.precedes(bill.time()))
        .forEach(bill -> posting.post(bill, attribution.of(bill)));
    Recent recent = more ? before.recent().plus(fills, bills, to) : Recent.NONE.before(to);
    return new Tally(posting.books(to, recent), ours, posting.regular());
  }

  private List<Fill> fresh() {
    return history.fills().stream()
        .filter(fill -> !before.recent().has(fill) && !past(fill.time(), before.at()))
        .sorted(Comparator.comparing(Fill::time).thenComparing(Fill::billId))
        .toList();
  }

  private List<Bill> freshBills() {
    return history.bills().stream()
        .filter(bill -> !before.recent().has(bill) && !past(bill.time(), before.at()))
        .sorted(Comparator.comparing(Bill::time).thenComparing(Bill::billId))
        .toList();
  }

  /// A fill whose bill is not there yet waits for the next read, while that will show it again.
  private static void late(Fill fill, Instant to) {
    if (past(fill.time(), to)) {
      throw new Fault(
          ExitCode.UNREACHABLE,
          "the exchange shows a fill of order "
              + fill.ordId()
              + " on "
              + fill.instId()
              + " but neither its bill nor the order, so that its margin mode is not known",
          "run okx reconcile again; if it stays so, adopt the account as it is");
    }
  }

  private static Map<String, TdMode> modes(History history, Books before) {
    Map<String, TdMode> modes = new HashMap<>();
    before.orders().forEach((id, order) -> modes.put(id, order.tdMode()));
    for (Order order : history.orders().values()) {
      modes.put(order.ordId(), order.tdMode());
    }
    for (Bill bill : history.bills()) {
      if (!bill.ordId().isEmpty()) {
        bill.mgnMode().ifPresent(mode -> modes.put(bill.ordId(), mode));
      }
    }
    return modes;
  }
}
