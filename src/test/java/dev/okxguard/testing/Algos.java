package dev.okxguard.testing;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Exchange;
import dev.okxguard.trade.AlgoPlaceRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Algo orders to place in tests, and what became of them.
public final class Algos {
  private Algos() {}

  /// Buys spot at a limit once that price is reached.
  public static AlgoPlaceRequest dip(String sz, String triggerPx, String ordPx, String key) {
    return new AlgoPlaceRequest(
        draft(
            InstType.SPOT,
            Orders.PAIR,
            Side.BUY,
            AlgoType.TRIGGER,
            Optional.of(sz),
            AttachedStop.NONE,
            Optional.of(triggerPx),
            Optional.of(ordPx)),
        Optional.of(key));
  }

  /// Sells the swap at a limit once that price is reached, whatever is held then.
  public static AlgoPlaceRequest fall(String sz, String triggerPx, String ordPx, String key) {
    AlgoDraft marked =
        draft(
            InstType.SWAP,
            Orders.SWAP,
            Side.SELL,
            AlgoType.TRIGGER,
            Optional.of(sz),
            AttachedStop.NONE,
            Optional.of(triggerPx),
            Optional.of(ordPx));
    return new AlgoPlaceRequest(Altered.of(marked, "reduceOnly", false), Optional.of(key));
  }

  /// A stop-loss of a long swap position, at market.
  public static AlgoPlaceRequest stop(String sz, String slTriggerPx, String key) {
    return leaving(sz, Optional.empty(), Optional.of(slTriggerPx), key);
  }

  /// A take-profit of a long swap position, at market.
  public static AlgoPlaceRequest takeProfit(String sz, String tpTriggerPx, String key) {
    return leaving(sz, Optional.of(tpTriggerPx), Optional.empty(), key);
  }

  private static AlgoPlaceRequest leaving(
      String sz, Optional<String> tpTriggerPx, Optional<String> slTriggerPx, String key) {
    return new AlgoPlaceRequest(
        draft(
            InstType.SWAP,
            Orders.SWAP,
            Side.SELL,
            AlgoType.CONDITIONAL,
            Optional.of(sz),
            new AttachedStop(
                tpTriggerPx.map(BigDecimal::new),
                Optional.empty(),
                slTriggerPx.map(BigDecimal::new),
                Optional.empty()),
            Optional.empty(),
            Optional.empty()),
        Optional.of(key));
  }

  /// A stop that trails a long swap position.
  public static AlgoPlaceRequest trailing(String sz, String callbackRatio, String key) {
    AlgoDraft draft =
        new AlgoDraft(
            InstType.SWAP,
            Orders.SWAP,
            TdMode.CROSS,
            Side.SELL,
            PosSide.NET,
            AlgoType.MOVE_ORDER_STOP,
            Optional.of(new BigDecimal(sz)),
            true,
            false,
            "",
            "",
            AttachedStop.NONE,
            Optional.empty(),
            Optional.empty(),
            PriceType.LAST,
            Optional.of(new BigDecimal(callbackRatio)),
            Optional.empty(),
            Optional.empty());
    return new AlgoPlaceRequest(draft, Optional.of(key));
  }

  private static AlgoDraft draft(
      InstType type,
      String instId,
      Side side,
      AlgoType kind,
      Optional<String> sz,
      AttachedStop stop,
      Optional<String> triggerPx,
      Optional<String> ordPx) {
    return new AlgoDraft(
        type,
        instId,
        type.contracts() ? TdMode.CROSS : TdMode.CASH,
        side,
        PosSide.NET,
        kind,
        sz.map(BigDecimal::new),
        type.contracts(),
        false,
        "",
        "",
        stop,
        triggerPx.map(BigDecimal::new),
        ordPx.map(BigDecimal::new),
        PriceType.LAST,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Every algo order the exchange ever accepted.
  public static List<Algo> accepted(PaperDesk desk) {
    try (PaperDesk.Process process = desk.process()) {
      Exchange exchange = process.exchange();
      return Stream.concat(
              exchange.pendingAlgos().stream(),
              Stream.of(AlgoType.CONDITIONAL, AlgoType.OCO, AlgoType.TRIGGER)
                  .flatMap(
                      type ->
                          exchange
                              .algoHistory(type, exchange.serverTime().minus(Duration.ofDays(1)))
                              .stream()))
          .distinct()
          .toList();
    }
  }
}
