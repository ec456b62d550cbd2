package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.Environment;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A calm account with 100,000 USDT and instruments whose arithmetic is easy to follow: one
/// contract of the linear swap is worth 500 USD at 50,000, one of the inverse swap 100 USD.
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final String SWAP = "BTC-USDT-SWAP";
  static final String INVERSE = "BTC-USD-SWAP";
  static final String SPOT = "BTC-USDT";

  private Samples() {}

  static BigDecimal num(String text) {
    return new BigDecimal(text);
  }

  static Optional<BigDecimal> some(String text) {
    return Optional.of(num(text));
  }

  static Policy policy() {
    return new Policy(
        false,
        num("1000000"),
        num("100"),
        num("1000000"),
        num("100"),
        1000,
        10000,
        1000,
        1000,
        num("10"),
        num("0"),
        num("0.5"),
        num("0.5"),
        num("1"),
        num("0"),
        Policy.RequireStop.NEVER,
        0,
        0,
        Set.of(),
        Set.of("SPOT", "SWAP", "FUTURES"),
        Set.of("buy", "sell"),
        false,
        false,
        false,
        5000,
        0,
        new Policy.Breakers(num("1"), num("1"), 0, 0, num("0"), 0),
        new Policy.Probation(false, 20, 7, num("10"), 20),
        List.of(),
        "digest");
  }

  static Facts facts(String instId) {
    return new Facts(
        Environment.LIVE,
        NOW,
        0,
        Optional.of(config(PosMode.NET)),
        Optional.of(balance("0")),
        Optional.of(List.of()),
        Optional.of(List.of()),
        Optional.of(List.of()),
        Map.of(SWAP, swap(), INVERSE, inverse(), SPOT, spot()),
        Map.of(SWAP, num("50000"), INVERSE, num("50000"), SPOT, num("50000")),
        Optional.of(new Quote(instId, num("50000"), some("50000"), some("50000"), NOW)),
        Optional.of(book(instId)),
        some("5"),
        new UsdRates(Map.of("BTC", num("50000"))),
        Optional.of(List.of()),
        List.of(),
        List.of(),
        Brakes.none(),
        calm());
  }

  /// Breakers far from their limits.
  static List<BreakerReading> calm() {
    return Stream.of(Breaker.values())
        .map(b -> new BreakerReading(b, "1", new BreakerReading.Shows.Within("0")))
        .toList();
  }

  /// The same with one that tripped.
  static List<BreakerReading> tripped(Breaker breaker) {
    return calm().stream()
        .map(reading -> reading.breaker() == breaker ? tripped(reading) : reading)
        .toList();
  }

  private static BreakerReading tripped(BreakerReading reading) {
    return new BreakerReading(
        reading.breaker(), "1", new BreakerReading.Shows.Tripped("2", "too much"));
  }

  static Policy.Breakers cooldown(int minutes) {
    return new Policy.Breakers(num("1"), num("1"), 0, minutes, num("0"), 0);
  }

  static Brakes trippedAt(Instant time) {
    return With.with(Brakes.none(), "tripped", Optional.of(time));
  }

  static AccountConfig config(PosMode mode) {
    return new AccountConfig(
        "7",
        "1",
        AccountLevel.FUTURES,
        mode,
        false,
        Set.of("read_only", "trade"),
        List.of("10.0.0.1"),
        "");
  }

  /// 100,000 USDT free, and that much free BTC; equity is 100,000 whatever the BTC.
  static Balance balance(String btc) {
    BigDecimal coins = num(btc);
    return new Balance(
        num("100000"),
        List.of(
            line("USDT", num("100000")),
            new Balance.Currency("BTC", coins, coins, coins, BigDecimal.ZERO, Optional.empty())));
  }

  private static Balance.Currency line(String ccy, BigDecimal amount) {
    return new Balance.Currency(ccy, amount, amount, amount, BigDecimal.ZERO, Optional.of(amount));
  }

  static Book book(String instId) {
    return new Book(
        instId,
        List.of(level("50000", "10"), level("51000", "10")),
        List.of(level("50000", "10"), level("49000", "10")),
        NOW);
  }

  static Book.Level level(String px, String sz) {
    return new Book.Level(num(px), num(sz));
  }

  static Instrument swap() {
    return contract(SWAP, "USDT", false, "0.01");
  }

  static Instrument inverse() {
    return contract(INVERSE, "BTC", true, "100");
  }

  static Instrument contract(String instId, String settle, boolean inverse, String ctVal) {
    return new Instrument(
        InstType.SWAP,
        instId,
        "BTC-USDT",
        "BTC",
        "USDT",
        settle,
        inverse,
        some(ctVal),
        some("1"),
        inverse ? "USD" : "BTC",
        num("0.1"),
        num("0.1"),
        num("0.1"),
        some("100"),
        some("1000"),
        some("500"),
        "live",
        "1");
  }

  static Instrument spot() {
    return new Instrument(
        InstType.SPOT,
        SPOT,
        "",
        "BTC",
        "USDT",
        "",
        false,
        Optional.empty(),
        Optional.empty(),
        "",
        num("0.1"),
        num("0.00001"),
        num("0.0001"),
        Optional.empty(),
        some("100"),
        some("1000000"),
        "live",
        "1");
  }

  /// A limit order at 50,000.
  static OrderDraft limit(String instId, Side side, String sz) {
    boolean spot = instId.equals(SPOT);
    return new OrderDraft(
        spot ? InstType.SPOT : InstType.SWAP,
        instId,
        spot ? TdMode.CASH : TdMode.CROSS,
        side,
        PosSide.NET,
        OrdType.LIMIT,
        num(sz),
        some("50000"),
        false,
        "",
        Optional.empty());
  }

  static OrderDraft market(String instId, Side side, String sz) {
    OrderDraft draft = With.with(limit(instId, side, sz), "ordType", OrdType.MARKET);
    return With.with(draft, "px", Optional.empty());
  }

  static Order pending(String instId, Side side, PosSide posSide, String sz) {
    boolean spot = instId.equals(SPOT);
    return new Order(
        spot ? InstType.SPOT : InstType.SWAP,
        instId,
        "1",
        "",
        "",
        side,
        posSide,
        spot ? TdMode.CASH : TdMode.CROSS,
        OrdType.LIMIT,
        some("50000"),
        num(sz),
        "",
        false,
        OrderState.LIVE,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty(),
        "",
        "normal",
        "",
        "",
        "",
        List.of(),
        NOW,
        NOW);
  }

  static Position position(String instId, PosSide posSide, String pos) {
    return new Position(
        InstType.SWAP,
        instId,
        TdMode.CROSS,
        posSide,
        num(pos),
        some("50000"),
        some("50000"),
        Optional.empty(),
        some("5"),
        Optional.empty(),
        "USDT",
        "9",
        NOW);
  }

  static Facts.PastEntry past(Instant time, Side side, String sz) {
    return new Facts.PastEntry(time, SWAP, side, num(sz), some("50000"), true, "okg1");
  }

  static Facts.OpenIntent intent(String instId, Side side, String usd) {
    return new Facts.OpenIntent("i1", instId, side, some(usd));
  }
}
