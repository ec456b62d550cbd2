package dev.okxguard.reconcile;

import java.util.Optional;

/// OKX's reasons for cancelling an order by itself (`cancelSource`, OKX V5).
final class CancelSource {
  private CancelSource() {}

  /// In words; empty for a user's cancel and for what this version does not know.
  static Optional<String> words(String code) {
    return switch (code) {
      case "0" -> Optional.of("by the system");
      case "2", "3", "4" -> Optional.of("margin and borrowing limits");
      case "6" -> Optional.of("auto-deleveraging");
      case "7", "10" -> Optional.of("delivery or expiry");
      case "9" -> Optional.of("funding fee");
      case "13" -> Optional.of("fill-or-kill could not fill at once");
      case "14" -> Optional.of("the rest of an immediate-or-cancel order");
      case "15", "27", "43", "45" -> Optional.of("price limits");
      case "17", "21" -> Optional.of("its position is closed");
      case "20" -> Optional.of("the countdown of cancel-all-after ran out");
      case "22", "23" -> Optional.of("displaced by other reduce-only orders");
      case "31" -> Optional.of("post-only would have taken");
      case "32" -> Optional.of("self-trade prevention");
      case "33" -> Optional.of("too many matches at once");
      case "36", "37" -> Optional.of("its stop-loss fired or was cancelled");
      case "38", "39" -> Optional.of("market maker protection");
      case "42" -> Optional.of("a chase order went too far");
      case "44" -> Optional.of("auto conversion");
      case "46" -> Optional.of("delta reducing");
      default -> Optional.empty();
    };
  }
}
