package dev.okxguard.okx;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;

/// OKX's algo order rows as our values (reference c.5).
final class Algos {
  private Algos() {}

  static Algo algo(Row row) {
    InstType type = row.word("instType", InstType::of);
    AlgoType kind = row.word("ordType", AlgoType::of);
    boolean closesAll = closesAll(row);
    return new Algo(
        type,
        row.text("instId"),
        row.text("algoId"),
        row.textOrEmpty("algoClOrdId"),
        row.textOrEmpty("tag"),
        row.word("side", Side::of),
        Orders.posSide(row, type),
        row.word("tdMode", TdMode::of),
        kind,
        row.positiveNumber("sz"),
        closesAll,
        row.flag("reduceOnly"),
        row.textOrEmpty("tgtCcy"),
        row.word("state", AlgoState::of),
        kind == AlgoType.TRIGGER ? attached(row) : stop(row),
        row.positiveNumber("triggerPx"),
        row.optionalNumber("ordPx"),
        priceType(row, "triggerPxType"),
        row.positiveNumber("callbackRatio"),
        row.positiveNumber("callbackSpread"),
        row.positiveNumber("activePx"),
        row.textOrEmpty("ordId"),
        row.textOrEmpty("failCode"),
        row.time("cTime"),
        row.time("uTime"));
  }

  /// OKX knows no other fraction than all of it; none is written "" or 0.
  private static boolean closesAll(Row row) {
    Optional<BigDecimal> fraction =
        row.optionalNumber("closeFraction").filter(value -> value.signum() != 0);
    if (fraction.filter(value -> value.compareTo(BigDecimal.ONE) != 0).isPresent()) {
      throw row.broken("closeFraction", "is not 1");
    }
    return fraction.isPresent();
  }

  private static AttachedStop attached(Row row) {
    return row.list("attachAlgoOrds").stream()
        .findFirst()
        .map(Algos::stop)
        .orElse(AttachedStop.NONE);
  }

  static AttachedStop stop(Row row) {
    return new AttachedStop(
        row.positiveNumber("tpTriggerPx"),
        row.optionalNumber("tpOrdPx"),
        row.positiveNumber("slTriggerPx"),
        row.optionalNumber("slOrdPx"),
        priceType(row, "tpTriggerPxType"),
        priceType(row, "slTriggerPxType"));
  }

  /// The last trade, unless the row says otherwise.
  private static PriceType priceType(Row row, String field) {
    return row.textOrEmpty(field).isEmpty() ? PriceType.LAST : row.word(field, PriceType::of);
  }
}
