package dev.okxguard.cli.config;

import dev.okxguard.config.NewProfile;
import dev.okxguard.console.Page;
import dev.okxguard.model.AccountConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Whose key it is and what it may do, with what speaks against using it.
///
/// @param account as OKX answered that key
record KeyView(NewProfile profile, AccountConfig account) {

  void write(Page page) {
    page.gap().line(page.palette().good("OKX accepts the key:")).pairs(pairs()).gap();
    warnings().forEach(text -> page.line(page.palette().warn("Warning: " + text)));
  }

  /// `main` or `sub-account`.
  String kind() {
    return account.main() ? "main" : "sub-account";
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (account.canWithdraw()) {
      warnings.add(
          "THIS KEY CAN WITHDRAW: whoever gets hold of it can empty the account. Delete it at OKX"
              + " and make one without that permission.");
    }
    if (account.ip().isEmpty()) {
      warnings.add(
          "this key is bound to no IP address: whoever gets hold of it can use it from anywhere."
              + " Bind it to this computer's address at OKX."
              + (profile.demo() ? "" : " Unbound, it expires after 14 days without use."));
    }
    if (account.main()) {
      warnings.add(
          "this key belongs to the main account: a mistake can reach all that is in it. Use a key"
              + " of a sub-account that holds only what is to be traded.");
    }
    return warnings;
  }

  private Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("uid", account.uid());
    pairs.put("label", account.label());
    pairs.put("account", kind());
    pairs.put("perm", String.join(", ", new TreeSet<>(account.perm())));
    pairs.put("ip", account.ip().isEmpty() ? "none" : String.join(", ", account.ip()));
    return pairs;
  }
}
