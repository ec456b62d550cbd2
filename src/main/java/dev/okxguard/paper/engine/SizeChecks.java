package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import java.math.BigDecimal;

/// Least, greatest and step of a size.
final class SizeChecks {
  private SizeChecks() {}

  /// Whole lots, at least the minimum. An order sized in quote currency is cut to the lot by the
  /// match, so only its minimum counts.
  static OwnOrder step(OwnOrder order, Check.Request request) {
    Instrument instrument = request.instrument();
    BigDecimal sz = order.terms().sz();
    if (order.terms().quoteSized()) {
      BigDecimal last = request.session().prices(instrument).last();
      sz = Decimals.divide(sz, last);
    } else if (!Decimals.isMultiple(sz, instrument.lotSz())) {
      throw Refused.because("51121", "sz is not a multiple of lotSz");
    }
    if (sz.compareTo(instrument.minSz()) < 0) {
      throw Refused.because("51020", "sz below minSz");
    }
    return order;
  }

  static OwnOrder greatest(OwnOrder order, Check.Request request) {
    return order.terms().ordType() == OrdType.MARKET
        ? greatestMarket(order, request)
        : greatestLimit(order, request.instrument());
  }

  private static OwnOrder greatestLimit(OwnOrder order, Instrument instrument) {
    boolean over =
        instrument.maxLmtSz().map(max -> order.terms().sz().compareTo(max) > 0).orElse(false);
    if (over) {
      throw !instrument.instType().contracts()
          ? Refused.because("51005", "sz above the order cap")
          : Refused.because("51101", "sz above the contract cap");
    }
    return order;
  }

  /// For spot and margin the cap is in USDT.
  private static OwnOrder greatestMarket(OwnOrder order, Check.Request request) {
    Instrument instrument = request.instrument();
    BigDecimal sz = order.terms().sz();
    if (!instrument.instType().contracts()) {
      Session session = request.session();
      BigDecimal quote =
          order.terms().quoteSized() ? sz : sz.multiply(session.prices(instrument).last());
      sz = quote.multiply(session.market().usd(instrument.quoteCcy(), session.now()));
    }
    BigDecimal size = sz;
    if (instrument.maxMktSz().map(max -> size.compareTo(max) > 0).orElse(false)) {
      throw Refused.because("51202", "Market order above its cap");
    }
    return order;
  }
}
