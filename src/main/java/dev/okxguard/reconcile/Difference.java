package dev.okxguard.reconcile;

/// One thing that is not as it should be.
///
/// @param expected,actual as text: contracts, an amount of the currency, a word; "" for nothing
/// @param explanation what is known of how it came about
public record Difference(
    Kind kind,
    Severity severity,
    Subject subject,
    String expected,
    String actual,
    String explanation) {
  /// What makes it the same one the next time. An order that should not be there may be another one
  /// each time: a bot replaces its orders.
  Subject lasting() {
    return switch (kind) {
      case ORDER_FOREIGN, STOP_WRONG_SIDE, STOP_STRAY -> subject.whole();
      case POSITION,
          FLIPPED,
          GHOST,
          UNEXPECTED,
          BALANCE,
          ORDER_MISSING,
          ORDER_CHANGED,
          STOP_MISSING,
          STOP_SHORT,
          INTENT_UNRESOLVED,
          POS_MODE,
          ACCOUNT_LEVEL,
          LEVERAGE,
          PERMISSIONS ->
          subject;
    };
  }
}
