package dev.okxguard.reconcile;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// An account at an exchange of few words: it does what it is told, and keeps fills, bills and
/// orders of it as OKX does. Knows nothing of books.
final class World {
  /// Who does something.
  enum By {
    OURS,
    HAND,
    BOT,
    COPY
  }

  PosMode mode;
  final Map<String, BigDecimal> cash = new TreeMap<>();
  final Map<Leg, BigDecimal> legs = new TreeMap<>();
  final Map<Leg, BigDecimal> levers = new TreeMap<>();
  final Map<String, Order> orders = new TreeMap<>();
  final Map<String, Algo> algos = new TreeMap<>();
  final List<Fill> fills = new ArrayList<>();
  final List<Bill> bills = new ArrayList<>();
  final List<Event.Intent> intents = new ArrayList<>();
  Set<String> perm = Set.of("read_only", "trade");
  Instant now = Samples.START;

  private long ids = 1000;

  World(PosMode mode) {
    this.mode = mode;
    cash.put("USDT", new BigDecimal("10000"));
    cash.put("BTC", new BigDecimal("1.5"));
    cash.put("OKB", new BigDecimal("20"));
  }

  String id() {
    ids++;
    return Long.toString(ids);
  }

  void pass(long millis) {
    now = now.plusMillis(millis);
  }

  Order order(Draft draft, By by) {
    String id = id();
    String clOrdId =
        switch (by) {
          case OURS -> "okg" + id;
          case HAND -> "";
          case BOT -> "bot" + id;
          case COPY -> "okgother" + id;
        };
    if (by == By.OURS) {
      intents.add(Samples.intent("place", draft.body(clOrdId)));
    }
    Order order = Drafts.order(draft, id, clOrdId, now);
    orders.put(id, order);
    return order;
  }

  /// Fills that much of an order, which the caller knows fits.
  void fill(String ordId, BigDecimal sz, BigDecimal px) {
    Order order = orders.get(ordId);
    BigDecimal filled = order.accFillSz().add(sz);
    boolean done = filled.compareTo(order.sz()) >= 0;
    OrderState state = done ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
    orders.put(ordId, Drafts.progressed(order, state, filled, "", now));
    if (order.instType().contracts()) {
      contracts(order, sz, px, "2", id());
    } else {
      spot(order, sz, px);
    }
    if (done) {
      order.attached().forEach(stop -> algo(Drafts.attachedStop(order, stop, id(), now)));
    }
    drop(order.instId());
  }

  private void contracts(Order order, BigDecimal sz, BigDecimal px, String billType, String trade) {
    BigDecimal signed = sz.multiply(BigDecimal.valueOf(order.side().sign()));
    Leg leg = new Leg(order.instId(), order.tdMode(), order.posSide(), "");
    legs.merge(leg, signed, BigDecimal::add);
    levers.putIfAbsent(leg, BigDecimal.TEN);
    BigDecimal pnl = px.remainder(BigDecimal.valueOf(7)).subtract(BigDecimal.valueOf(3));
    boolean forced = !billType.equals("2");
    BigDecimal fee = forced ? BigDecimal.ZERO : sz.multiply(new BigDecimal("-0.025"));
    String ccy = order.instId().contains("-USDT-") ? "USDT" : "ETH";
    fills.add(filled(order, sz, px, fee, ccy, forced ? "-" + trade : trade));
    bill(billType, ccy, pnl.add(fee), order, later());
  }

  private void spot(Order order, BigDecimal sz, BigDecimal px) {
    boolean buy = order.side() == Side.BUY;
    BigDecimal value = sz.multiply(px);
    BigDecimal rate = new BigDecimal("-0.001");
    boolean token = order.ordId().endsWith("7");
    boolean inBase = buy && !token;
    String feeCcy = token ? "OKB" : buy ? "BTC" : "USDT";
    BigDecimal fee = (token ? new BigDecimal("0.3") : buy ? sz : value).multiply(rate);
    fills.add(filled(order, sz, px, fee, feeCcy, id()));
    Instant later = later();
    BigDecimal base = inBase ? sz.add(fee) : buy ? sz : sz.negate();
    BigDecimal quote = buy ? value.negate() : token ? value : value.add(fee);
    bill("2", "BTC", base, order, later);
    bill("2", "USDT", quote, order, later);
    if (token) {
      bill("2", "OKB", fee, order, later);
    }
  }

  /// Bills bear a time of their own, a little later than the fill.
  private Instant later() {
    return now.plusMillis(ids % 4);
  }

  private Fill filled(
      Order order, BigDecimal sz, BigDecimal px, BigDecimal fee, String ccy, String trade) {
    return new Fill(
        order.instType(),
        order.instId(),
        trade,
        id(),
        order.ordId(),
        order.clOrdId(),
        order.side(),
        order.posSide(),
        px,
        sz,
        fee,
        ccy,
        BigDecimal.ZERO,
        now);
  }

  private void bill(String type, String ccy, BigDecimal change, Order order, Instant time) {
    post(type, ccy, change, order.instId(), Optional.of(order), time);
  }

