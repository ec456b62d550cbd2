package dev.okxguard.reconcile;

import dev.okxguard.journal.OpenIntent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What one look at the account came to.
///
/// @param proven whether the exchange's own record shows, too, how it came about: then it stands
///   although the account moved meanwhile
/// @param checked how many of each thing were held side by side
/// @param at of the look, by the exchange's clock
/// @param record puts on record what the look counted, with a verdict, when it is the last one
record Compared(
    List<Difference> differences,
    Predicate<Difference> proven,
    List<OpenIntent> openIntents,
    Map<String, Integer> checked,
    Instant at,
    Yardstick.Recorder record) {
  Compared {
    differences = List.copyOf(differences);
    openIntents = List.copyOf(openIntents);
    checked = new LinkedHashMap<>(checked);
  }

  /// Only what stands although the account moved.
  List<Difference> standing() {
    return differences.stream().filter(proven).toList();
  }
}
