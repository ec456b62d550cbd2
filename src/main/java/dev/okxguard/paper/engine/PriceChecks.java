package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
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
              throw Refused.because("51150", "Incorrect trade price precision.");
            });
    return order;
  }

  /// Refuses a price beyond the limit, or moves it there with `pxAmendType` 1.
  static OwnOrder band(OwnOrder order, Check.Request request) {
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
    if (!order.terms().spot()) {
      throw Refused.because(
          "51006",
          "Order price is not within the price limit (max buy price: "
              + Decimals.text(band.buyLmt())
              + ", min sell price: "
              + Decimals.text(band.sellLmt())
              + ").");
    }
    throw side == Side.BUY
        ? Refused.because("51137", "The highest price limit for buy orders is " + limit + ".")
        : Refused.because("51138", "The lowest price limit for sell orders is " + limit + ".");
  }

  static OwnOrder depth(OwnOrder order, Check.Request request) {
    boolean market = order.terms().ordType() == OrdType.MARKET;
    Side side = order.terms().side();
    if (market && request.session().offers(request.instrument(), side).isEmpty()) {
      throw Refused.because("51109", "There are no orders on the other side of the book.");
    }
    return order;
  }
}
