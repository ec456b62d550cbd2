package dev.okxguard.okx;

import dev.okxguard.model.AlgoState;
import dev.okxguard.model.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Algo orders as OKX sends them. OKX lists them by type, and those that are over by state too;
/// here all lists are one, newest first.
public final class AlgoRows {
  /// The types in the groups that one list takes; this program places those of the first three.
  static final List<String> LISTS =
      List.of("conditional,oco", "trigger", "move_order_stop", "chase", "iceberg", "twap");

  private static final List<String> TYPES =
      List.of("conditional", "oco", "trigger", "move_order_stop", "chase", "iceberg", "twap");

  private static final List<String> STATES =
      List.of(AlgoState.EFFECTIVE.word(), AlgoState.CANCELED.word(), AlgoState.ORDER_FAILED.word());

  private static final Set<String> PLACED =
      Set.of("conditional,oco", "conditional", "oco", "trigger", "move_order_stop");

  /// Not offered on this site, for this account, or by this name any more: then there are none.
  private static final Set<String> NOT_OFFERED = Set.of("51000", "51010");

  private static final int PAGE = 100;

  private final RawReads reads;
  private final Map<String, String> filter;

  /// @param filter further parameters of every list, as OKX names them
  public AlgoRows(RawReads reads, Map<String, String> filter) {
    this.reads = reads;
    this.filter = filter;
  }

  /// Whether a refusal to list such types only says that there are none.
  static boolean none(String types, Fault fault) {
    return !PLACED.contains(types)
        && fault.exchange().map(error -> NOT_OFFERED.contains(error.code())).orElse(false);
  }

  /// What waits, all pages.
  ///
  /// @param type one type, "" for all
  public ArrayNode pending(String type) {
    List<JsonNode> rows = new ArrayList<>();
    for (String types : type.isEmpty() ? LISTS : List.of(type)) {
      rows.addAll(list(Endpoint.ALGOS_PENDING, Map.of("ordType", types)));
    }
    return newestFirst(rows);
  }

  /// What is over, of the last three months, all pages.
  ///
  /// @param type one type, "" for all
  /// @param state one state, "" for all
  public ArrayNode history(String type, String state) {
    List<JsonNode> rows = new ArrayList<>();
    for (String one : type.isEmpty() ? TYPES : List.of(type)) {
      for (String end : state.isEmpty() ? STATES : List.of(state)) {
        rows.addAll(list(Endpoint.ALGOS_HISTORY, Map.of("ordType", one, "state", end)));
      }
    }
    return newestFirst(rows);
  }

  private List<JsonNode> list(Endpoint endpoint, Map<String, String> own) {
    Map<String, String> query = new LinkedHashMap<>(own);
    query.putAll(filter);
    query.put("limit", Integer.toString(PAGE));
    try {
      return reads.pages(endpoint, query, "algoId", PAGE, Integer.MAX_VALUE).valueStream().toList();
    } catch (Fault fault) {
      if (none(own.get("ordType"), fault)) {
        return List.of();
      }
      throw fault;
    }
  }

  private static ArrayNode newestFirst(List<JsonNode> rows) {
    ArrayNode all = Json.array();
    rows.stream()
        .sorted(Comparator.comparing((JsonNode row) -> row.path("cTime").asLong(0)).reversed())
        .forEach(all::add);
    return all;
  }
}
