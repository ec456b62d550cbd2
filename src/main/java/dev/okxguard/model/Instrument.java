package dev.okxguard.model;

import java.math.BigDecimal;
import java.util.Optional;

/// An instrument's contract specification as the exchange states it.
///
/// @param ctVal face value of one contract, in `ctValCcy`; empty for spot
/// @param ctMult multiplier of the face value; empty for spot
/// @param inverse whether the contract is margined in its base currency and valued in USD
/// @param tickSz price step
/// @param lotSz size step: contracts, or base currency for spot
/// @param minSz least size, in the same unit
/// @param lever highest leverage, empty for spot
/// @param maxLmtSz,maxMktSz greatest size of one limit or market order; for spot `maxMktSz` is in
///   USDT
/// @param state `live`, `suspend`, `preopen`, …
/// @param groupId fee group
public record Instrument(
    InstType instType,
    String instId,
    String instFamily,
    String baseCcy,
    String quoteCcy,
    String settleCcy,
    boolean inverse,
    Optional<BigDecimal> ctVal,
    Optional<BigDecimal> ctMult,
    String ctValCcy,
    BigDecimal tickSz,
    BigDecimal lotSz,
    BigDecimal minSz,
    Optional<BigDecimal> lever,
    Optional<BigDecimal> maxLmtSz,
    Optional<BigDecimal> maxMktSz,
    String state,
    String groupId) {

  public Instrument {
    require(tickSz, "tickSz");
    require(lotSz, "lotSz");
    require(minSz, "minSz");
    if (instType.contracts() && (ctVal.isEmpty() || ctMult.isEmpty())) {
      throw new IllegalArgumentException(instId + " has no contract value");
    }
    ctVal.ifPresent(value -> require(value, "ctVal"));
    ctMult.ifPresent(value -> require(value, "ctMult"));
  }

  /// Face value of one contract with its multiplier: base currency when linear, USD when inverse.
  public BigDecimal contractValue() {
    return ctVal.orElseThrow().multiply(ctMult.orElseThrow());
  }

  /// The currency that a linear or spot value is counted in: quote for spot, settlement for linear
  /// contracts, USD for inverse ones.
  public String valueCcy() {
    if (inverse) {
      return "USD";
    }
    return instType.contracts() ? settleCcy : quoteCcy;
  }

  /// The currency that base amounts are counted in: the coin traded, or the one a contract stands
  /// for. OKX names no base currency for contracts.
  public String coin() {
    if (!instType.contracts()) {
      return baseCcy;
    }
    return inverse ? settleCcy : ctValCcy;
  }

  private static void require(BigDecimal value, String name) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + " must be positive");
    }
  }
}
