package dev.okxguard.paper;

import dev.okxguard.model.Credentials;
import dev.okxguard.paper.market.PaperMarket;
import dev.okxguard.paper.market.PublicData;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A whole exchange: its market, its one account, the account's keys. Not safe for several threads;
/// whoever uses it holds the lock of its directory.
public final class PaperExchange {
  private static final int FORMAT = 2;
  private static final String ACCOUNT_INSTRUMENTS = "/api/v5/account/instruments";

  private final Instant created;
  private final PaperMarket market;
  private final Trading trading;
  private final List<ApiKey> keys;
  private boolean changed;

  private PaperExchange(
      Instant created, PaperMarket market, Trading trading, List<ApiKey> keys, boolean changed) {
    this.created = created;
    this.market = market;
    this.trading = trading;
    this.keys = keys;
    this.changed = changed;
  }

  /// A new exchange with one key that may trade.
  static PaperExchange fresh(
      Trading.Opening opening, long seed, RandomGenerator random, Instant now) {
    PaperMarket market = PaperMarket.fresh(seed, now);
    List<ApiKey> keys = new ArrayList<>();
    keys.add(ApiKey.random(random, KeyRights.TRADE, Optional.empty()));
    return new PaperExchange(now, market, opening.fresh(market, now), keys, true);
  }

  /// The exchange that [#save()] wrote.
  ///
  /// @param record the lines of all snapshots, in order; the first format had none
  /// @throws RuntimeException when it is not one
  static PaperExchange restore(Trading.Opening opening, JsonNode saved, InputStream record) {
    int format = saved.path("format").asInt(0);
    if (format < 1 || format > FORMAT) {
      throw new IllegalArgumentException("not of format " + FORMAT);
    }
    PaperMarket market = PaperMarket.restore(saved.path("market"));
    List<ApiKey> keys = new ArrayList<>();
    saved.path("keys").forEach(key -> keys.add(ApiKey.restore(key)));
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no keys");
    }
    Instant created = Instant.parse(saved.path("created").asString());
    Trading trading = opening.restore(market, saved.path("trading"), record);
    return new PaperExchange(created, market, trading, keys, false);
  }

  /// What there is to write since the last time; afterwards nothing counts as changed.
  Snapshot save() {
    Snapshot account = trading.save();
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    saved.put("format", FORMAT).put("created", created.toString());
    ArrayNode list = saved.putArray("keys");
    keys.forEach(key -> list.add(key.save()));
    saved.set("market", market.save());
    saved.set("trading", account.document());
    changed = false;
    return new Snapshot(saved, account.anew(), account.lines());
  }

  /// Whether there is something to save.
  boolean changed() {
    return changed || trading.changed();
  }

  /// Notes that market or keys were changed.
  void touch() {
    changed = true;
  }

  Instant created() {
    return created;
  }

  PaperMarket market() {
    return market;
  }

  Trading trading() {
    return trading;
  }

  /// The credentials of the account's first key.
  Credentials credentials() {
    return keys.getFirst().credentials();
  }

  /// The key of that id.
  Optional<ApiKey> key(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /// Adds a key to the account.
  void add(ApiKey key) {
    keys.add(key);
    touch();
  }

  /// Whether that path needs no key.
  static boolean open(String path) {
    return PublicData.serves(path);
  }

  /// Whether that endpoint exists.
  boolean serves(String method, String path) {
    if (open(path) || path.equals(ACCOUNT_INSTRUMENTS)) {
      return method.equals("GET");
    }
    return trading.serves(method, path);
  }

  /// Lets everything due by then happen.
  void advance(Instant now) {
    market.advance(now);
    trading.advance(now);
  }

  /// Answers a request that passed the gateway, after letting everything due by then happen.
  Result handle(Call call) {
    market.advance(call.now());
    if (open(call.path())) {
      return new PublicData(market).handle(call);
    }
    trading.advance(call.now());
    return call.path().equals(ACCOUNT_INSTRUMENTS)
        ? new PublicData(market).accountInstruments(call)
        : trading.handle(call);
  }
}
