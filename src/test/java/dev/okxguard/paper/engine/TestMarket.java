package dev.okxguard.paper.engine;

import dev.okxguard.model.Book;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.paper.market.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// A market whose prices stand still until a test sets them. The book has ten levels a side, one
/// tick apart unless told otherwise, each of the same size.
final class TestMarket implements Market {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final Map<String, TreeMap<Instant, BigDecimal>> paths = new LinkedHashMap<>();
  private final Map<String, Instant> expiries = new LinkedHashMap<>();
  private BigDecimal fundingRate = new BigDecimal("0.0001");
  private BigDecimal levelTicks = BigDecimal.ONE;
  private BigDecimal levelSize = BigDecimal.valueOf(20);

  TestMarket() {
    add(spot("BTC-USDT", "0.1", "0.00000001", "0.00001"), "50000");
    add(spot("ETH-USDT", "0.01", "0.000001", "0.0001"), "2500");
    add(contract("BTC-USDT-SWAP", InstType.SWAP, "0.01", "USDT"), "50000");
    add(contract("BTC-USD-SWAP", InstType.SWAP, "100", "BTC"), "50000");
    add(contract("BTC-USDT-261225", InstType.FUTURES, "0.01", "USDT"), "50000");
  }

  void price(String instId, String px, Instant at) {
    paths.get(instId).put(at, new BigDecimal(px));
  }

  /// Sets one price apart from the others; from then on it no longer follows the last.
  void price(String instId, PriceType type, String px, Instant at) {
    paths
        .computeIfAbsent(instId + " " + type.word(), key -> new TreeMap<>(paths.get(instId)))
        .put(at, new BigDecimal(px));
  }

  void expire(String instId) {
    instruments.put(instId, contract(instId, InstType.FUTURES, "0.01", "USDT", "expired"));
    expire(instId, START);
  }

  /// From then on it is delivered.
  void expire(String instId, Instant at) {
    expiries.put(instId, at);
  }

  @Override
  public BigDecimal maintenance(String instId, BigDecimal size) {
    return new BigDecimal(size.compareTo(BigDecimal.valueOf(1000)) > 0 ? "0.008" : "0.004");
  }

  @Override
  public BigDecimal fundingRate(String instId, Instant at) {
    return fundingRate;
  }

  void fundingRate(String rate) {
    fundingRate = new BigDecimal(rate);
  }

  @Override
  public Optional<Instant> expiry(String instId) {
    return Optional.ofNullable(expiries.get(instId));
  }

  void levelTicks(long ticks) {
    levelTicks = BigDecimal.valueOf(ticks);
  }

  void levelSize(String size) {
    levelSize = new BigDecimal(size);
  }

  @Override
  public List<Instrument> instruments() {
    return List.copyOf(instruments.values());
  }

  @Override
  public Optional<Instrument> instrument(String instId) {
    return Optional.ofNullable(instruments.get(instId));
  }

  @Override
  public Prices prices(String instId, Instant at) {
    return new Prices(
        at(instId, PriceType.LAST, at),
        at(instId, PriceType.MARK, at),
        at(instId, PriceType.INDEX, at));
  }

  @Override
  public Range range(String instId, PriceType type, Instant from, Instant to) {
    TreeMap<Instant, BigDecimal> path = path(instId, type);
    BigDecimal low = path.floorEntry(from).getValue();
    BigDecimal high = low;
    for (BigDecimal px : path.subMap(from, false, to, true).values()) {
      low = low.min(px);
      high = high.max(px);
    }
    return new Range(low, high);
  }

  private BigDecimal at(String instId, PriceType type, Instant at) {
    return path(instId, type).floorEntry(at).getValue();
  }

  /// Mark and index follow the last price until they are set.
  private TreeMap<Instant, BigDecimal> path(String instId, PriceType type) {
    return paths.getOrDefault(instId + " " + type.word(), paths.get(instId));
  }

  @Override
  public Book depth(String instId, Instant at, int levels) {
    BigDecimal last = prices(instId, at).last();
    BigDecimal tick = instruments.get(instId).tickSz().multiply(levelTicks);
    return new Book(instId, side(last, tick), side(last, tick.negate()), at);
  }

  @Override
  public BigDecimal usd(String ccy, Instant at) {
    return switch (ccy) {
      case "BTC" -> prices("BTC-USDT", at).index();
      case "ETH" -> prices("ETH-USDT", at).index();
      default -> BigDecimal.ONE;
    };
  }

  private List<Book.Level> side(BigDecimal last, BigDecimal step) {
    return IntStream.rangeClosed(1, 10)
        .mapToObj(i -> new Book.Level(last.add(step.multiply(BigDecimal.valueOf(i))), levelSize))
        .toList();
  }

  private void add(Instrument instrument, String px) {
    instruments.put(instrument.instId(), instrument);
    paths.put(instrument.instId(), new TreeMap<>(Map.of(Instant.EPOCH, new BigDecimal(px))));
  }

  private static Instrument spot(String id, String tick, String lot, String min) {
    String[] parts = id.split("-");
    return new Instrument(
        InstType.SPOT,
        id,
        id,
        parts[0],
        parts[1],
        "",
        false,
        Optional.empty(),
        Optional.empty(),
        "",
        new BigDecimal(tick),
        new BigDecimal(lot),
        new BigDecimal(min),
        Optional.empty(),
        Optional.of(new BigDecimal("9999")),
        Optional.of(new BigDecimal("1000000")),
        "live",
        "1");
  }

  private static Instrument contract(String id, InstType type, String value, String settle) {
    return contract(id, type, value, settle, "live");
  }

  private static Instrument contract(
      String id, InstType type, String value, String settle, String state) {
    String[] parts = id.split("-");
    boolean inverse = settle.equals("BTC");
    return new Instrument(
        type,
        id,
        parts[0] + "-" + parts[1],
        parts[0],
        parts[1],
        settle,
        inverse,
        Optional.of(new BigDecimal(value)),
        Optional.of(BigDecimal.ONE),
        inverse ? "USD" : "BTC",
        new BigDecimal("0.1"),
        new BigDecimal("0.01"),
        new BigDecimal("0.01"),
        Optional.of(new BigDecimal("100")),
        Optional.of(new BigDecimal("100000")),
        Optional.of(new BigDecimal("30000")),
        state,
        "4");
  }
}
