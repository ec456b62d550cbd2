package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// GET trade/orders-algo-pending, orders-algo-history (3 months) and order-algo.
record AlgoReads(Session session) {
  /// Types OKX lists; the last ones are never accepted here.
  private static final Set<String> TYPES =
      Set.of(
          "conditional",
          "oco",
          "conditional,oco",
          "oco,conditional",
          "trigger",
          "move_order_stop",
          "iceberg",
          "smart_iceberg",
          "twap",
          "chase");

  private static final Set<String> STATES = Set.of("effective", "canceled", "order_failed");

  Result pending(Call call) {
    Query query = new Query(call);
    return page(query, session.account().algos().live().reversed(), matches(query));
  }

  Result history(Call call) {
    Query query = new Query(call);
    Predicate<Algo> matches = matches(query);
    if (query.oneOf("state", STATES).isEmpty() && call.parameter("algoId").isEmpty()) {
      throw Refused.because("50015", "state or algoId is needed").status(400);
    }
    return page(
        query,
        session.account().algos().done(),
        matches.and(algo -> query.allows("state", algo.state().word())));
  }

  Result order(Call call) {
    String algoId = call.parameter("algoId").orElse("");
    String algoClOrdId = call.parameter("algoClOrdId").orElse("");
    if (algoId.isEmpty() && algoClOrdId.isEmpty()) {
      throw Refused.because("50015", "algoId or algoClOrdId is needed").status(400);
    }
    Algo algo =
        session
            .account()
            .algos()
            .find(algoId, algoClOrdId)
            .orElseThrow(() -> Refused.because("51603", "Order does not exist"));
    return rows(List.of(algo));
  }

  private Predicate<Algo> matches(Query query) {
    query.required("ordType");
    List<String> types = Arrays.asList(query.oneOf("ordType", TYPES).orElseThrow().split(",", -1));
    Optional<InstType> instType = query.instType();
    return algo ->
        types.contains(algo.terms().type().word())
            && query.allows("algoId", algo.algoId())
            && query.allows("instId", algo.instId())
            && instType.map(type -> algo.terms().order().instType() == type).orElse(true);
  }

  private Result page(Query query, Collection<Algo> newestFirst, Predicate<Algo> matches) {
    Stream<Algo> rows = newestFirst.stream().filter(matches);
    return rows(Paging.page(query, rows, algo -> Long.parseLong(algo.algoId())));
  }

  private Result rows(List<Algo> algos) {
    return Result.of(
        Row.list(
            algos.stream()
                .map(algo -> AlgoRow.of(session.instrument(algo.instId()), algo))
                .toList()));
  }
}
