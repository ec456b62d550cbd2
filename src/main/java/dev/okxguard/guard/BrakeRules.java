package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Environment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// What is on record about the account and stands in the way of entries, whatever the order.
final class BrakeRules {
  private BrakeRules() {}

  /// What stands against anything that is not an exit.
  static List<Denial> reducing(Brakes brakes) {
    return brakes
        .reducing()
        .map(TradingState::denied)
        .map(it -> new Denial("trading_state", it.code(), "active", it.value(), it.message()))
        .stream()
        .toList();
  }

  /// Trading is narrowed to exits. Whether an order is one is judged by arithmetic on what is held.
  record TradingState() implements AccountRule {
    @Override
    public String name() {
      return "trading_state";
    }

    @Override
    public String limit(Policy policy) {
      return "active";
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      return facts
          .brakes()
          .reducing()
          .<Finding>map(TradingState::denied)
          .orElseGet(() -> new Finding.Within("active"));
    }

    private static Finding.Beyond denied(String why) {
      return new Finding.Beyond(
          "REDUCING",
          "reducing",
          "only what reduces a position may go: " + why + "; a person ends that: okx guard resume");
    }
  }

  /// The account is set as it was when this program first saw it, or set it.
  record AccountMode() implements AccountRule {
    @Override
    public String name() {
      return "account_mode";
    }

    @Override
    public String limit(Policy policy) {
      return "as first seen";
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      Brakes brakes = facts.brakes();
      AccountConfig config = AccountRule.have(facts.config(), "account configuration");
      String now = text(config.posMode().word(), config.acctLv().code());
      String pinned =
          text(
              brakes.posMode().orElse(config.posMode().word()),
              brakes.acctLv().orElse(config.acctLv().code()));
      return now.equals(pinned)
          ? new Finding.Within(now)
          : new Finding.Beyond(
              "ACCOUNT_MODE",
              now,
              "the account was set to "
                  + pinned
                  + " and is set to "
                  + now
                  + " by another hand; set it back, or a person accepts it: okx reconcile adopt");
    }

    private static String text(String posMode, String acctLv) {
      return posMode + ", acctLv " + acctLv;
    }
  }

  /// Expected and actual agreed not long ago.
  record ReconcileAge() implements AccountRule {
    @Override
    public String name() {
      return "reconcile_within_minutes";
    }

    @Override
    public String limit(Policy policy) {
      return String.valueOf(policy.reconcileWithinMinutes());
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      Brakes brakes = facts.brakes();
      int minutes = policy.reconcileWithinMinutes();
      if (minutes == 0) {
        return new Finding.Skipped("off");
      }
      if (brakes.reconciled().isEmpty()) {
        return stale("none", "the last reconcile was not clean, or there was none", minutes);
      }
      Duration age = Duration.between(brakes.reconciled().get(), facts.serverTime());
      String value = Decimals.text(BigDecimal.valueOf(age.toSeconds())) + " s";
      if (age.isNegative()) {
        return stale(value, "the last reconcile lies in the future, so a clock is wrong", minutes);
      }
      return age.compareTo(Duration.ofMinutes(minutes)) <= 0
          ? new Finding.Within(value)
          : stale(value, "the last clean reconcile is " + value + " old", minutes);
    }

    private static Finding stale(String value, String what, int minutes) {
      return new Finding.Beyond(
          "RECONCILE_AGE",
          value,
          what + "; allowed: a clean okx reconcile within " + minutes + " minutes");
    }
  }

  /// A live account has come so far that it may trade.
  record StageReached() implements AccountRule {
    @Override
    public String name() {
      return "stage";
    }

    @Override
    public String limit(Policy policy) {
      return policy.stage().enforce() ? "probation or full" : "not enforced";
    }

    @Override
    public Finding look(Facts facts, Policy policy) {
      if (!policy.stage().enforce() || facts.environment() != Environment.LIVE) {
        return new Finding.Skipped("not enforced here");
      }
      Stage reached = facts.brakes().stage();
      String stage = reached.word();
      return switch (reached) {
        case DEMO, OBSERVE ->
            new Finding.Beyond(
                "STAGE",
                stage,
                "live entries are denied at stage "
                    + stage
                    + "; okx guard stage says what the"
                    + " next one takes");
        case PROBATION, FULL -> new Finding.Within(stage);
      };
    }
  }

  /// On probation orders are tiny.
  record ProbationSize() implements Rule {
    @Override
    public String name() {
      return "probation_size";
    }

    @Override
    public String limit(Policy policy) {
      return Shown.usdLimit(policy.stage().probationSize());
    }

    @Override
    public Finding look(Situation order) {
      Policy policy = order.policy();
      boolean binds =
          policy.stage().enforce()
              && order.facts().environment() == Environment.LIVE
              && order.facts().brakes().stage() == Stage.PROBATION;
      if (!binds) {
        return new Finding.Skipped("not on probation");
      }
      BigDecimal usd = Worth.usd(order);
      String value = Shown.usd(usd);
      return usd.compareTo(policy.stage().probationSize()) <= 0
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "PROBATION_SIZE",
              value,
              "the order is worth " + value + "; allowed on probation: " + limit(policy));
    }
  }
}
