package dev.okxguard.trade;

import dev.okxguard.guard.Brakes;
import dev.okxguard.guard.Facts;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.Environment;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Instruments and markets for sizing: numbers that are easy to follow by hand.
final class Scales {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Scales() {}

  static BigDecimal num(String text) {
    return new BigDecimal(text);
  }

  static Optional<BigDecimal> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(num(text));
  }

  /// 0.01 BTC a contract, 0.1 contracts the lot and the least.
  static Instrument linear() {
    return contract(InstType.SWAP, "BTC-USDT-SWAP", "USDT", false, "0.01", "0.1");
  }

  /// 100 USD a contract, whole contracts.
  static Instrument inverse() {
    return contract(InstType.SWAP, "BTC-USD-SWAP", "BTC", true, "100", "1");
  }

  /// 0.01 BTC a contract, priced in BTC.
  static Instrument option() {
    return contract(InstType.OPTION, "BTC-USD-261225-90000-C", "BTC", false, "0.01", "1");
  }

  static Instrument spot() {
    return instrument(InstType.SPOT, "BTC-USDT", "", false, "", "0.0001");
  }

  static Instrument contract(
      InstType type, String instId, String settle, boolean inverse, String ctVal, String lot) {
    return instrument(type, instId, settle, inverse, ctVal, lot);
  }

  private static Instrument instrument(
      InstType type, String instId, String settle, boolean inverse, String ctVal, String lot) {
    boolean contracts = type.contracts();
    return new Instrument(
        type,
        instId,
        contracts ? "BTC-USD" : "",
        contracts ? "" : "BTC",
        contracts ? "" : "USDT",
        settle,
        inverse,
        some(ctVal),
        contracts ? some("1") : Optional.empty(),
        inverse ? "USD" : contracts ? "BTC" : "",
        num("0.1"),
        num(lot),
        num(lot),
        contracts ? some("100") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "live",
        "1");
  }

  /// A market with these best prices, a thick book at them, and 10,000 USD of equity.
  static Facts market(Instrument instrument, String bid, String ask) {
    return facts(
        instrument,
        Optional.of(quote(instrument, bid, ask)),
        Optional.of(
            book(instrument, List.of(level(ask, "1000000")), List.of(level(bid, "1000000")))),
        Optional.of(new Balance(num("10000"), List.of())));
  }

  static Facts facts(
      Instrument instrument,
      Optional<Quote> quote,
      Optional<Book> book,
      Optional<Balance> balance) {
    return new Facts(
        Environment.DEMO,
        NOW,
        0,
        Optional.empty(),
        balance,
        Optional.of(List.of()),
        Optional.of(List.of()),
        Optional.of(List.of()),
        Map.of(instrument.instId(), instrument),
        Map.of(),
        quote,
        book,
        some("5"),
        new UsdRates(Map.of("BTC", num("50000"))),
        Optional.of(List.of()),
        List.of(),
        List.of(),
        Brakes.none(),
        List.of());
  }

  static Quote quote(Instrument instrument, String bid, String ask) {
    return new Quote(instrument.instId(), num(bid), some(bid), some(ask), NOW);
  }

  static Book book(Instrument instrument, List<Book.Level> asks, List<Book.Level> bids) {
    return new Book(instrument.instId(), asks, bids, NOW);
  }

  static Book.Level level(String px, String sz) {
    return new Book.Level(num(px), num(sz));
  }

  static OrderDraft market(Instrument instrument, Side side) {
    return order(instrument, side, "", "", "");
  }

  static OrderDraft limit(Instrument instrument, Side side, String px) {
    return order(instrument, side, px, "", "");
  }

  /// An order without a size; at market when there is no price.
  static OrderDraft order(
      Instrument instrument, Side side, String px, String target, String stopLoss) {
    Optional<AttachedStop> stop =
        target.isEmpty() && stopLoss.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new AttachedStop(some(target), Optional.empty(), some(stopLoss), Optional.empty()));
    return new OrderDraft(
        instrument.instType(),
        instrument.instId(),
        instrument.instType().contracts() ? TdMode.CROSS : TdMode.CASH,
        side,
        PosSide.NET,
        px.isEmpty() ? OrdType.MARKET : OrdType.LIMIT,
        BigDecimal.ZERO,
        some(px),
        false,
        "",
        stop);
  }
}
