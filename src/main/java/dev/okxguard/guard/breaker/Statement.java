package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Span;
import java.util.List;

/// Changes of balances, as far as one look reads them.
///
/// @param bills newest first
/// @param unread of which spans they are missing, newest first: there were too many for one look
public record Statement(List<Bill> bills, List<Span> unread) {
  public Statement {
    unread = List.copyOf(unread);
  }

  /// One of which nothing is missing.
  public static Statement whole(List<Bill> bills) {
    return new Statement(bills, List.of());
  }
}
