package dev.okxguard.guard;

import dev.okxguard.model.MissingRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Collects what the rules say about one order, or about any entry.
final class Verdicts {
  private final boolean entry;
  private final Policy policy;
  private final List<Judgement.Check> checks = new ArrayList<>();
  private final List<Denial> denials = new ArrayList<>();
  private final Map<String, List<String>> missing = new LinkedHashMap<>();

  /// @param entry whether what is judged may add exposure
  Verdicts(boolean entry, Policy policy) {
    this.entry = entry;
    this.policy = policy;
  }

  /// Lets the rule look, unless the order is an exit and the rule is for entries.
  void take(Rule rule, Supplier<Finding> look) {
    if (!entry && !rule.bindsExits()) {
      check(rule, "exit", "skipped");
      return;
    }
    try {
      note(rule, look.get());
    } catch (MissingDatum | MissingRate e) {
      unknown(rule, e.getMessage());
    } catch (RuntimeException e) {
      unknown(rule, "usable data for " + rule.name());
    }
  }

  List<Judgement.Check> checks() {
    return checks;
  }

  /// What the rules denied, in their order, then what was missing.
  List<Denial> denials() {
    List<Denial> all = new ArrayList<>(denials);
    missing.forEach((datum, rules) -> all.add(missing(datum, rules)));
    return all;
  }

  private void note(Rule rule, Finding finding) {
    switch (finding) {
      case Finding.Within(var value) -> check(rule, value, "ok");
      case Finding.Skipped(var why) -> check(rule, why, "skipped");
      case Finding.Beyond(var code, var value, var message) -> {
        check(rule, value, "denied");
        denials.add(new Denial(rule.name(), code, rule.limit(policy), value, message));
      }
    }
  }

  private void unknown(Rule rule, String datum) {
    if (entry) {
      check(rule, "", "denied");
      missing.computeIfAbsent(datum, _ -> new ArrayList<>()).add(rule.name());
    } else {
      check(rule, "unknown", "skipped");
    }
  }

  private void check(Rule rule, String value, String verdict) {
    checks.add(new Judgement.Check(rule.name(), rule.limit(policy), value, verdict));
  }

  private static Denial missing(String datum, List<String> rules) {
    String message =
        "missing: " + datum + " (needed by " + String.join(", ", rules) + "); entries need it";
    return new Denial("data", "MISSING_DATA", "", "", message);
  }
}
