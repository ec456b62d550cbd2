package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the exchange has an order of a caller's intent that the journal does not know of: the
/// state directory was emptied or moved, or another machine trades the account. Each list is read
/// once.
final class Traces {
  /// What OKX's list of finished orders covers.
  private static final Duration WINDOW = Duration.ofDays(7).minusHours(1);

  private final Exchange exchange;
  private final Map<InstType, List<String>> known = new EnumMap<>(InstType.class);

  Traces(Exchange exchange) {
    this.exchange = exchange;
  }

  /// An intent by the caller's id.
  ///
  /// @param rival the id it would have, had it been cut otherwise
  record Named(String uid, String key, Optional<String> rival) {
    boolean marks(String clOrdId) {
      return Ids.marked(clOrdId, uid, key)
          || rival.filter(other -> Ids.marked(clOrdId, uid, other)).isPresent();
    }
  }

  /// Why the intent must not be sent, if so. An exit goes also when OKX does not say.
  ///
  /// @param types where OKX may list it
  /// @param pending what rests now, which the list of finished orders leaves out
  Optional<Denial> against(
      Named named, List<InstType> types, Optional<List<Order>> pending, boolean entry) {
    try {
      return Stream.concat(
              pending.stream().flatMap(List::stream).map(Order::clOrdId),
              types.stream().flatMap(type -> known.computeIfAbsent(type, this::read).stream()))
          .filter(named::marks)
          .findFirst()
          .map(clOrdId -> used(named.key(), clOrdId));
    } catch (Fault fault) {
      return Optional.of(unread(named.key(), fault)).filter(_ -> entry);
    }
  }

  /// The same for an algo order.
  ///
  /// @param pending what waits now
  Optional<Denial> againstAlgos(
      String uid, String key, AlgoType type, Optional<List<Algo>> pending, boolean entry) {
    try {
      Instant since = exchange.serverTime().minus(WINDOW);
      return Stream.concat(
              pending.stream().flatMap(List::stream), exchange.algoHistory(type, since).stream())
          .map(Algo::algoClOrdId)
          .filter(algoClOrdId -> Ids.marked(algoClOrdId, uid, key))
          .findFirst()
          .map(algoClOrdId -> used(key, algoClOrdId));
    } catch (Fault fault) {
      return Optional.of(unread(key, fault)).filter(_ -> entry);
    }
  }

  private List<String> read(InstType type) {
    return exchange.history(type, exchange.serverTime().minus(WINDOW)).stream()
        .map(Order::clOrdId)
        .toList();
  }

  private static Denial used(String key, String clOrdId) {
    return new Denial(
        "intent_id",
        "INTENT_ID_USED",
        "once",
        key,
        "OKX has order "
            + clOrdId
            + " of this intent id, which this journal does not know of;"
            + " look at it with okx order list and okx order history");
  }

  private static Denial unread(String key, Fault fault) {
    return new Denial(
        "intent_id",
        "MISSING_DATA",
        "once",
        key,
        "whether OKX has an order of this intent id could not be read: " + fault.getMessage());
  }
}
