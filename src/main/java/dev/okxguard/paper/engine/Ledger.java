package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Cash by currency, and a bill for every change of it: the bills of a currency add up to its
/// balance.
final class Ledger {
  /// One currency's cash.
  record Wallet(String ccy, BigDecimal cash, Instant updated) {}

  /// Why money moves.
  record Entry(String type, String subType, Optional<Bill.Cause> cause) {}

  private final TreeMap<String, Wallet> wallets = new TreeMap<>();
  private final List<Bill> bills = new ArrayList<>();
  private final Ids ids;
  private final Changes changes;

  Ledger(Ids ids, Changes changes) {
    this.ids = ids;
    this.changes = changes;
  }

  void load(Collection<Wallet> savedWallets) {
    savedWallets.forEach(wallet -> wallets.put(wallet.ccy(), wallet));
  }

  /// A bill that is on record.
  void load(Bill bill) {
    bills.add(bill);
  }

  BigDecimal cash(String ccy) {
    Wallet wallet = wallets.get(ccy);
    return wallet == null ? BigDecimal.ZERO : wallet.cash();
  }

  List<Wallet> wallets() {
    return List.copyOf(wallets.values());
  }

  /// Bills, oldest first.
  List<Bill> bills() {
    return Collections.unmodifiableList(bills);
  }

  /// Changes a balance and writes the bill.
  Bill post(Entry entry, String ccy, BigDecimal change, Instant now) {
    BigDecimal after = cash(ccy).add(change);
    wallets.put(ccy, new Wallet(ccy, after, now));
    Bill bill =
        new Bill(
            ids.next(now), entry.type(), entry.subType(), now, ccy, change, after, entry.cause());
    load(bill);
    changes.happened(bill);
    return bill;
  }

  void forget(Instant oldest) {
    Ended.drop(bills, bill -> bill.time().isBefore(oldest));
  }
}
