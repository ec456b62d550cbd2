package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Pair;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Tells entries from exits by position arithmetic. What cannot be proven to reduce is an entry.
///
/// - Contracts: the order is opposite to the leg, not larger than it, and what is already pending
///   against the leg leaves room for it, unless the exchange itself keeps the order from opening.
/// - The exchange does that for `reduceOnly` in net mode, outside portfolio margin, and for
///   sell+long and buy+short in long/short mode. Such an order passes as an exit even when the
///   positions cannot be read. It does not do it for options, which have neither reduce-only nor
///   legs.
/// - Spot has no reduce-only. A sell within the free balance of the base currency is an exit; with
///   an unknown balance it may borrow, so it is an entry. So is one for another coin: it buys that.
/// - Margin, also spot on credit, is not counted in contracts: only `reduceOnly` makes an exit
///   there, whatever the position mode, which margin positions do not have.
/// - An attached stop is a further order the other way, so an order that carries one is no exit.
final class ExposureOf {
  private final OrderDraft draft;
  private final Facts facts;
  private final LegKey leg;

  private ExposureOf(OrderDraft draft, Facts facts) {
    this.draft = draft;
    this.facts = facts;
    this.leg = LegKey.of(draft);
  }

  static Exposure of(OrderDraft draft, Facts facts) {
    return switch (withoutStop(draft, facts)) {
      case Exposure.Exit _ when draft.stop().isPresent() -> new Exposure.Entry();
      case Exposure bare -> bare;
    };
  }

  /// What the order would be if no stop were attached to it.
  static Exposure withoutStop(OrderDraft draft, Facts facts) {
    ExposureOf order = new ExposureOf(draft, facts);
    if (draft.sz().signum() <= 0) {
      return new Exposure.Entry();
    }
    return switch (Situation.tradedAs(draft, facts)) {
      case SPOT -> order.spot();
      case MARGIN -> order.held() ? new Exposure.Exit() : new Exposure.Entry();
      case SWAP, FUTURES, OPTION, EVENTS -> order.contracts();
    };
  }

  private Exposure contracts() {
    if (draft.reduceOnly() && opensLeg()) {
      return new Exposure.WrongDirection();
    }
    return facts.positions().map(this::against).orElseGet(this::blind);
  }

  private Exposure blind() {
    return held() ? new Exposure.Exit() : new Exposure.Entry();
  }

  private Exposure against(List<Position> positions) {
    BigDecimal reducible = reducible(positions);
    boolean closing = draft.reduceOnly() || leg.closedBy(draft.side());
    if (reducible.signum() <= 0) {
      return closing ? new Exposure.WrongDirection() : new Exposure.Entry();
    }
    if (draft.sz().compareTo(reducible) > 0) {
      return closing ? new Exposure.BeyondPosition(reducible) : new Exposure.Entry();
    }
    return held() || room(reducible) ? new Exposure.Exit() : new Exposure.Entry();
  }

