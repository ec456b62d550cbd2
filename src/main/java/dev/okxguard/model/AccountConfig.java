package dev.okxguard.model;

import java.util.List;
import java.util.Set;

/// What a key and its account are allowed and set to (`GET /api/v5/account/config`).
///
/// @param perm of `read_only`, `trade`, `withdraw`
/// @param spotBorrow whether OKX lends in spot mode what an order lacks
/// @param ip addresses the key is bound to; empty when unbound
public record AccountConfig(
    String uid,
    String mainUid,
    AccountLevel acctLv,
    PosMode posMode,
    boolean spotBorrow,
    Set<String> perm,
    List<String> ip,
    String label) {

  public AccountConfig {
    perm = Set.copyOf(perm);
    ip = List.copyOf(ip);
  }

  /// Whether the key belongs to the master account rather than a sub-account.
  public boolean main() {
    return uid.equals(mainUid);
  }

  /// Whether the key may move money out.
  public boolean canWithdraw() {
    return perm.contains("withdraw");
  }

  /// Whether the key may place orders.
  public boolean canTrade() {
    return perm.contains("trade");
  }
}
