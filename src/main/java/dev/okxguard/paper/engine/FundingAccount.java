package dev.okxguard.paper.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Money out of reach of trading, and its way there and back. It begins empty: all paper money
/// comes into the trading account.
final class FundingAccount {
  /// How long a transfer is shown.
  private static final Duration SHOWN = Duration.ofDays(30);

  /// Money that went between the funding and the trading account.
  ///
  /// @param change of the funding account: negative when the money went to trade
  /// @param bal what was in the funding account afterwards
  record Transfer(
      String transId, String clientId, String ccy, BigDecimal change, BigDecimal bal, Instant time)
      implements Recorded {}

  private final TreeMap<String, BigDecimal> balances = new TreeMap<>();
  private final List<Transfer> transfers = new ArrayList<>();
  private final Changes changes;

  FundingAccount(Changes changes) {
    this.changes = changes;
  }

  void load(Map<String, BigDecimal> savedBalances) {
    balances.putAll(savedBalances);
  }

  Map<String, BigDecimal> balances() {
    return Map.copyOf(balances);
  }

  BigDecimal of(String ccy) {
    return balances.getOrDefault(ccy, BigDecimal.ZERO);
  }

  /// Transfers, oldest first.
  List<Transfer> transfers() {
    return Collections.unmodifiableList(transfers);
  }

  void book(Transfer transfer) {
    balances.put(transfer.ccy(), transfer.bal());
    load(transfer);
    changes.happened(transfer);
  }

  /// A transfer that is on record.
  void load(Transfer transfer) {
    transfers.add(transfer);
  }

  void forget(Instant now) {
    Ended.drop(transfers, transfer -> transfer.time().isBefore(now.minus(SHOWN)));
  }
}
