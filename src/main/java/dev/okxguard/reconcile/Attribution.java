package dev.okxguard.reconcile;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Bill;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Order;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells whose doing a fill, a bill or a waiting order is. The exchange's own word on an order
/// comes first (its category, the type of its bills, a negative trade id), then the journal's.
///
/// @param seized by order id, what bills say the exchange did to a position by itself
record Attribution(Books books, Ours ours, Map<String, Order> orders, Map<String, Whose> seized) {

  static Attribution of(Books books, History history, Ours ours) {
    Map<String, Whose> seized = new HashMap<>();
    for (Bill bill : history.bills()) {
      if (!bill.ordId().isEmpty()) {
        seizure(bill.type()).ifPresent(whose -> seized.put(bill.ordId(), whose));
      }
    }
    return new Attribution(books, ours, history.orders(), seized);
  }

  /// For what waits, which needs no history.
  static Attribution of(Books books, Ours ours) {
    return new Attribution(books, ours, Map.of(), Map.of());
  }

  Whose of(Fill fill) {
    Optional<Whose> own = exchange(fill.ordId());
    if (own.isPresent()) {
      return own.get();
    }
    return fill.tradeId().startsWith("-") ? Whose.FORCED : of(fill.ordId(), fill.clOrdId());
  }

  Whose of(Bill bill) {
    return switch (bill.type()) {
      case "1", "3", "6", "7", "8", "22", "34" -> Whose.SYSTEM;
      case "2" -> exchange(bill.ordId()).orElseGet(() -> of(bill.ordId(), bill.clOrdId()));
      case "27" -> Whose.CONVERT;
      case "30" -> Whose.SIMPLE_TRADE;
      default -> seizure(bill.type()).orElse(Whose.OTHER);
    };
  }

  /// Of an order that waits.
  Whose of(Order order) {
    return whose(order.ordId(), order.clOrdId(), Optional.of(order));
  }

  /// Of an algo order that waits.
  Whose of(Algo algo) {
    String id = algo.algoClOrdId();
    if (books.algos().containsKey(algo.algoId())
        || ours.gave(id, algo.algoId())
        || books.attached(id)) {
      return Whose.OURS;
    }
    return id.startsWith(ClOrdId.PREFIX) ? Whose.COPY : Whose.HAND;
  }

  private Whose of(String ordId, String clOrdId) {
    return whose(ordId, clOrdId, Optional.ofNullable(orders.get(ordId)));
  }

  private Whose whose(String ordId, String clOrdId, Optional<Order> order) {
    boolean known = books.orders().containsKey(ordId) || ours.gave(clOrdId, ordId);
    if (known || order.filter(this::ours).isPresent()) {
      return Whose.OURS;
    }
    Stream<String> ids =
        Stream.concat(
            Stream.of(clOrdId),
            order.stream().flatMap(it -> Stream.of(it.clOrdId(), it.algoClOrdId())));
    return ids.anyMatch(id -> id.startsWith(ClOrdId.PREFIX)) ? Whose.COPY : Whose.HAND;
  }

  /// Also what an algo order of ours placed when it fired.
  private boolean ours(Order order) {
    return ours.gave(order.clOrdId(), order.ordId())
        || ours.gave(order.algoClOrdId(), order.algoId())
        || books.algos().containsKey(order.algoId())
        || books.attached(order.algoClOrdId());
  }

  /// What the exchange did by itself, by its own word.
  private Optional<Whose> exchange(String ordId) {
    return Optional.ofNullable(orders.get(ordId))
        .flatMap(order -> category(order.category()))
        .or(() -> Optional.ofNullable(seized.get(ordId)));
  }

  private static Optional<Whose> category(String category) {
    return switch (category) {
      case "delivery", "auto_conversion" -> Optional.of(Whose.SYSTEM);
      case "full_liquidation", "partial_liquidation" -> Optional.of(Whose.LIQUIDATION);
      case "adl" -> Optional.of(Whose.ADL);
      case "twap" -> Optional.of(Whose.REPAYMENT);
      case "ddh" -> Optional.of(Whose.HEDGING);
      default -> Optional.empty();
    };
  }

  private static Optional<Whose> seizure(String billType) {
    return switch (billType) {
      case "3" -> Optional.of(Whose.SYSTEM);
      case "4" -> Optional.of(Whose.REPAYMENT);
      case "5" -> Optional.of(Whose.LIQUIDATION);
      case "9" -> Optional.of(Whose.ADL);
      default -> Optional.empty();
    };
  }
}
