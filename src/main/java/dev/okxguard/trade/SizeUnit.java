package dev.okxguard.trade;

import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;

/// What the `sz` of an order will count.
///
/// @param quote whether it counts quote currency, rather than contracts or base currency
/// @param tgtCcy how OKX is told
record SizeUnit(boolean quote, String tgtCcy) {
  static final BigDecimal CENT = new BigDecimal("0.01");

  /// The step of coin amounts that are no size of their own.
  static final BigDecimal COIN_STEP = new BigDecimal("0.00000001");

  /// What amounts of that quote currency are rounded down to.
  static BigDecimal step(String quoteCcy) {
    return UsdRates.dollar(quoteCcy) ? CENT : COIN_STEP;
  }

  /// The unit that comes nearest to what was said. Only market orders of spot have a choice, and
  /// OKX takes an attached stop, or a margin order, in the default unit alone: quote currency for a
  /// buy, base currency for a sale.
  static SizeUnit of(OrderDraft draft, Size said) {
    if (draft.instType().contracts() || draft.ordType() != OrdType.MARKET) {
      return new SizeUnit(false, draft.tgtCcy());
    }
    if (!draft.tgtCcy().isEmpty()) {
      return new SizeUnit(draft.tgtCcy().equals("quote_ccy"), draft.tgtCcy());
    }
    if (draft.side() == Side.SELL) {
      return new SizeUnit(false, "");
    }
    boolean cash = draft.tdMode() == TdMode.CASH;
    if (cash && draft.stop().isEmpty() && said instanceof Size.Base) {
      return new SizeUnit(false, "base_ccy");
    }
    return new SizeUnit(true, cash ? "quote_ccy" : "");
  }
}
