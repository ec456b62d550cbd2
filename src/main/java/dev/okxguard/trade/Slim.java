package dev.okxguard.trade;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.okx.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills and bills with what the breakers count by and no more of it, and equal values held once:
/// there may be a hundred thousand.
final class Slim {
  private final Map<Object, Object> known = new HashMap<>();

  private Slim() {}

  /// Newest first.
  static List<Fill> fills(Exchange exchange, Instant since) {
    Slim slim = new Slim();
    List<Fill> fills = new ArrayList<>();
    exchange.eachFill(since, fill -> fills.add(slim.of(fill)));
    return fills;
  }

  /// Newest first.
  static List<Bill> bills(Exchange exchange, Instant since) {
    Slim slim = new Slim();
    List<Bill> bills = new ArrayList<>();
    exchange.eachBill(since, bill -> bills.add(slim.of(bill)));
    return bills;
  }

  private Fill of(Fill fill) {
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

  private Bill of(Bill bill) {
    return new Bill(
        bill.billId(),
        once(bill.type()),
        "",
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
