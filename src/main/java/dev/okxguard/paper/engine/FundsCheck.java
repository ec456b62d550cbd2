package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;

/// Whether the account can pay for an order.
final class FundsCheck {
  /// What OKX sets aside beyond the best price for a spot market buy.
  private static final BigDecimal SPARE = new BigDecimal("1.05");

  private FundsCheck() {}

  static OwnOrder pass(OwnOrder order, Check.Request request) {
    boolean market = order.terms().ordType() == OrdType.MARKET;
    if (order.terms().spot() && market) {
      return spotMarket(order, request);
    }
    String ccy = Reservation.currency(request.instrument(), order.terms());
    Funds funds = request.session().funds();
    BigDecimal needed = funds.needed(ccy, priced(order, request));
    Terms terms = order.terms();
    BigDecimal available =
        available(funds.of(ccy), request.instrument(), terms.tdMode(), terms.side());
    if (needed.signum() > 0 && needed.compareTo(available) > 0) {
      throw insufficient(order, ccy);
    }
    return order;
  }

  /// What may be tied up by such orders. Isolated margin and a premium leave the cash, so
  /// unrealised profit can't pay for them.
  static BigDecimal available(Funds.State state, Instrument instrument, TdMode mode, Side side) {
    boolean premium = Options.option(instrument) && side == Side.BUY;
    return mode == TdMode.CROSS && !premium ? state.availEq() : state.availBal();
  }

  /// A contract or margin order without a price is charged at the best price on offer, or the last
  /// one.
  private static OwnOrder priced(OwnOrder order, Check.Request request) {
    if (order.terms().px().isPresent()) {
      return order;
    }
    Session session = request.session();
    Optional<BigDecimal> best = session.best(request.instrument(), order.terms().side());
    BigDecimal px = best.orElseGet(() -> session.prices(request.instrument()).last());
    Terms terms = order.terms().withPx(px);
    // A margin buy at market counts quote currency.
    return order.with(
        terms.quoteSized() ? terms.withSz(Decimals.divide(terms.sz(), px)).withTgtCcy("") : terms);
  }

  private static OwnOrder spotMarket(OwnOrder order, Check.Request request) {
    Terms terms = order.terms();
    String ccy = Reservation.currency(request.instrument(), terms);
    BigDecimal available = request.session().funds().of(ccy).availBal();
    boolean ownUnit = terms.quoteSized() == (terms.side() == Side.BUY);
    if (ownUnit) {
      if (terms.sz().compareTo(available) > 0) {
        throw insufficient(order, ccy);
      }
      return order;
    }
    return otherUnit(order, request, available);
  }

  /// An order sized in the currency it receives is cut down to what can be paid, unless `banAmend`.
  private static OwnOrder otherUnit(OwnOrder order, Check.Request request, BigDecimal available) {
    Terms terms = order.terms();
    BigDecimal best = request.session().best(request.instrument(), terms.side()).orElseThrow();
    BigDecimal affordable =
        terms.side() == Side.BUY
            ? Decimals.divide(available, best.multiply(SPARE))
            : Decimals.divide(available.multiply(best), SPARE);
    if (terms.sz().compareTo(affordable) <= 0) {
      return order;
    }
    String ccy = Reservation.currency(request.instrument(), terms);
    if (request.body().flag("banAmend")) {
      throw insufficient(order, ccy);
    }
    BigDecimal step =
        terms.side() == Side.BUY ? request.instrument().lotSz() : request.instrument().tickSz();
    OwnOrder cut = order.with(terms.withSz(Decimals.floorTo(affordable, step)));
    try {
      return SizeChecks.step(cut, request);
    } catch (Refused tooSmall) {
      throw insufficient(order, ccy);
    }
  }

  private static Refused insufficient(OwnOrder order, String ccy) {
    return order.terms().spot()
        ? Refused.because("51008", "1000", "Not enough " + ccy + " balance in account.")
        : Refused.because("51008", "1001", "Not enough " + ccy + " margin in account.");
  }
}
