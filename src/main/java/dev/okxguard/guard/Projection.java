package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Money;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Pair;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Exposure in USD if whatever is pending, unresolved or asked for fills in the worst order:
/// positions, pending orders, waiting algo orders, open intents, what the batch sends first, and
/// this order.
///
/// Orders that can only reduce add nothing, but what they may take off first offsets nothing
/// either: an order beyond them would meet a smaller position and turn it further. Long and short
/// never cancel out across legs.
final class Projection {
  private final Situation order;
  private final Map<LegKey, Leg> legs = new LinkedHashMap<>();

  private Projection(Situation order) {
    this.order = order;
  }

  static Projection of(Situation order) {
    Projection projection = new Projection(order);
    order.positions().forEach(projection::addPosition);
    projection.addSpotHolding();
    order.pendingOrders().forEach(projection::addPending);
    order
        .pendingAlgos()
        .forEach(a -> projection.add(LegKey.of(a), a.side(), Waiting.usd(order, a)));
    order.waitingExits().forEach(projection::addExit);
    order.facts().openIntents().forEach(projection::addIntent);
    order.facts().ahead().forEach(projection::addAhead);
    projection.add(LegKey.of(order.draft()), order.draft().side(), Worth.restUsd(order));
    return projection;
  }

  /// The order's instrument, all legs together; for spot with what is held of the base currency,
  /// and with other pairs of it, which end up as the same coins. A sale for another coin is as much
  /// about that one.
  BigDecimal instrument() {
    OrderDraft draft = order.draft();
    if (draft.instType().contracts()) {
      return sum(key -> key.instId().equals(draft.instId()), Leg::worst);
    }
    Pair pair = Pair.of(draft.instId());
    BigDecimal own = sum(key -> pairOf(key, pair.base()), Leg::worst).add(brought(pair.base()));
    boolean swap = draft.side() == Side.SELL && !pair.forMoney();
    return swap ? own.max(coin(pair.quote())) : own;
  }

  /// A coin as it would be: what is held of it and what may be bought or brought.
  private BigDecimal coin(String ccy) {
    BigDecimal held = order.balance().of(ccy).map(Balance.Currency::eq).orElse(BigDecimal.ZERO);
    return order
        .facts()
        .rates()
        .usd(ccy, held)
        .add(sum(key -> pairOf(key, ccy), leg -> leg.buys))
        .add(brought(ccy));
  }

  /// What sales of other coins bring of that one.
  private BigDecimal brought(String ccy) {
    return Money.is(ccy)
        ? BigDecimal.ZERO
        : sum(key -> spot(key) && Pair.of(key.instId()).quote().equals(ccy), leg -> leg.sells);
  }

  private static boolean pairOf(LegKey key, String base) {
    return spot(key) && Pair.of(key.instId()).base().equals(base);
  }

  private static boolean spot(LegKey key) {
    return InstType.byForm(key.instId()) == InstType.SPOT;
  }

