package dev.okxguard.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The policy keys that are known but not enforced by this version. A file that asks for one denies
/// entries, since a limit that is not enforced must never look as if it were. A version that
/// enforces one moves it from here to [PolicyKeys].
enum Unenforced {
  LOOSEN_DELAY("policy", "loosen_delay", item -> PolicyValues.length(item).isZero()),
  MAX_DAILY_LOSS_RATIO("breakers", "max_daily_loss_ratio", _ -> false),
  MAX_DRAWDOWN("breakers", "max_drawdown", _ -> false),
  MAX_CONSECUTIVE_LOSSES("breakers", "max_consecutive_losses", _ -> false),
  COOLDOWN_MINUTES("breakers", "cooldown_minutes", _ -> false),
  MAX_MOVE("breakers", "max_move", _ -> false),
  MAX_MOVE_MINUTES("breakers", "max_move_minutes", _ -> false),
  RECONCILE_WITHIN_MINUTES(
      "require", "reconcile_within_minutes", item -> PolicyValues.count(item) == 0),
  ENFORCE("stage", "enforce", item -> !item.flag()),
  // These only shape what the keys above turn on, and promise nothing by themselves.
  DEMO_TRADES("stage", "demo_trades", whenValid(PolicyValues::count)),
  OBSERVE_DAYS("stage", "observe_days", whenValid(PolicyValues::count)),
  PROBATION_SIZE("stage", "probation_size", whenValid(PolicyValues::decimal)),
  PROBATION_TRADES("stage", "probation_trades", whenValid(PolicyValues::count));

  private final String section;
  private final String key;
  private final Predicate<Item> harmless;

  Unenforced(String section, String key, Predicate<Item> harmless) {
    this.section = section;
    this.key = key;
    this.harmless = harmless;
  }

  String section() {
    return section;
  }

  String key() {
    return key;
  }

  String dotted() {
    return section + "." + key;
  }

  /// Whether a file that says so asks for nothing this version fails to do.
  boolean harmless(Item item) {
    return harmless.test(item);
  }

  static Optional<Unenforced> of(String section, String key) {
    return Arrays.stream(values())
        .filter(it -> it.section.equals(section) && it.key.equals(key))
        .findFirst();
  }

  /// Harmless as long as the value means something; an [Invalid] one is told as such.
  private static Predicate<Item> whenValid(Consumer<Item> meaning) {
    return item -> {
      meaning.accept(item);
      return true;
    };
  }
}
