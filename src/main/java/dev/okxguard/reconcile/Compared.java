package dev.okxguard.reconcile;

import dev.okxguard.journal.OpenIntent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one look at the account came to.
///
/// @param checked how many of each thing were held side by side
/// @param instruments held or ordered
/// @param at of the look, by the exchange's clock
/// @param record puts on record what the look counted, with a verdict, when it is the last one
record Compared(
    List<Difference> differences,
    List<OpenIntent> openIntents,
    Map<String, Integer> checked,
    Set<String> instruments,
    Instant at,
    Yardstick.Recorder record) {
  Compared {
    differences = List.copyOf(differences);
    openIntents = List.copyOf(openIntents);
    checked = new LinkedHashMap<>(checked);
  }
}