  /// Money that moves without an order.
  void move(String type, String ccy, String change, String instId) {
    post(type, ccy, new BigDecimal(change), instId, Optional.empty(), now);
  }

  private void post(
      String type,
      String ccy,
      BigDecimal change,
      String instId,
      Optional<Order> order,
      Instant time) {
    cash.merge(ccy, change, BigDecimal::add);
    bills.add(
        new Bill(
            id(),
            type,
            "",
            ccy,
            change,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            instId,
            order.map(Order::ordId).orElse(""),
            order.map(Order::clOrdId).orElse(""),
            "",
            order.map(Order::tdMode).filter(_ -> !instId.isEmpty()),
            time));
  }

  /// The exchange takes that much off a leg by itself.
  Order seize(Leg leg, BigDecimal sz, String category, String billType) {
    Side side = legs.get(leg).signum() > 0 ? Side.SELL : Side.BUY;
    Draft draft = new Draft(leg.instId(), leg.mgnMode(), leg.posSide(), side, sz);
    Order order = Drafts.seizing(Drafts.order(draft, id(), "", now), category, now);
    orders.put(order.ordId(), order);
    contracts(order, sz, new BigDecimal("100"), billType, id());
    drop(leg.instId());
    return order;
  }

  /// The instrument ends.
  ///
  /// @param visibly with an order and a fill of the exchange's own, as some deliveries have
  void deliver(String instId, boolean visibly) {
    for (Map.Entry<Leg, BigDecimal> it : Map.copyOf(legs).entrySet()) {
      if (!it.getKey().instId().equals(instId) || it.getValue().signum() == 0) {
        continue;
      }
      if (visibly) {
        seize(it.getKey(), it.getValue().abs(), "delivery", "3");
      } else {
        legs.remove(it.getKey());
        post("3", "USDT", new BigDecimal("12.5"), instId, Optional.empty(), now);
      }
    }
    drop(instId);
  }

  void cancel(String ordId, String source, By by) {
    if (by == By.OURS) {
      intents.add(Samples.intent("cancel", "instId", "x", "ordId", ordId));
    }
    Order order = orders.get(ordId);
    orders.put(
        ordId, Drafts.progressed(order, OrderState.CANCELED, order.accFillSz(), source, now));
  }

  void amend(String ordId, BigDecimal px, By by) {
    if (by == By.OURS) {
      intents.add(Samples.intent("amend", "ordId", ordId, "newPx", px.toPlainString()));
    }
    orders.put(ordId, Drafts.priced(orders.get(ordId), px));
  }

  /// Hangs a stop of ours on an order of ours.
  void attach(String ordId) {
    Order order = orders.get(ordId);
    String stop = order.clOrdId() + "s";
    intents.add(Samples.intentWithStop("place", "clOrdId", order.clOrdId(), stop));
    orders.put(ordId, Drafts.attached(order, stop));
  }

  /// A stop-loss for all of an open leg.
  Algo stop(Leg leg, By by) {
    String id = id();
    BigDecimal pos = legs.get(leg);
    Side side = pos.signum() > 0 ? Side.SELL : Side.BUY;
    Draft draft = new Draft(leg.instId(), leg.mgnMode(), leg.posSide(), side, pos.abs());
    if (by == By.OURS) {
      intents.add(Samples.intent("algo", "algoClOrdId", "okg" + id));
    }
    return algo(Drafts.stop(draft, id, by == By.OURS ? "okg" + id : "", true, now));
  }

  /// A stop of ours anywhere.
  Algo stopOf(Leg leg, Side side, boolean reduceOnly) {
    String id = id();
    intents.add(Samples.intent("algo", "algoClOrdId", "okg" + id));
    Draft draft = new Draft(leg.instId(), leg.mgnMode(), leg.posSide(), side, BigDecimal.ONE);
    return algo(Drafts.stop(draft, id, "okg" + id, reduceOnly, now));
  }

  void cancelAlgo(Algo algo, By by) {
    if (by == By.OURS) {
      intents.add(Samples.intent("cancel-algo", "algoId", algo.algoId()));
    }
    algos.put(algo.algoId(), Drafts.in(algo, AlgoState.CANCELED, now));
  }

  Algo algo(Algo algo) {
    algos.put(algo.algoId(), algo);
    return algo;
  }

  /// An algo order goes off: its order names it, but bears no client id.
  Order fire(Algo algo) {
    algos.put(algo.algoId(), Drafts.in(algo, AlgoState.EFFECTIVE, now));
    Order order = Drafts.fired(algo, id(), now);
    orders.put(order.ordId(), order);
    return order;
  }

  /// Stops go with their position.
  private void drop(String instId) {
    for (Algo algo : List.copyOf(algos.values())) {
      BigDecimal pos = legs.getOrDefault(Leg.of(algo), BigDecimal.ZERO);
      boolean protects = pos.signum() == -algo.side().sign();
      boolean touched = algo.instId().equals(instId) && algo.instType().contracts();
      if (algo.state() == AlgoState.LIVE && touched && !protects) {
        algos.put(algo.algoId(), Drafts.in(algo, AlgoState.CANCELED, now));
      }
    }
  }

  Ours ours() {
    return Ours.of(intents);
  }
}
