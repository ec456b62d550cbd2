package dev.okxguard.okx;

import dev.okxguard.model.FeeRates;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The account's fee rates (reference c.3, trade-fee).
final class Fees {
  private Fees() {}

  static Optional<FeeRates> of(RestClient client, Instrument instrument) {
    Endpoint endpoint = Endpoint.TRADE_FEE;
    Row row = new Row(endpoint, client.data(endpoint, query(instrument)).path(0));
    return row.list("feeGroup").stream()
        .filter(group -> group.textOrEmpty("groupId").equals(instrument.groupId()))
        .findFirst()
        .flatMap(Fees::rates)
        .or(() -> rates(row));
  }

  /// OKX takes the instrument for spot and margin, and the family for contracts.
  private static Map<String, String> query(Instrument instrument) {
    InstType type = instrument.instType();
    return type.contracts()
        ? Query.of("instType", type.name(), "instFamily", instrument.instFamily())
        : Query.of("instType", type.name(), "instId", instrument.instId());
  }

  private static Optional<FeeRates> rates(Row row) {
    Optional<BigDecimal> maker = row.optionalNumber("maker").map(BigDecimal::negate);
    return maker.flatMap(
        m -> row.optionalNumber("taker").map(taker -> new FeeRates(m, taker.negate())));
  }
}