  private BigDecimal sum(Predicate<LegKey> which, Function<Leg, BigDecimal> what) {
    return legs.entrySet().stream()
        .filter(e -> which.test(e.getKey()))
        .map(e -> what.apply(e.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Everything. Coins held are no position here: they may be collateral, and `min_cash_ratio`
  /// bounds them.
  BigDecimal total() {
    return legs.values().stream().map(Leg::risk).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void addPosition(Position position) {
    if (!position.flat()) {
      Leg leg = leg(LegKey.of(position));
      leg.hold(value(position, Side.BUY), value(position, Side.SELL));
      leg.size = leg.size.add(position.signed());
    }
  }

  /// With its sign; at mark or as the exchange has it, whichever is more. The exchange has options
  /// by their underlying, which is no measure of bought ones.
  ///
  /// @param side whether it is to be seen as bought or as sold
  private BigDecimal value(Position position, Side side) {
    BigDecimal mark = order.mark(position.instId());
    BigDecimal unsigned = usd(position.instId(), position.signed().abs(), side, mark);
    BigDecimal ours = unsigned.multiply(BigDecimal.valueOf(position.signed().signum()));
    if (position.instType() == InstType.OPTION) {
      return ours;
    }
    BigDecimal size = position.notionalUsd().map(BigDecimal::abs).orElse(ours.abs());
    return size.max(ours.abs()).multiply(BigDecimal.valueOf(ours.signum()));
  }

  private void addSpotHolding() {
    if (Situation.tradedAs(order.draft(), order.facts()) == InstType.SPOT) {
      Leg leg = leg(LegKey.of(order.draft()));
      String instId = order.draft().instId();
      leg.spot = true;
      BigDecimal coins = usd(instId, base(), Side.BUY, order.mark());
      leg.heldLong = coins;
      leg.heldShort = coins;
    }
  }

  private BigDecimal base() {
    return order
        .balance()
        .of(order.instrument().baseCcy())
        .map(Balance.Currency::eq)
        .orElse(BigDecimal.ZERO);
  }

  private void addPending(Order pending) {
    LegKey key = LegKey.of(pending);
    boolean changed = order.facts().ahead().stream().anyMatch(ahead -> ahead.changes(pending));
    if (!sized(pending)) {
      throw new MissingDatum("a sound size of order " + pending.ordId());
    }
    if (pending.remaining().signum() == 0 || changed) {
      return;
    }
    if (onlyReduces(pending, order.facts().config())) {
      reduce(key, pending.side(), pending.instType(), Optional.of(pending.remaining()));
      return;
    }
    add(key, pending.side(), value(pending));
  }

  /// Whether its size and what of it is filled can be those of an order that rests. The two count
  /// different things where it has no price.
  private static boolean sized(Order pending) {
    boolean filled = pending.px().isPresent() && pending.accFillSz().compareTo(pending.sz()) > 0;
    return pending.sz().signum() > 0 && pending.accFillSz().signum() >= 0 && !filled;
  }

  private BigDecimal value(Order pending) {
    BigDecimal mark = order.mark(pending.instId());
    BigDecimal price = pending.px().map(mark::max).orElse(mark);
    return usd(pending.instId(), pending.remaining(), pending.side(), price);
  }

  /// Ahead in the batch: an exit, too, takes away what is held, so that a later order on its side
  /// finds less of it. A change of an order counts as what is more, before or after.
  private void addAhead(Ahead ahead) {
    OrderDraft draft = ahead.draft();
    boolean here = draft.instId().equals(order.draft().instId());
    if (!ahead.entry() && !draft.instType().contracts() && !here) {
      return;
    }
    BigDecimal before =
        ahead
            .changes()
            .filter(o -> !onlyReduces(o, order.facts().config()))
            .map(this::value)
            .orElse(BigDecimal.ZERO);
    add(LegKey.of(draft), draft.side(), ahead.knownUsd().max(before));
  }

  /// Whether a pending order cannot open anything: reduce-only where OKX honours the flag (not for
  /// spot and options, nor in long/short mode), closing by its position side, or a cash sale where
  /// that cannot borrow.
  static boolean onlyReduces(Order pending, Optional<AccountConfig> config) {
    LegKey leg = LegKey.of(pending);
    boolean flagged =
        pending.reduceOnly()
            && pending.posSide() == PosSide.NET
            && pending.instType() != InstType.SPOT
            && pending.instType() != InstType.OPTION;
    return flagged
        || leg.closedBy(pending.side())
        || ExposureOf.cashSale(leg, pending.side(), config);
  }

  private void addExit(Algo exit) {
    Optional<BigDecimal> size = exit.sz().filter(_ -> !exit.closesAll());
    reduce(LegKey.of(exit), exit.side(), exit.instType(), size);
  }

  /// Takes that much off the leg, all of it when there is no size or it counts no contracts.
  private void reduce(LegKey key, Side side, InstType type, Optional<BigDecimal> size) {
    Leg leg = legs.get(key);
    if (leg != null && leg.size.signum() * side.sign() < 0) {
      leg.reduced =
          leg.reduced.add(size.filter(_ -> type.contracts()).orElseGet(() -> leg.size.abs()));
    }
  }

  private void addIntent(Facts.OpenIntent intent) {
    BigDecimal usd =
        intent
            .notionalUsd()
            .orElseThrow(() -> new MissingDatum("value of unresolved " + intent.intentId()));
    boolean here = intent.instId().equals(order.draft().instId());
    LegKey own = LegKey.of(order.draft());
    add(here ? own : new LegKey(intent.instId(), own.tdMode(), own.posSide()), intent.side(), usd);
  }

  private void add(LegKey key, Side side, BigDecimal usd) {
    Leg leg = leg(key);
    if (side == Side.BUY) {
      leg.buys = leg.buys.add(usd);
    } else {
      leg.sells = leg.sells.add(usd);
    }
  }

  private Leg leg(LegKey key) {
    return legs.computeIfAbsent(key, _ -> new Leg());
  }

  private BigDecimal usd(String instId, BigDecimal size, Side side, BigDecimal price) {
    return OptionWorth.usd(order.instrument(instId), size, side, price, order.facts().rates());
  }

  /// One leg while it is added up; what is held is signed, the rest is not. It is valued twice, as
  /// a long and as a short would be, since options are not the same both ways.
  private static final class Leg {
    private BigDecimal heldLong = BigDecimal.ZERO;
    private BigDecimal heldShort = BigDecimal.ZERO;
    private BigDecimal buys = BigDecimal.ZERO;
    private BigDecimal sells = BigDecimal.ZERO;
    private BigDecimal size = BigDecimal.ZERO;
    private BigDecimal reduced = BigDecimal.ZERO;
    private boolean spot;

    void hold(BigDecimal asLong, BigDecimal asShort) {
      heldLong = heldLong.add(asLong);
      heldShort = heldShort.add(asShort);
    }

    /// The most it can be, long if all buys fill, short if all sells do.
    BigDecimal worst() {
      return left(heldLong, 1).add(buys).max(sells.subtract(left(heldShort, -1)));
    }

    /// What is held against that direction, less what may be gone before: it offsets no more.
    private BigDecimal left(BigDecimal held, int direction) {
      if (size.signum() * direction >= 0) {
        return held;
      }
      BigDecimal rest = size.abs().subtract(reduced).max(BigDecimal.ZERO);
      return Decimals.divide(held.multiply(rest), size.abs());
    }

    BigDecimal risk() {
      return spot ? buys.max(sells.subtract(heldShort)).max(BigDecimal.ZERO) : worst();
    }
  }
}