  /// Contracts on the leg that an order of this side takes off; not positive when there are none.
  private BigDecimal reducible(List<Position> positions) {
    BigDecimal signed =
        positions.stream()
            .filter(p -> LegKey.of(p).equals(leg))
            .map(Position::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return draft.side() == Side.SELL ? signed : signed.negate();
  }

  /// Whether the order still fits when everything else pending or unresolved on its side fills.
  private boolean room(BigDecimal reducible) {
    if (facts.pendingOrders().isEmpty() || facts.pendingAlgos().isEmpty() || unresolved()) {
      return false;
    }
    BigDecimal pending =
        facts.pendingOrders().get().stream()
            .filter(o -> o.side() == draft.side() && LegKey.of(o).equals(leg))
            .map(Order::remaining)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal ahead =
        facts.ahead().stream()
            .filter(a -> a.draft().side() == draft.side() && LegKey.of(a.draft()).equals(leg))
            .map(Ahead::rest)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return draft.sz().add(pending).add(ahead).add(later(reducible)).compareTo(reducible) <= 0;
  }

  /// What waiting algo orders may take off before it, unless the exchange keeps them from opening.
  private BigDecimal later(BigDecimal reducible) {
    return facts.pendingAlgos().orElseThrow().stream()
        .filter(a -> a.side() == draft.side() && LegKey.of(a).equals(leg))
        .filter(a -> levelIs(AccountLevel.PORTFOLIO) || !Waiting.onlyReduces(a, facts.config()))
        .map(a -> a.sz().orElse(reducible))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean unresolved() {
    return facts.openIntents().stream()
        .anyMatch(i -> i.instId().equals(draft.instId()) && i.side() == draft.side());
  }

  private boolean opensLeg() {
    return leg.posSide() != PosSide.NET && !leg.closedBy(draft.side());
  }

  /// Whether the exchange itself keeps the order from opening anything.
  private boolean held() {
    if (leg.posSide() != PosSide.NET) {
      return draft.instType().hedged() && leg.closedBy(draft.side()) && !modeIs(PosMode.NET);
    }
    boolean legs = draft.instType().contracts() && modeIs(PosMode.LONG_SHORT);
    boolean ignored =
        levelIs(AccountLevel.PORTFOLIO) || legs || draft.instType() == InstType.OPTION;
    return draft.reduceOnly() && !ignored;
  }

  private boolean modeIs(PosMode mode) {
    return facts.config().map(AccountConfig::posMode).filter(mode::equals).isPresent();
  }

  private boolean levelIs(AccountLevel level) {
    return facts.config().map(AccountConfig::acctLv).filter(level::equals).isPresent();
  }

  private Exposure spot() {
    boolean out = draft.side() == Side.SELL && Pair.of(draft.instId()).forMoney();
    return out && covered() ? new Exposure.Exit() : new Exposure.Entry();
  }

  /// Whether a spot sale takes no more than is free of the coin.
  static boolean covered(OrderDraft draft, Facts facts) {
    return draft.sz().signum() > 0 && new ExposureOf(draft, facts).covered();
  }

  private boolean covered() {
    Optional<BigDecimal> free = facts.balance().map(this::freeBase);
    Optional<BigDecimal> asked = baseSize(draft, draft.sz()).flatMap(this::withAhead);
    return free.isPresent() && asked.isPresent() && asked.get().compareTo(free.get()) <= 0;
  }

  /// Free base currency; OKX has already taken off what other sell orders tie up. Without the
  /// instrument's record the currency is the first part of the id, as OKX builds spot ids.
  private BigDecimal freeBase(Balance balance) {
    String base = Pair.of(draft.instId()).base();
    return balance.of(base).map(Balance.Currency::availBal).orElse(BigDecimal.ZERO);
  }

  /// Base currency that the order may take; at the bid when it counts quote currency.
  private Optional<BigDecimal> baseSize(OrderDraft of, BigDecimal size) {
    if (!of.quoteSized()) {
      return Optional.of(size);
    }
    return facts
        .quote()
        .filter(quote -> quote.instId().equals(of.instId()))
        .flatMap(Quote::bid)
        .filter(bid -> bid.signum() > 0)
        .map(bid -> Decimals.divide(size, bid));
  }

  /// That much and what the batch sells of the same currency before; empty when that is unknown.
  private Optional<BigDecimal> withAhead(BigDecimal size) {
    String base = Pair.of(draft.instId()).base();
    BigDecimal sum = size;
    for (Ahead ahead : facts.ahead()) {
      OrderDraft other = ahead.draft();
      boolean sells = !other.instType().contracts() && other.side() == Side.SELL;
      if (sells && Pair.of(other.instId()).base().equals(base)) {
        Optional<BigDecimal> more = baseSize(other, ahead.rest());
        if (more.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(more.get());
      }
    }
    return Optional.of(sum);
  }

  /// Whether an order in cash mode can only turn a coin into money.
  static boolean cashSale(LegKey leg, Side side, Optional<AccountConfig> config) {
    return leg.tdMode() == TdMode.CASH
        && side == Side.SELL
        && Pair.of(leg.instId()).forMoney()
        && !lent(config);
  }

  /// Whether OKX lends in spot mode what a sale lacks.
  static boolean lent(Optional<AccountConfig> config) {
    return config.filter(AccountConfig::spotBorrow).isPresent();
  }

  /// Whether a spot order of that mode trades without credit: cash, or the only mode that
  /// multi-currency and portfolio accounts have for spot.
  static boolean plainSpot(TdMode mode, Optional<AccountConfig> config) {
    return switch (mode) {
      case CASH -> true;
      case CROSS ->
          config
              .map(AccountConfig::acctLv)
              .filter(l -> l == AccountLevel.MULTI_CURRENCY || l == AccountLevel.PORTFOLIO)
              .isPresent();
      case ISOLATED, SPOT_ISOLATED -> false;
    };
  }
}
