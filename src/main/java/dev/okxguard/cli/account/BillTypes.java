package dev.okxguard.cli.account;

/// Kinds of bill, by OKX's number.
final class BillTypes {
  private BillTypes() {}

  /// The number in words; one not known here as it came.
  static String title(String type) {
    return switch (type) {
      case "1" -> "transfer";
      case "2" -> "trade";
      case "3" -> "delivery";
      case "4" -> "forced repayment";
      case "5" -> "liquidation";
      case "6" -> "margin transfer";
      case "7" -> "interest";
      case "8" -> "funding fee";
      case "9" -> "deleveraging";
      case "22" -> "repayment";
      case "27" -> "conversion";
      case "30" -> "simple trade";
      case "34" -> "settlement";
      default -> type;
    };
  }
}
