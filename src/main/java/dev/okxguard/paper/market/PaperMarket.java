package dev.okxguard.paper.market;

import dev.okxguard.model.Book;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The paper exchange's market: listings on one price path per underlying, and prices set by hand.
/// Not safe for use by several threads at once.
public final class PaperMarket implements Market {
  private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

  private final long seed;
  private final Instant expiry;
  private final Map<String, Listing> listings;
  private final Map<String, PricePath> paths;
  private final Map<String, Timeline> timelines;
  private Instant today = Instant.EPOCH;

  private PaperMarket(long seed, Instant expiry, Map<String, Timeline> timelines) {
    this.seed = seed;
    this.expiry = expiry;
    this.timelines = timelines;
    this.listings = new LinkedHashMap<>();
    this.paths = new LinkedHashMap<>();
    for (Listing listing : Listings.of(expiry)) {
      listings.put(listing.id(), listing);
      paths.putIfAbsent(listing.underlying(), new PricePath(seed, listing.underlying()));
    }
  }

  /// A market with that seed whose futures expire in the first quarter at least 91 days ahead.
  public static PaperMarket fresh(long seed, Instant now) {
    return new PaperMarket(seed, Quarter.expiryAfter(now), new TreeMap<>());
  }

  /// The market that [#save()] wrote.
  public static PaperMarket restore(JsonNode saved) {
    Map<String, Timeline> timelines = new TreeMap<>();
    saved
        .path("set")
        .properties()
        .forEach(entry -> timelines.put(entry.getKey(), Timeline.restore(entry.getValue())));
    long seed = Long.parseLong(saved.path("seed").asString());
    return new PaperMarket(seed, Instant.parse(saved.path("expiry").asString()), timelines);
  }

  /// All of it: seed, futures' expiry, prices set.
  public ObjectNode save() {
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    saved.put("seed", Long.toString(seed)).put("expiry", expiry.toString());
    ObjectNode set = saved.putObject("set");
    timelines.forEach((instId, timeline) -> set.set(instId, timeline.save()));
    return saved;
  }

  /// What the price paths come from.
  public long seed() {
    return seed;
  }

  /// Tells the market what time it is; from their expiry on, futures are listed as expired.
  public void advance(Instant now) {
    today = now;
  }

  @Override
  public List<Instrument> instruments() {
    return listings.values().stream().map(listing -> listing.instrument(today)).toList();
  }

  @Override
  public Optional<Instrument> instrument(String instId) {
    return listing(instId).map(listing -> listing.instrument(today));
  }

  @Override
  public Prices prices(String instId, Instant at) {
    Listing listing = known(instId);
    return timeline(instId)
        .at(at)
        .map(Timeline.Setting::prices)
        .orElseGet(() -> pathPrices(listing, PricePath.second(at)));
  }

  private Prices pathPrices(Listing listing, long second) {
    PricePath path = paths.get(listing.underlying());
    long smooth = path.smooth(second);
    return new Prices(
        listing.price(path.traded(second), listing.basisPpm()),
        listing.price(smooth, listing.basisPpm()),
        listing.price(smooth, 0));
  }

  @Override
  public Range range(String instId, PriceType type, Instant from, Instant to) {
    return range(instId, from, to, new Extremes(known(instId), path(instId), type, Extremes.EXACT));
  }

  /// As [#range(String,Instant,Instant)], looking at no more than about `points` seconds.
  Range range(String instId, Instant from, Instant to, int points) {
    Extremes extremes = new Extremes(known(instId), path(instId), PriceType.LAST, points);
    return range(instId, from, to, extremes);
  }

  private Range range(String instId, Instant from, Instant to, Extremes extremes) {
    Instant start = from.isAfter(to) ? to : from;
    timeline(instId).stretches(start, to).forEach(extremes::add);
    return extremes.range();
  }

  @Override
  public Book depth(String instId, Instant at, int levels) {
    long liquidity = Noise.seed(seed, instId);
    return new Depth(known(instId), liquidity).book(prices(instId, at).last(), at, levels);
  }

  @Override
  public BigDecimal usd(String ccy, Instant at) {
    return DOLLARS.contains(ccy) ? BigDecimal.ONE : prices(ccy + "-USDT", at).index();
  }

  @Override
  public BigDecimal maintenance(String instId, BigDecimal size) {
    return new Tiers(known(instId)).maintenance(size);
  }

  @Override
  public BigDecimal fundingRate(String instId, Instant at) {
    return Funding.RATE;
  }

  @Override
  public Optional<Instant> expiry(String instId) {
    return listing(instId).flatMap(Listing::expiry);
  }

  /// Whether the exchange knows that currency.
  public boolean trades(String ccy) {
    return DOLLARS.contains(ccy) || paths.containsKey(ccy);
  }

  /// Fixes the price from that instant on; mark and index follow last unless given. Prices planned
  /// for later are dropped.
  ///
  /// @throws IllegalArgumentException for an unknown instrument, or prices not positive or off tick
  public void set(
      String instId,
      Instant since,
      BigDecimal last,
      Optional<BigDecimal> mark,
      Optional<BigDecimal> index) {
    cut(instId, since);
    plan(instId, since, last, mark, index);
  }

  /// As [#set], keeping what is planned for later.
  ///
  /// @throws IllegalArgumentException as for [#set]
  public void plan(
      String instId,
      Instant since,
      BigDecimal last,
      Optional<BigDecimal> mark,
      Optional<BigDecimal> index) {
    Listing listing = known(instId);
    requireOnTick(listing, last);
    mark.ifPresent(price -> requireOnTick(listing, price));
    index.ifPresent(price -> requireOnTick(listing, price));
    Timeline timeline = timelines.computeIfAbsent(instId, id -> new Timeline());
    timeline.put(since, Optional.of(new Timeline.Setting(last, mark, index)));
  }

  /// Gives the price back to the path from that instant on.
  ///
  /// @throws IllegalArgumentException for an unknown instrument
  public void clear(String instId, Instant since) {
    cut(instId, since);
    Timeline timeline = timelines.computeIfAbsent(instId, id -> new Timeline());
    timeline.put(since, Optional.empty());
  }

  private void cut(String instId, Instant since) {
    known(instId);
    timeline(instId).cut(since);
  }

  /// The prices in force by hand at that time, by instrument.
  public Map<String, Prices> set(Instant at) {
    Map<String, Prices> result = new TreeMap<>();
    timelines.forEach(
        (instId, timeline) ->
            timeline.at(at).ifPresent(setting -> result.put(instId, setting.prices())));
    return result;
  }

  /// All listings, in listing order.
  Collection<Listing> listings() {
    return listings.values();
  }

  Optional<Listing> listing(String instId) {
    return Optional.ofNullable(listings.get(instId));
  }

  private PricePath path(String instId) {
    return paths.get(known(instId).underlying());
  }

  private Timeline timeline(String instId) {
    return timelines.getOrDefault(instId, new Timeline());
  }

  private Listing known(String instId) {
    return listing(instId)
        .orElseThrow(() -> new IllegalArgumentException("no instrument " + instId));
  }

  private static void requireOnTick(Listing listing, BigDecimal price) {
    BigDecimal tick = listing.instrument().tickSz();
    if (price.signum() <= 0 || price.remainder(tick).signum() != 0) {
      String id = listing.id();
      throw new IllegalArgumentException(
          "a price of " + id + " must be a positive multiple of " + tick.toPlainString());
    }
  }
}
