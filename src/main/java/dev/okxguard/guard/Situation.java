package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// An order in front of the facts. Every accessor gives a usable datum or throws [MissingDatum]
/// naming it, so that no rule can go on without one.
final class Situation {
  private final OrderRequest request;
  private final Facts facts;
  private final Policy policy;
  private final Exposure exposure;
  private Projection projection;

  Situation(OrderRequest request, Facts facts, Policy policy, Exposure exposure) {
    this.request = request;
    this.facts = facts;
    this.policy = policy;
    this.exposure = exposure;
  }

  OrderDraft draft() {
    return request.draft();
  }

  /// The price that must be reached before the order is placed; empty for an order of now.
  Optional<BigDecimal> trigger() {
    return request.trigger();
  }

  /// What of the draft may still fill.
  BigDecimal restSz() {
    return request.restSz();
  }

  /// The draft with that size.
  OrderDraft rest() {
    return request.rest();
  }

  boolean intentKey() {
    return request.intentKey();
  }

  Facts facts() {
    return facts;
  }

  Policy policy() {
    return policy;
  }

  Exposure exposure() {
    return exposure;
  }

  Instrument instrument() {
    return instrument(draft().instId());
  }

  Instrument instrument(String instId) {
    Instrument instrument = facts.instruments().get(instId);
    if (instrument == null) {
      throw new MissingDatum("instrument " + instId);
    }
    return instrument;
  }

  BigDecimal mark() {
    return mark(draft().instId());
  }

  BigDecimal mark(String instId) {
    BigDecimal mark = facts.marks().get(instId);
    if (mark == null || mark.signum() <= 0) {
      throw new MissingDatum("mark price of " + instId);
    }
    return mark;
  }

  Quote quote() {
    Optional<Quote> quote = facts.quote().filter(q -> q.instId().equals(draft().instId()));
    return have(quote.filter(q -> q.last().signum() > 0), "quote of " + draft().instId());
  }

  Book book() {
    Optional<Book> book = facts.book().filter(b -> b.instId().equals(draft().instId()));
    return have(
        book.map(b -> BookWalk.left(b, draft(), facts.ahead())),
        "order book of " + draft().instId());
  }

  AccountConfig config() {
    return have(facts.config(), "account configuration");
  }

  Balance balance() {
    return have(facts.balance(), "account balance");
  }

  /// Equity in USD, positive.
  BigDecimal equity() {
    return have(
        Optional.of(balance().totalEq()).filter(eq -> eq.signum() > 0), "positive account equity");
  }

  List<Position> positions() {
    return have(facts.positions(), "positions");
  }

  List<Order> pendingOrders() {
    return have(facts.pendingOrders(), "pending orders");
  }

  /// Waiting algo orders that may add exposure when they fire.
  List<Algo> pendingAlgos() {
    return have(facts.pendingAlgos(), "pending algo orders").stream()
        .filter(algo -> !Waiting.onlyReduces(algo, facts.config()))
        .toList();
  }

  /// Waiting algo orders that can only take something off.
  List<Algo> waitingExits() {
    return have(facts.pendingAlgos(), "pending algo orders").stream()
        .filter(algo -> Waiting.onlyReduces(algo, facts.config()))
        .toList();
  }

  /// Entries on record, newest first.
  List<Facts.PastEntry> recent() {
    return have(facts.recent(), "order history");
  }

  BigDecimal leverage() {
    return have(
        facts.leverage().filter(lever -> lever.signum() > 0), "leverage of " + draft().instId());
  }

  /// The limit price of a priced order; empty when the market sets the price.
  Optional<BigDecimal> limitPrice() {
    if (!draft().ordType().priced()) {
      return Optional.empty();
    }
    return Optional.of(have(draft().px().filter(px -> px.signum() > 0), "price of the order"));
  }

  /// What the account would hold if everything pending filled; computed once an order.
  Projection projection() {
    if (projection == null) {
      projection = Projection.of(this);
    }
    return projection;
  }

  /// The type the order must be allowed as. Multi-currency and portfolio accounts have one mode for
  /// plain spot and for spot on credit, and so has spot mode where it lends: what goes beyond one's
  /// own money there is margin.
  InstType countsAs() {
    InstType type = tradedAs(draft(), facts);
    boolean credit = type == InstType.SPOT && mayBorrow() && beyondOwn();
    return credit ? InstType.MARGIN : type;
  }

  private boolean mayBorrow() {
    return draft().tdMode() == TdMode.CROSS || config().spotBorrow();
  }

  private boolean beyondOwn() {
    if (draft().side() == Side.SELL) {
      return !ExposureOf.covered(rest(), facts);
    }
    String quote = instrument().quoteCcy();
    BigDecimal free = balance().of(quote).map(Balance.Currency::availBal).orElse(BigDecimal.ZERO);
    BigDecimal ahead =
        facts.ahead().stream()
            .filter(Ahead::entry)
            .map(Ahead::knownUsd)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Worth.restUsd(this).add(ahead).compareTo(facts.rates().usd(quote, free)) > 0;
  }

  /// Whether the order is margined at a leverage: options are not, they have a premium.
  boolean leveraged() {
    return margined() && draft().instType() != InstType.OPTION;
  }

  /// Whether the order is margined: contracts, or spot on credit.
  boolean margined() {
    return tradedAs(draft(), facts) != InstType.SPOT;
  }

  /// The type an order counts as: spot on credit is margin, whatever its id says.
  static InstType tradedAs(OrderDraft draft, Facts facts) {
    boolean credit =
        draft.instType() == InstType.SPOT && !ExposureOf.plainSpot(draft.tdMode(), facts.config());
    return credit ? InstType.MARGIN : draft.instType();
  }

  private static <T> T have(Optional<T> datum, String name) {
    return AccountRule.have(datum, name);
  }
}
