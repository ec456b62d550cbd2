package dev.okxguard.paper;

import java.util.List;

/// What the paper exchange does where OKX's behaviour is not certain, in words.
final class Choices {
  static final List<String> ALL =
      List.of(
          "A request is refused for the first failing check in this order: path, method, key"
              + " headers, timestamp, key, environment, passphrase, signature, rate, permission,"
              + " body.",
          "A timestamp exactly 30 seconds off is still accepted.",
          "A missing permission (50120) comes with HTTP 401.",
          "Rate limits are sliding windows per process; refused calls count.",
          "The price limit is a fixed 5 % around the index; OKX's moves with the premium.",
          "Funding is 0.01 % of the mark value every eight hours from 00:00 UTC, paid by long swap"
              + " positions to short ones; an isolated position pays out of its margin.",
          "A resting order fills in full as soon as the last price touches it.",
          "A reduce-only order larger than its position is refused.",
          "Stops attached to a contract order start when it ends with a fill, only ever reduce the"
              + " position, and are cancelled when it is closed by other means; those of a partly"
              + " filled order that is cancelled cover the filled part.",
          "Stops and resting orders are worked in the order in which prices reach them, to the"
              + " millisecond; at one moment resting orders fill before stops fire.",
          "Of the algo orders chase, twap and iceberg are refused; a trigger order or trailing stop"
              + " waits on the side of its price that the market was on when it was placed.",
          "Of two stops of one order that a price reaches at once the stop-loss fires.",
          "Take-profits that rest as limit orders (tpOrdKind limit), trigger ratios and trailing"
              + " stops attached to orders are refused.",
          "Money goes between the funding and the trading account at once; there is no other"
              + " account to transfer to. What paper fund brings and takes comes from and goes"
              + " outside.",
          "Margin positions are margined, and their fees and profits paid, in the quote currency;"
              + " another margin currency is refused (51130). Nothing is charged for what is"
              + " borrowed.",
          "A reduce-only margin buy that counts quote currency buys back what is owed and no more.",
          "Options cost what their underlying's spot price and the time left say, in a closed form"
              + " of its own at 60 % volatility; they have no price limit, no greeks, no TP/SL and"
              + " no reduce-only.",
          "Whoever sells options sets 15 % of the coins underneath aside and keeps 7.5 %; on"
              + " isolated margin the premium stays there, too. Their fee is at most 7 % of the"
              + " premium.",
          "At expiry options that pay are exercised at the index price of that moment, free of"
              + " charge; the others lapse.",
          "A margin ratio of 1 (equity against maintenance margin of the tier plus liquidation fee,"
              + " by mark price) first cancels the orders of that currency or isolated position,"
              + " then liquidates all positions that share the margin, in full, at their mark"
              + " prices; there is no partial liquidation. Maintenance margin and fee are kept as"
              + " penalty, as far as they are left; a loss beyond the margin is made good (bill"
              + " 110).",
          "At one moment resting orders fill and stops fire before anything is liquidated.",
          "Position tiers set the maintenance margin; they do not cap leverage or size at entry.",
          "A futures contract is delivered at the index price of its expiry, free of charge; its"
              + " orders are cancelled. OKX takes the last hour's average.",
          "Auto-deleveraging happens only on command (okx paper adl), at the mark price, free of"
              + " charge.",
          "A key works in both the live and the demo environment unless bound to one.",
          "After their delivery date futures stay listed as expired; a reset lists new ones.",
          "A price set by hand while the account holds nothing but dollars and nothing waits counts"
              + " as that of the last six hours as well, so that candles show no move; otherwise"
              + " it is a move.",
          "An order's clOrdId may be used again once it is final, as on OKX: nothing protects a"
              + " naive repeat.");

  private Choices() {}
}
