package dev.okxguard.paper.engine;

import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Whether the stops an order carries make sense for it (OKX V5, error codes 51044 to 51053, 51100
/// and 51333).
final class AttachChecks {
  /// Refusals of a buy, each for a take-profit and a stop-loss; a sell's codes are two higher.
  private static final int AGAINST_PRICE = 51046;

  private static final int AGAINST_MARKET = 51050;
  private static final int SELL = 2;

  private AttachChecks() {}

  static OwnOrder pass(OwnOrder order, Check.Request request) {
    Terms terms = order.terms();
    if (terms.attached().isEmpty()) {
      return order;
    }
    refuseClosing(terms);
    if (terms.spot()
        && terms.ordType() == OrdType.MARKET
        && terms.quoteSized() != (terms.side() == Side.BUY)) {
      throw Refused.because("51044", "TP/SL does not go with this order");
    }
    SplitRules.pass(terms, request.instrument());
    terms.attached().forEach(attached -> refuseWrongSide(attached, terms, request));
    return order;
  }

  private static void refuseClosing(Terms terms) {
    if (terms.reduceOnly()) {
      throw Refused.because("51100", "Can't place TP/SL with a reduce-only order.");
    }
    if (terms.closesOnly()) {
      throw Refused.because("51333", "Closing orders can't carry TP/SL.");
    }
  }

  private static void refuseWrongSide(Attached attached, Terms terms, Check.Request request) {
    BigDecimal reference = terms.px().orElseGet(() -> market(terms.side(), request));
    int codes =
        (terms.px().isPresent() ? AGAINST_PRICE : AGAINST_MARKET)
            + (terms.side() == Side.SELL ? SELL : 0);
    List<Optional<Target>> legs = List.of(attached.tp(), attached.sl());
    for (int i = 0; i < legs.size(); i++) {
      Optional<Target> wrong = legs.get(i).filter(target -> target.reached(reference));
      if (wrong.isPresent()) {
        throw Refused.because(Integer.toString(codes + i), words(i == 0, wrong.get(), terms));
      }
    }
  }

  private static String words(boolean takeProfit, Target target, Terms terms) {
    return (takeProfit ? "Take profit" : "Stop loss")
        + " trigger price must be "
        + (target.rising() ? "higher" : "lower")
        + " than the "
        + (terms.px().isPresent()
            ? "order price."
            : terms.side() == Side.BUY ? "best ask price." : "best bid price.");
  }

  private static BigDecimal market(Side side, Check.Request request) {
    Session session = request.session();
    return session
        .best(request.instrument(), side)
        .orElseGet(() -> session.prices(request.instrument()).last());
  }
}
