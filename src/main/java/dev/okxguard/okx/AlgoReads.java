package dev.okxguard.okx;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Algo orders, which OKX lists by type only (reference c.5).
final class AlgoReads {
  private static final int PAGE = 100;

  private static final Set<String> NO_ALGO = Set.of("51603");

  private final RestClient client;

  AlgoReads(RestClient client) {
    this.client = client;
  }

  /// The lists are read side by side: one after the other they would hold up every order.
  List<Algo> pending() {
    try (ExecutorService pool = Daemons.executor()) {
      List<Future<List<Algo>>> lists =
          AlgoRows.LISTS.stream().map(types -> pool.submit(() -> pending(types).toList())).toList();
      return lists.stream().flatMap(list -> wait(list).stream()).distinct().toList();
    }
  }

  private static List<Algo> wait(Future<List<Algo>> list) {
    try {
      return list.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Fault fault ? fault : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(ExitCode.INTERRUPTED, "interrupted while reading algo orders", "");
    }
  }

  private Stream<Algo> pending(String types) {
    return offered(
        types,
        () ->
            client.allPages(
                Endpoint.ALGOS_PENDING, Query.of("ordType", types), "algoId", PAGE, row -> true));
  }

  /// The types this program can place must be listed; a site without the others has none of them.
  private static Stream<Algo> offered(String types, Supplier<JsonNode> list) {
    try {
      return rows(list.get());
    } catch (Fault fault) {
      if (AlgoRows.none(types, fault)) {
        return Stream.of();
      }
      throw fault;
    }
  }

  Optional<Algo> one(String idField, String id) {
    Endpoint endpoint = Endpoint.ALGO;
    try {
      JsonNode data = client.data(endpoint, Query.of(idField, id));
      Row row = new Row(endpoint, data.path(0));
      if (data.size() != 1 || !row.text(idField).equals(id)) {
        throw row.broken(idField, "is not that of the one algo order asked for");
      }
      return Optional.of(Algos.algo(row));
    } catch (Fault fault) {
      if (Said.said(fault, NO_ALGO)) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  List<Algo> history(AlgoType type, Instant since) {
    return Stream.of(AlgoState.EFFECTIVE, AlgoState.CANCELED, AlgoState.ORDER_FAILED)
        .flatMap(state -> history(type, state, since))
        .distinct()
        .toList();
  }

  private Stream<Algo> history(AlgoType type, AlgoState state, Instant since) {
    Endpoint endpoint = Endpoint.ALGOS_HISTORY;
    Map<String, String> query = Query.of("ordType", type.word(), "state", state.word());
    return offered(
            type.word(),
            () ->
                client.allPages(
                    endpoint,
                    query,
                    "algoId",
                    PAGE,
                    row -> !new Row(endpoint, row).time("cTime").isBefore(since)))
        .filter(algo -> !algo.created().isBefore(since));
  }

  private static Stream<Algo> rows(JsonNode data) {
    return data.values().stream().map(node -> Algos.algo(new Row(Endpoint.ALGOS_PENDING, node)));
  }
}
