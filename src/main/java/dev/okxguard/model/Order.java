package dev.okxguard.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An order as the exchange reports it.
///
/// @param sz ordered size in OKX's unit for the order
/// @param accFillSz filled so far, in contracts or base currency
/// @param avgPx average fill price, empty while nothing is filled
/// @param fee charged so far, negative when paid, in `feeCcy`
/// @param category `normal`, or `adl`, `full_liquidation`, … for the exchange's own doing
/// @param cancelSource OKX's reason when cancelled, else ""
/// @param algoId,algoClOrdId the algo order that placed it when it fired, else ""
/// @param attached take-profits and stop-losses that go with it
public record Order(
    InstType instType,
    String instId,
    String ordId,
    String clOrdId,
    String tag,
    Side side,
    PosSide posSide,
    TdMode tdMode,
    OrdType ordType,
    Optional<BigDecimal> px,
    BigDecimal sz,
    String tgtCcy,
    boolean reduceOnly,
    OrderState state,
    BigDecimal accFillSz,
    Optional<BigDecimal> avgPx,
    Optional<BigDecimal> fee,
    String feeCcy,
    String category,
    String cancelSource,
    String algoId,
    String algoClOrdId,
    List<Attachment> attached,
    Instant created,
    Instant updated) {

  public Order {
    attached = List.copyOf(attached);
  }

  /// What may still fill, in contracts or base currency. Meaningless for quote-sized market orders,
  /// which never rest.
  public BigDecimal remaining() {
    return state.isFinal() ? BigDecimal.ZERO : sz.subtract(accFillSz).max(BigDecimal.ZERO);
  }

  /// Its id tells it apart; all fields would cost more than to read them did.
  @Override
  public int hashCode() {
    return ordId.hashCode();
  }
}
