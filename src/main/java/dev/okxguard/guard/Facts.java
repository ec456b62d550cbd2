package dev.okxguard.guard;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Book;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.model.Quote;
import dev.okxguard.model.Side;
import dev.okxguard.model.UsdRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything the rules may look at, read fresh. An empty [Optional] is a datum that could not be
/// read: an entry that needs it is denied, naming it.
///
/// @param serverTime the exchange's clock
/// @param clockSkewMillis local minus server
/// @param positions every open leg
/// @param pendingOrders every resting order of the account, ours or not
/// @param pendingAlgos every waiting algo order of the account, ours or not
/// @param instruments specifications of every instrument held, ordered or asked for, by instId
/// @param marks mark price (or last, for spot) of each of them, by instId
/// @param quote of the instrument asked for
/// @param book of the instrument asked for; only needed for market orders
/// @param leverage set for the instrument asked for
/// @param recent entries on record, newest first, at least those of the current UTC day and hour;
///   empty when the exchange's own record could not be read
/// @param openIntents entries whose fate is unknown
/// @param ahead what the same batch sends before the order asked for
/// @param brakes what stands in the way of entries whatever the order
/// @param breakers what the breakers show; one that did not look denies entries
public record Facts(
    Environment environment,
    Instant serverTime,
    long clockSkewMillis,
    Optional<AccountConfig> config,
    Optional<Balance> balance,
    Optional<List<Position>> positions,
    Optional<List<Order>> pendingOrders,
    Optional<List<Algo>> pendingAlgos,
    Map<String, Instrument> instruments,
    Map<String, BigDecimal> marks,
    Optional<Quote> quote,
    Optional<Book> book,
    Optional<BigDecimal> leverage,
    UsdRates rates,
    Optional<List<PastEntry>> recent,
    List<OpenIntent> openIntents,
    List<Ahead> ahead,
    Brakes brakes,
    List<BreakerReading> breakers) {

  public Facts {
    positions = positions.map(List::copyOf);
    pendingOrders = pendingOrders.map(List::copyOf);
    pendingAlgos = pendingAlgos.map(List::copyOf);
    instruments = Map.copyOf(instruments);
    marks = Map.copyOf(marks);
    recent = recent.map(List::copyOf);
    openIntents = List.copyOf(openIntents);
    ahead = List.copyOf(ahead);
    breakers = List.copyOf(breakers);
  }

  /// The same account, looked at for another order.
  public Facts about(
      Optional<Quote> itsQuote,
      Optional<Book> itsBook,
      Optional<BigDecimal> itsLeverage,
      List<Ahead> aheadOfIt) {
    return new Facts(
        environment,
        serverTime,
        clockSkewMillis,
        config,
        balance,
        positions,
        pendingOrders,
        pendingAlgos,
        instruments,
        marks,
        itsQuote,
        itsBook,
        itsLeverage,
        rates,
        recent,
        openIntents,
        aheadOfIt,
        brakes,
        breakers);
  }

  Facts with(Optional<List<Order>> otherPending, Optional<Balance> otherBalance) {
    return new Facts(
        environment,
        serverTime,
        clockSkewMillis,
        config,
        otherBalance,
        positions,
        otherPending,
        pendingAlgos,
        instruments,
        marks,
        quote,
        book,
        leverage,
        rates,
        recent,
        openIntents,
        ahead,
        brakes,
        breakers);
  }

  /// The same without that waiting algo order, for judging what takes its place.
  public Facts without(String algoId) {
    return new Facts(
        environment,
        serverTime,
        clockSkewMillis,
        config,
        balance,
        positions,
        pendingOrders,
        pendingAlgos.map(all -> all.stream().filter(a -> !a.algoId().equals(algoId)).toList()),
        instruments,
        marks,
        quote,
        book,
        leverage,
        rates,
        recent,
        openIntents,
        ahead,
        brakes,
        breakers);
  }

  /// An entry that was sent and not refused, by the journal or by the exchange's own record,
  /// whichever knows more.
  ///
  /// @param px limit price, empty for market orders
  public record PastEntry(
      Instant time,
      String instId,
      Side side,
      BigDecimal sz,
      Optional<BigDecimal> px,
      boolean ours,
      String clOrdId) {}

  /// An intent without a settled outcome: it may be an order by now.
  public record OpenIntent(
      String intentId, String instId, Side side, Optional<BigDecimal> notionalUsd) {}
}
