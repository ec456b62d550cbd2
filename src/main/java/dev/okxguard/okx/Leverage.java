package dev.okxguard.okx;

import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The leverage set for an instrument. Isolated contracts in long/short mode have one for each
/// side.
final class Leverage {
  /// Portfolio mode has no leverage setting (59111), some modes and sites do not tell (51010, 404).
  private static final Set<String> NONE = Set.of("51010", "59111");

  private Leverage() {}

  /// Of that side, or of both where OKX does not keep them apart; the highest where several fit.
  static Optional<BigDecimal> of(
      RestClient client, Map<String, String> query, Optional<PosSide> posSide) {
    Endpoint endpoint = Endpoint.LEVERAGE_INFO;
    try {
      return client.data(endpoint, query).values().stream()
          .map(node -> asked(new Row(endpoint, node), query))
          .filter(row -> posSide.stream().allMatch(side -> concerns(side, row)))
          .flatMap(row -> row.positiveNumber("lever").stream())
          .max(BigDecimal::compareTo);
    } catch (Fault fault) {
      if (Said.said(fault, NONE) || Said.notOffered(fault)) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /// Another instrument's leverage, or that of the other margin mode, is no answer.
  private static Row asked(Row row, Map<String, String> query) {
    for (String field : List.of("instId", "mgnMode")) {
      if (!row.text(field).equals(query.get(field))) {
        throw row.broken(field, "is not the one asked for");
      }
    }
    return row;
  }

  /// A row that names no side of its own is about both.
  private static boolean concerns(PosSide side, Row row) {
    PosSide own = PosSide.of(row.textOrEmpty("posSide")).orElse(PosSide.NET);
    return own == PosSide.NET || own == side;
  }
}
