package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One leg of a position.
///
/// @param mgnMode cross or isolated
/// @param pos contracts as the exchange writes them: signed in net mode, positive on both sides in
///   long/short mode
/// @param avgPx average entry price
/// @param markPx mark price
/// @param notionalUsd the exchange's USD value
/// @param lever leverage
/// @param upl unrealised profit in `ccy`, by mark price
/// @param ccy margin currency
public record Position(
    InstType instType,
    String instId,
    TdMode mgnMode,
    PosSide posSide,
    BigDecimal pos,
    Optional<BigDecimal> avgPx,
    Optional<BigDecimal> markPx,
    Optional<BigDecimal> notionalUsd,
    Optional<BigDecimal> lever,
    Optional<BigDecimal> upl,
    String ccy,
    String posId,
    Instant updated) {

  /// Contracts with direction: positive long, negative short, whatever the position mode.
  public BigDecimal signed() {
    return posSide == PosSide.SHORT ? pos.negate() : pos;
  }

  /// Whether this leg holds nothing.
  public boolean flat() {
    return pos.signum() == 0;
  }
}
