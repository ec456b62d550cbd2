package dev.okxguard.guard;

import dev.okxguard.model.Instrument;
import java.util.Set;
import java.util.TreeSet;

/// Which instruments and directions are traded at all.
final class ScopeRules {
  private ScopeRules() {}

  /// The instrument is on the list; an empty list means all.
  record Instruments() implements Rule {
    @Override
    public String name() {
      return "instruments";
    }

    @Override
    public String limit(Policy policy) {
      return policy.instruments().isEmpty() ? "all" : list(policy.instruments());
    }

    @Override
    public Finding look(Situation order) {
      Policy policy = order.policy();
      String value = order.draft().instId();
      boolean listed = policy.instruments().isEmpty() || policy.instruments().contains(value);
      return member(listed, "INSTRUMENT", value, limit(policy));
    }
  }

  /// The type is on the list, by the exchange's own record; spot on credit counts as margin.
  record InstTypes() implements Rule {
    @Override
    public String name() {
      return "inst_types";
    }

    @Override
    public String limit(Policy policy) {
      return list(policy.instTypes());
    }

    @Override
    public Finding look(Situation order) {
      String value = order.countsAs().name();
      Set<String> allowed = order.policy().instTypes();
      boolean listed = allowed.contains(value) && genuine(order);
      return member(listed, "INSTRUMENT_TYPE", value, limit(order.policy()));
    }

    /// Margin is traded on the spot instrument's record.
    private static boolean genuine(Situation order) {
      Instrument instrument = order.instrument();
      return order.draft().instType().contracts()
          ? instrument.instType() == order.draft().instType()
          : !instrument.instType().contracts();
    }
  }

  /// The direction is on the list.
  record Sides() implements Rule {
    @Override
    public String name() {
      return "sides";
    }

    @Override
    public String limit(Policy policy) {
      return list(policy.sides());
    }

    @Override
    public Finding look(Situation order) {
      String value = order.draft().side().word();
      boolean listed = order.policy().sides().contains(value);
      return member(listed, "SIDE", value, limit(order.policy()));
    }
  }

  /// The instrument trades normally.
  record InstrumentState() implements Rule {
    @Override
    public String name() {
      return "instrument_state";
    }

    @Override
    public String limit(Policy policy) {
      return "live";
    }

    @Override
    public Finding look(Situation order) {
      String state = order.instrument().state();
      return member(state.equals("live"), "INSTRUMENT_STATE", state, "live");
    }
  }

  private static Finding member(boolean listed, String code, String value, String limit) {
    return listed
        ? new Finding.Within(value)
        : new Finding.Beyond(code, value, value + " is not allowed; allowed: " + limit);
  }

  private static String list(Set<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", new TreeSet<>(words));
  }
}
