package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Environment;

/// What the key itself may be and do. Whether it can withdraw matters anywhere; binding and
/// sub-account only where money is real, since demo and paper keys have neither.
final class KeyRules {
  private KeyRules() {}

  /// A key that trades must not move money out.
  record NoWithdrawKey() implements AccountRule {
    @Override
    public String name() {
      return "no_withdraw_key";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.noWithdrawKey());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      if (!policy.noWithdrawKey()) {
        return new Finding.Skipped("off");
      }
      return verdict(
          !config(facts).canWithdraw(),
          "WITHDRAW_KEY",
          "withdraw",
          "the key may withdraw; allowed: a key without that permission");
    }
  }

  /// A live key is bound to addresses.
  record IpBinding() implements AccountRule {
    @Override
    public String name() {
      return "ip_binding";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.ipBinding());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      if (!policy.ipBinding() || !live(facts)) {
        return new Finding.Skipped("off or not live");
      }
      return verdict(
          !config(facts).ip().isEmpty(),
          "UNBOUND_KEY",
          "unbound",
          "the key works from any address; allowed: a key bound to an IP address");
    }
  }

  /// A live key belongs to a sub-account.
  record SubAccount() implements AccountRule {
    @Override
    public String name() {
      return "sub_account";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.subAccount());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      if (!policy.subAccount() || !live(facts)) {
        return new Finding.Skipped("off or not live");
      }
      return verdict(
          !config(facts).main(),
          "MAIN_ACCOUNT",
          "main account",
          "the key belongs to the main account; allowed: a sub-account's key");
    }
  }

  private static boolean live(Facts facts) {
    return facts.environment() == Environment.LIVE;
  }

  private static AccountConfig config(Facts facts) {
    return AccountRule.have(facts.config(), "account configuration");
  }

  private static Finding verdict(boolean good, String code, String bad, String message) {
    return good ? new Finding.Within("ok") : new Finding.Beyond(code, bad, message);
  }
}
