package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.paper.market.PriceBand;
import java.math.BigDecimal;

/// Price step, price limits, and whether there is anything to trade with.
final class PriceChecks {
  private PriceChecks() {}

  static OwnOrder tick(OwnOrder order, Check.Request request) {
    order
        .terms()
        .px()
        .filter(px -> !Decimals.isMultiple(px, request.instrument().tickSz()))
        .ifPresent(
            px -> {
              throw Refused.because("51150", "px is off its tick");
            });
    return order;
  }

  /// Refuses a price beyond the limit, or moves it there with `pxAmendType` 1. Options have none.
  static OwnOrder band(OwnOrder order, Check.Request request) {
    if (Options.option(request.instrument())) {
      return order;
    }
    PriceBand band = request.session().band(request.instrument());
    Side side = order.terms().side();
    if (order.terms().px().map(px -> band.allows(side, px)).orElse(true)) {
      return order;
    }
    BigDecimal edge = band.edge(side);
    if (request.body().textOrEmpty("pxAmendType").equals("1")) {
      return order.with(order.terms().withPx(edge));
    }
    String limit = Decimals.text(edge);
    if (request.instrument().instType().contracts()) {
      throw Refused.because(
          "51006",
          "px is outside the band (highest buy: "
              + Decimals.text(band.buyLmt())
              + ", lowest sell: "
              + Decimals.text(band.sellLmt())
              + ").");
    }
    throw side == Side.BUY
        ? Refused.because("51137", "px above the highest buy price " + limit + ".")
        : Refused.because("51138", "px below the lowest sell price " + limit + ".");
  }

  static OwnOrder depth(OwnOrder order, Check.Request request) {
    boolean market = order.terms().ordType() == OrdType.MARKET;
    Side side = order.terms().side();
    if (market && request.session().offers(request.instrument(), side).isEmpty()) {
      throw Refused.because("51109", "The other side of the book is empty");
    }
    return order;
  }
}
