package dev.okxguard.paper;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Time;
import dev.okxguard.paper.market.PaperMarket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import tools.jackson.databind.node.ObjectNode;

/// What the operator of a paper exchange can do, besides trading on it. Every operation may throw a
/// [Fault] of kind CONFIG when the state cannot be used, or BUSY when another process keeps it.
public final class PaperAdmin implements AutoCloseable {
  /// How long a price that a rehearsal starts with has been there.
  private static final Duration BEFORE_START = Duration.ofHours(6);

  private final PaperHome home;
  private final Time time;
  private final StateStore store;

  /// The operator of the exchange in that directory; the first use makes one when there is none.
  public PaperAdmin(PaperHome home, Time time) {
    this(home, time, Engine.OPENING);
  }

  PaperAdmin(PaperHome home, Time time, Trading.Opening opening) {
    this.home = home;
    this.time = time;
    this.store = new StateStore(home, time, opening);
  }

  /// How things stand.
  public PaperStatus status() {
    return store.exclusively(
        exchange -> new Inspection(exchange, time.now()).status(home.directory()));
  }

  /// Starts a new exchange, with new keys, in place of the old one, even of a damaged one.
  ///
  /// @param seed of the price paths; a random one when empty
  public void reset(Optional<Long> seed) {
    store.replace(seed);
  }

  /// Adds to the trading account, by a transfer in.
  ///
  /// @throws Fault of kind USAGE for a currency without a market, or an amount that is not positive
  public void fund(String ccy, BigDecimal amount) {
    transfer(ccy, amount, false);
  }

  /// Takes from the trading account, by a transfer out.
  ///
  /// @throws Fault of kind USAGE as above, or when so much is not free
  public void take(String ccy, BigDecimal amount) {
    transfer(ccy, amount, true);
  }

  private void transfer(String ccy, BigDecimal amount, boolean out) {
    change(
        exchange -> {
          if (!exchange.market().trades(ccy)) {
            throw usage("the paper exchange has no market for " + ccy);
          }
          if (amount.signum() <= 0) {
            throw usage("the amount must be positive");
          }
          exchange.trading().fund(ccy, out ? amount.negate() : amount, time.now());
        });
  }

  /// Fixes an instrument's last price until it is set anew or cleared; mark and index follow it
  /// unless given. While the account holds nothing but dollars and nothing waits, it counts as the
  /// price of the last hours as well: where a rehearsal starts is no move of the market.
  ///
  /// @throws Fault of kind USAGE for an unknown instrument or a price off its tick
  public void setPrice(
      String instId, BigDecimal last, Optional<BigDecimal> mark, Optional<BigDecimal> index) {
    change(
        exchange -> {
          Instant now = time.now();
          boolean start = new Inspection(exchange, now).idle();
          Instant since = start ? now.minus(BEFORE_START) : now;
          exchange.market().set(instId, since, last, mark, index);
        });
  }

  /// Gives an instrument's price back to its path.
  ///
  /// @throws Fault of kind USAGE for an unknown instrument
  public void clearPrice(String instId) {
    change(exchange -> exchange.market().clear(instId, time.now()));
  }

  /// Plays prices of an instrument from now on; the last one stays.
  ///
  /// @return when the last price comes into force
  /// @throws Fault of kind USAGE for an unknown instrument or a price off its tick
  public Instant replay(String instId, Replay replay) {
    Instant start = time.now();
    change(exchange -> plan(exchange.market(), instId, replay, start));
    return start.plus(replay.interval().multipliedBy(replay.prices().size() - 1L));
  }

  /// Plays candles from now on, each for that long; the last price stays.
  ///
  /// @return when the last price comes into force
  /// @throws Fault of kind USAGE for an unknown instrument, a price off its tick or too many
  ///   candles
  public Instant replay(String instId, Candles candles, Duration each) {
    Replay replay = Replay.of(candles, each);
    Instant start = now();
    change(
        exchange -> {
          requireTick(exchange.market(), instId, candles);
          plan(exchange.market(), instId, replay, start);
        });
    return start.plus(replay.interval().multipliedBy(replay.prices().size() - 1L));
  }

