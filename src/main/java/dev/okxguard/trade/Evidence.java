package dev.okxguard.trade;

import dev.okxguard.guard.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What speaks for an account's next stage and what is missing, read from the exchange at that
/// moment.
///
/// @param stage the account is at
/// @param since when it was promoted to it, by the exchange's clock; empty at the first stage
/// @param at the exchange's clock when this was read
/// @param items empty at the last stage
public record Evidence(Stage stage, Optional<Instant> since, Instant at, List<Item> items) {
  public Evidence {
    items = List.copyOf(items);
  }

  /// One thing that the next stage takes.
  ///
  /// @param wanted in words
  /// @param found what was measured
  public record Item(String wanted, String found, boolean met) {
    @Override
    public String toString() {
      return wanted + ": " + found;
    }
  }

  /// Whether the next stage may be granted.
  public boolean enough() {
    return stage.next().isPresent() && items.stream().allMatch(Item::met);
  }

  /// In one line, for the record.
  public String text() {
    return items.stream().map(Item::toString).collect(Collectors.joining("; "));
  }
}
