package dev.okxguard.trade;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds an algo order as the exchange shows it against what was wanted.
final class AlgoMatch {
  private static final BigDecimal AT_MARKET = BigDecimal.ONE.negate();

  private final List<String> wrong = new ArrayList<>();

  private AlgoMatch() {}

  /// Why it is not waiting as it should, in words; empty when it does, or has fired already.
  static List<String> unfit(AlgoDraft wanted, Algo seen) {
    return switch (seen.state()) {
      case LIVE, PARTIALLY_EFFECTIVE, EFFECTIVE -> wrong(wanted, seen);
      case PAUSE, CANCELED -> List.of("it is " + seen.state().word());
      case ORDER_FAILED, PARTIALLY_FAILED ->
          List.of("it fired, but OKX refused its order (" + seen.failCode() + ")");
    };
  }

  /// Whether it has done already what it was for.
  static boolean fired(Algo seen) {
    return seen.state() == AlgoState.EFFECTIVE;
  }

  /// What is not as wanted, in words.
  static List<String> wrong(AlgoDraft wanted, Algo seen) {
    AlgoMatch match = new AlgoMatch();
    match.same("side", wanted.side().word(), seen.side().word());
    match.same("posSide", wanted.posSide().word(), seen.posSide().word());
    match.same("ordType", wanted.type().word(), type(seen.type(), seen.stop()).word());
    match.same("sz", size(wanted.closesAll(), wanted.sz()), size(seen.closesAll(), seen.sz()));
    match.legs(wanted.stop(), seen.stop());
    match.price("triggerPx", wanted.triggerPx(), seen.triggerPx());
    if (wanted.triggerPx().isPresent()) {
      match.order("ordPx", wanted.ordPx(), seen.ordPx());
      match.same("triggerPxType", wanted.triggerPriceType().word(), seen.triggerPriceType().word());
    }
    match.price("callbackRatio", wanted.callbackRatio(), seen.callbackRatio());
    match.price("callbackSpread", wanted.callbackSpread(), seen.callbackSpread());
    match.price("activePx", wanted.activePx(), seen.activePx());
    return List.copyOf(match.wrong);
  }

  /// The type by its legs: whether OKX goes on calling an order by both of them once one was taken
  /// away is nowhere said.
  static AlgoType type(AlgoType said, AttachedStop legs) {
    boolean both = legs.tpTriggerPx().isPresent() && legs.slTriggerPx().isPresent();
    return said == AlgoType.OCO && !both ? AlgoType.CONDITIONAL : said;
  }

  private static String size(boolean closesAll, Optional<BigDecimal> sz) {
    return closesAll ? "closeFraction 1" : text(sz);
  }

  private void legs(AttachedStop wanted, AttachedStop seen) {
    price("tpTriggerPx", wanted.tpTriggerPx(), seen.tpTriggerPx());
    price("slTriggerPx", wanted.slTriggerPx(), seen.slTriggerPx());
    if (wanted.tpTriggerPx().isPresent()) {
      order("tpOrdPx", wanted.tpOrdPx(), seen.tpOrdPx());
      same("tpTriggerPxType", wanted.tpPriceType().word(), seen.tpPriceType().word());
    }
    if (wanted.slTriggerPx().isPresent()) {
      order("slOrdPx", wanted.slOrdPx(), seen.slOrdPx());
      same("slTriggerPxType", wanted.slPriceType().word(), seen.slPriceType().word());
    }
  }

  private void order(String name, Optional<BigDecimal> wanted, Optional<BigDecimal> seen) {
    price(name, wanted.or(() -> Optional.of(AT_MARKET)), seen.or(() -> Optional.of(AT_MARKET)));
  }

  private void price(String name, Optional<BigDecimal> wanted, Optional<BigDecimal> seen) {
    same(name, text(wanted), text(seen));
  }

  private void same(String name, String wanted, String seen) {
    if (!wanted.equals(seen)) {
      wrong.add(name + " is " + seen + ", not " + wanted);
    }
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(Decimals::text).orElse("none");
  }
}