  /// Plays candles all at once: every price is the price of this moment, one after the other, and
  /// has its effect before the next; the last one stays. No time passes, so no funding is due.
  ///
  /// @param progress told how many candles have been played, after each
  /// @return what the prices did to the account
  /// @throws Fault of kind USAGE for an unknown instrument or a price off its tick
  public Consequences replayAtOnce(String instId, Candles candles, IntConsumer progress) {
    return causing(
        exchange -> {
          requireTick(exchange.market(), instId, candles);
          Instant now = now();
          int played = 0;
          for (Candles.Candle candle : candles.list()) {
            candle.path().forEach(price -> meet(exchange, instId, price, now));
            progress.accept(++played);
          }
        });
  }

  private static void requireTick(PaperMarket market, String instId, Candles candles) {
    Instrument instrument =
        market
            .instrument(instId)
            .orElseThrow(() -> new IllegalArgumentException("no instrument " + instId));
    candles.requireTick(instrument.tickSz());
  }

  private static void meet(PaperExchange exchange, String instId, BigDecimal price, Instant now) {
    exchange.market().set(instId, now, price, Optional.empty(), Optional.empty());
    exchange.trading().react(now);
  }

  /// To the millisecond, as the account counts time.
  private Instant now() {
    return time.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Takes a position, or a part of it, away at the mark price, as auto-deleveraging does.
  ///
  /// @return what happened to the account
  /// @throws Fault of kind USAGE when there is no such position, several, or less than that
  public Consequences deleverage(Adl adl) {
    return causing(exchange -> exchange.trading().deleverage(adl, time.now()));
  }

  /// Places an order as the account's owner does in the app: past whatever else trades on it.
  ///
  /// @param body as OKX documents it
  /// @throws Fault of kind USAGE when the exchange refuses it
  public void order(ObjectNode body) {
    change(
        exchange -> {
          Call call =
              new Call("POST", "/api/v5/trade/order", Map.of(), body, Optional.empty(), now());
          Result result = exchange.handle(call);
          if (!result.code().equals("0")) {
            throw usage("the order was refused: " + result.data());
          }
        });
  }

  private static void plan(PaperMarket market, String instId, Replay replay, Instant start) {
    market.clear(instId, start);
    Instant at = start;
    for (BigDecimal price : replay.prices()) {
      market.plan(instId, at, price, Optional.empty(), Optional.empty());
      at = at.plus(replay.interval());
    }
  }

  /// Makes one more key of the account, to rehearse with.
  ///
  /// @param rights what it may besides reading
  /// @param bound the only environment it works in: LIVE without, DEMO with the simulated-trading
  ///   header; empty: both
  public Credentials addKey(KeyRights rights, Optional<Environment> bound) {
    return store.exclusively(
        exchange -> {
          ApiKey key = ApiKey.random(home.random().get(), rights, bound);
          exchange.add(key);
          return key.credentials();
        });
  }

  /// Lets the past happen at the old prices, then makes the change, then lets it have its effect.
  private void change(Consumer<PaperExchange> change) {
    causing(change);
  }

  private Consequences causing(Consumer<PaperExchange> change) {
    return store.exclusively(
        exchange -> {
          exchange.advance(time.now());
          try {
            return exchange.trading().during(() -> changed(exchange, change));
          } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
          }
        });
  }

  private void changed(PaperExchange exchange, Consumer<PaperExchange> change) {
    change.accept(exchange);
    exchange.touch();
    exchange.advance(time.now());
  }

  private static Fault usage(String message) {
    return new Fault(ExitCode.USAGE, message, "okx paper status shows what there is");
  }

  /// Lets the state directory go.
  @Override
  public void close() {
    store.close();
  }
}
