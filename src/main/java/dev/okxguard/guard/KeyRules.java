package dev.okxguard.guard;

import dev.okxguard.model.Environment;

/// What the key itself may be and do. Whether it can withdraw matters anywhere; binding and
/// sub-account only where money is real, since demo and paper keys have neither.
final class KeyRules {
  private KeyRules() {}

  /// A key that trades must not move money out.
  record NoWithdrawKey() implements Rule {
    @Override
    public String name() {
      return "no_withdraw_key";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.noWithdrawKey());
    }

    @Override
    public Finding look(Situation order) {
      if (!order.policy().noWithdrawKey()) {
        return new Finding.Skipped("off");
      }
      return verdict(
          !order.config().canWithdraw(),
          "WITHDRAW_KEY",
          "withdraw",
          "the key may withdraw; allowed: a key without that permission");
    }
  }

  /// A live key is bound to addresses.
  record IpBinding() implements Rule {
    @Override
    public String name() {
      return "ip_binding";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.ipBinding());
    }

    @Override
    public Finding look(Situation order) {
      if (!order.policy().ipBinding() || !live(order)) {
        return new Finding.Skipped("off or not live");
      }
      return verdict(
          !order.config().ip().isEmpty(),
          "UNBOUND_KEY",
          "unbound",
          "the key works from any address; allowed: a key bound to an IP address");
    }
  }

  /// A live key belongs to a sub-account.
  record SubAccount() implements Rule {
    @Override
    public String name() {
      return "sub_account";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.subAccount());
    }

    @Override
    public Finding look(Situation order) {
      if (!order.policy().subAccount() || !live(order)) {
        return new Finding.Skipped("off or not live");
      }
      return verdict(
          !order.config().main(),
          "MAIN_ACCOUNT",
          "main account",
          "the key belongs to the main account; allowed: a sub-account's key");
    }
  }

  private static boolean live(Situation order) {
    return order.facts().environment() == Environment.LIVE;
  }

  private static Finding verdict(boolean good, String code, String bad, String message) {
    return good ? new Finding.Within("ok") : new Finding.Beyond(code, bad, message);
  }
}
