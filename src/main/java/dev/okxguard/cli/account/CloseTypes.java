package dev.okxguard.cli.account;

import dev.okxguard.cli.option.Words;

/// How a position ended, by OKX's number.
final class CloseTypes extends Words {
  CloseTypes() {
    super("1", "2", "3", "4", "5", "6");
  }

  /// The number in words; a number OKX added later as it came.
  static String title(String type) {
    return switch (type) {
      case "1" -> "partly closed";
      case "2" -> "closed";
      case "3" -> "liquidated";
      case "4" -> "partly liquidated";
      case "5" -> "partly deleveraged";
      case "6" -> "deleveraged";
      default -> type;
    };
  }
}
