package dev.okxguard.paper.engine;

import dev.okxguard.model.OrdType;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// GET trade/order, orders-pending, orders-history (7 days) and orders-history-archive (3 months).
record OrderReads(Session session) {
  private static final Duration RECENT = Duration.ofDays(7);

  Result order(Call call) {
    Query query = new Query(call);
    String instId = session.instrument(query.required("instId")).instId();
    String ordId = call.parameter("ordId").orElse("");
    String clOrdId = call.parameter("clOrdId").orElse("");
    if (ordId.isEmpty() && clOrdId.isEmpty()) {
      throw Refused.because("50015", "ordId or clOrdId is needed").status(400);
    }
    OwnOrder order =
        session
            .account()
            .orders()
            .find(instId, ordId, clOrdId)
            .filter(this::shown)
            .orElseThrow(() -> Refused.because("51603", "Order does not exist"));
    return rows(List.of(order));
  }

  Result pending(Call call) {
    Query query = new Query(call);
    Optional<String> type = query.type();
    Stream<OwnOrder> rows =
        session.account().orders().pending().reversed().stream()
            .filter(matches(query, type))
            .filter(order -> query.allows("state", order.progress().state().word()));
    return rows(Paging.page(query, rows, OrderReads::cursor));
  }

  Result history(Call call) {
    return history(call, order -> ended(order, RECENT));
  }

  Result archive(Call call) {
    return history(call, order -> !order.untouched() && ended(order, Account.ARCHIVE));
  }

  private Result history(Call call, Predicate<OwnOrder> window) {
    Query query = new Query(call);
    query.required("instType");
    Optional<String> type = query.type();
    Query.Period period = query.period();
    Stream<OwnOrder> rows =
        session.account().orders().done().stream()
            .filter(this::shown)
            .filter(window)
            .filter(matches(query, type))
            .filter(order -> query.allows("state", order.progress().state().word()))
            .filter(order -> query.allows("category", order.terms().category().word()))
            .filter(order -> period.holds(order.created()));
    return rows(Paging.page(query, rows, OrderReads::cursor));
  }

  private Predicate<OwnOrder> matches(Query query, Optional<String> type) {
    List<String> types = query.list("ordType", OrdType.values().length);
    return order -> {
      Terms terms = order.terms();
      String family = session.instrument(terms.instId()).instFamily();
      return type.map(terms.instType().name()::equals).orElse(true)
          && query.allows("instId", terms.instId())
          && query.allows("instFamily", family)
          && query.allows("uly", family)
          && (types.isEmpty() || types.contains(terms.ordType().word()));
    };
  }

  /// Cancelled orders without a fill are gone after two hours.
  private boolean shown(OwnOrder order) {
    return order.pending() || !order.untouched() || ended(order, Orders.UNFILLED);
  }

  private boolean ended(OwnOrder order, Duration window) {
    return !order.progress().updated().isBefore(session.now().minus(window));
  }

  private Result rows(Collection<OwnOrder> orders) {
    return Result.of(
        Row.list(
            orders.stream()
                .map(order -> OrderRow.of(session.instrument(order.terms().instId()), order))
                .toList()));
  }

  private static long cursor(OwnOrder order) {
    return Long.parseLong(order.ordId());
  }
}
