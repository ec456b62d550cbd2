package dev.okxguard.paper.engine;

import dev.okxguard.model.Side;
import java.util.Locale;

/// Who wanted a trade: the user, or one of the ways in which the exchange closes a position by
/// itself (OKX's `category` of an order, with the numbers of its bills).
enum Category {
  NORMAL("2", "1", "2", "5", "6"),
  FULL_LIQUIDATION("5", "106", "107", "104", "105"),
  ADL("9", "127", "128", "125", "126"),
  DELIVERY("3", "113", "112", "112", "113");

  private final String billType;
  private final String buy;
  private final String sell;
  private final String closeLong;
  private final String closeShort;

  Category(String billType, String buy, String sell, String closeLong, String closeShort) {
    this.billType = billType;
    this.buy = buy;
    this.sell = sell;
    this.closeLong = closeLong;
    this.closeShort = closeShort;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String billType() {
    return billType;
  }

  /// Whether the exchange did it without being asked; such trades bear no trading fee.
  boolean forced() {
    return this != NORMAL;
  }

  /// The subtype of a trade's bill; what opens a leg of long/short mode is always wanted.
  String subType(Terms terms) {
    boolean buys = terms.side() == Side.BUY;
    return switch (terms.posSide()) {
      case NET -> buys ? buy : sell;
      case LONG -> buys ? "3" : closeLong;
      case SHORT -> buys ? closeShort : "4";
    };
  }

  /// The type of a closed position in positions-history; a delivered one counts as closed.
  String whole() {
    return switch (this) {
      case NORMAL, DELIVERY -> "2";
      case FULL_LIQUIDATION -> "3";
      case ADL -> "6";
    };
  }

  /// The type of an open position that was last reduced so.
  String part() {
    return switch (this) {
      case NORMAL, DELIVERY -> "1";
      case FULL_LIQUIDATION -> "4";
      case ADL -> "5";
    };
  }
}
