package dev.okxguard.trade;

/// What an intent without an outcome turned out to be.
///
/// @param word the journal's: `accepted`, `not_sent`, or `unknown` when it still is
/// @param ordId the order, "" when there is none
/// @param remark how it is known, or why not
public record Resolved(
    String intentId, String action, String instId, String word, String ordId, String remark) {

  /// Whether its fate is known now.
  public boolean settled() {
    return !word.equals(Outcomes.UNKNOWN);
  }
}
