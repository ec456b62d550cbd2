package dev.okxguard.paper.market;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is listed, with OKX's own ticks, lots, contract values, caps and fee groups (reference
/// c.1).
final class Listings {
  private static final String ALL_COINS = "9999999999";
  private static final String SWAP_CAP = "100000000";
  private static final String FUTURES_CAP = "1000000";
  private static final long SWAP_BASIS = 120;
  private static final long FUTURES_BASIS = 450;

  private Listings() {}

  /// All instruments, with futures that expire then, and options.
  static List<Listing> of(Instant expiry) {
    return Stream.concat(fixed(expiry).stream(), OptionListings.of(expiry).stream()).toList();
  }

  private static List<Listing> fixed(Instant expiry) {
    return List.of(
        spot("BTC", "0.1", "0.00000001", "0.00001", 3),
        spot("ETH", "0.01", "0.000001", "0.0001", 4),
        spot("SOL", "0.01", "0.000001", "0.01", 1514),
        linear("BTC", "0.1", "0.01", "100", "34000", 10459),
        linear("ETH", "0.01", "0.1", "100", "67000", 10461),
        linear("SOL", "0.01", "1", "50", "34000", 10530),
        inverse("BTC", "0.1", "100", "0.1", "54000", 10458),
        inverse("ETH", "0.01", "10", "1", "300000", 10460),
        linearFutures(expiry),
        inverseFutures(expiry));
  }

  static BigDecimal base(String coin) {
    return switch (coin) {
      case "BTC" -> new BigDecimal("90000");
      case "ETH" -> new BigDecimal("3000");
      case "SOL" -> new BigDecimal("140");
      default -> throw new IllegalArgumentException("no base price for " + coin);
    };
  }

  private static Listing spot(String coin, String tick, String lot, String min, long code) {
    Instrument instrument =
        new Instrument(
            InstType.SPOT,
            coin + "-USDT",
            "",
            coin,
            "USDT",
            "",
            false,
            Optional.empty(),
            Optional.empty(),
            "",
            new BigDecimal(tick),
            new BigDecimal(lot),
            new BigDecimal(min),
            Optional.empty(),
            decimal(ALL_COINS),
            decimal("1000000"),
            "live",
            "12");
    return new Listing(instrument, code, coin, base(coin), 0, Optional.empty());
  }

  private static Listing linear(
      String coin, String tick, String value, String lever, String cap, long code) {
    Contract contract =
        new Contract(coin, "USDT", value, coin, "USDT", tick, "0.01", lever, SWAP_CAP, cap, "4");
    Instrument swap = contract.instrument(InstType.SWAP, "SWAP", false);
    return new Listing(swap, code, coin, base(coin), SWAP_BASIS, Optional.empty());
  }

  private static Listing inverse(
      String coin, String tick, String value, String lot, String cap, long code) {
    Contract contract =
        new Contract(coin, "USD", value, "USD", coin, tick, lot, "100", SWAP_CAP, cap, "4");
    Instrument swap = contract.instrument(InstType.SWAP, "SWAP", true);
    return new Listing(swap, code, coin, base(coin), SWAP_BASIS, Optional.empty());
  }

  private static Listing linearFutures(Instant expiry) {
    Contract contract =
        new Contract(
            "BTC", "USDT", "0.01", "BTC", "USDT", "0.1", "0.01", "20", FUTURES_CAP, "3000", "5");
    Instrument futures = contract.instrument(InstType.FUTURES, Quarter.suffix(expiry), false);
    return new Listing(futures, 270001, "BTC", base("BTC"), FUTURES_BASIS, Optional.of(expiry));
  }

  private static Listing inverseFutures(Instant expiry) {
    Contract contract =
        new Contract(
            "BTC", "USD", "100", "USD", "BTC", "0.1", "0.1", "20", FUTURES_CAP, "10000", "5");
    Instrument futures = contract.instrument(InstType.FUTURES, Quarter.suffix(expiry), true);
    return new Listing(futures, 270002, "BTC", base("BTC"), FUTURES_BASIS, Optional.of(expiry));
  }

  private static Optional<BigDecimal> decimal(String text) {
    return Optional.of(new BigDecimal(text));
  }

  /// The figures of a contract.
  private record Contract(
      String coin,
      String quote,
      String value,
      String valueCcy,
      String settleCcy,
      String tick,
      String lot,
      String lever,
      String limitCap,
      String marketCap,
      String group) {

    Instrument instrument(InstType type, String suffix, boolean inverse) {
      String family = coin + "-" + quote;
      return new Instrument(
          type,
          family + "-" + suffix,
          family,
          "",
          "",
          settleCcy,
          inverse,
          decimal(value),
          decimal("1"),
          valueCcy,
          new BigDecimal(tick),
          new BigDecimal(lot),
          new BigDecimal(lot),
          decimal(lever),
          decimal(limitCap),
          decimal(marketCap),
          "live",
          group);
    }
  }
}
