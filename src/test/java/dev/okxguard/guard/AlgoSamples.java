package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.some;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoState;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.util.Optional;

/// Algo orders for the guard's tests, in net mode.
final class AlgoSamples {
  private AlgoSamples() {}

  static AttachedStop sl(String trigger) {
    return watching(trigger, PriceType.LAST);
  }

  static AttachedStop slAt(String trigger, String price) {
    return new AttachedStop(Optional.empty(), Optional.empty(), some(trigger), some(price));
  }

  static AttachedStop watching(String trigger, PriceType type) {
    return new AttachedStop(
        Optional.empty(), Optional.empty(), some(trigger), Optional.empty(), type, type);
  }

  static AttachedStop both(String tp, String sl) {
    return new AttachedStop(some(tp), Optional.empty(), some(sl), Optional.empty());
  }

  /// A stop-loss at market on the swap.
  static AlgoDraft stop(Side side, String sz, String trigger) {
    return draft(SWAP, side, AlgoType.CONDITIONAL, sz, sl(trigger));
  }

  static AlgoDraft spotStop(Side side, String sz, String trigger) {
    return draft(SPOT, side, AlgoType.CONDITIONAL, sz, sl(trigger));
  }

  static AlgoDraft oco(Side side, String sz, String tp, String sl) {
    return draft(SWAP, side, AlgoType.OCO, sz, both(tp, sl));
  }

  static AlgoDraft trail(Side side, String sz, String ratio) {
    return With.with(
        draft(SWAP, side, AlgoType.MOVE_ORDER_STOP, sz, AttachedStop.NONE),
        "callbackRatio",
        some(ratio));
  }

  static AlgoDraft trigger(String instId, Side side, String sz, String trigger, String price) {
    AlgoDraft draft = draft(instId, side, AlgoType.TRIGGER, sz, AttachedStop.NONE);
    return With.with(With.with(draft, "triggerPx", some(trigger)), "ordPx", some(price));
  }

  private static AlgoDraft draft(
      String instId, Side side, AlgoType type, String sz, AttachedStop stop) {
    boolean spot = instId.equals(SPOT);
    return new AlgoDraft(
        spot ? InstType.SPOT : InstType.SWAP,
        instId,
        spot ? TdMode.CASH : TdMode.CROSS,
        side,
        PosSide.NET,
        type,
        some(sz),
        false,
        false,
        "",
        "",
        stop,
        Optional.empty(),
        Optional.empty(),
        PriceType.LAST,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same as the exchange shows it while it waits.
  static Algo waiting(String algoId, AlgoDraft draft) {
    return new Algo(
        draft.instType(),
        draft.instId(),
        algoId,
        "c" + algoId,
        "",
        draft.side(),
        draft.posSide(),
        draft.tdMode(),
        draft.type(),
        draft.sz(),
        draft.closesAll(),
        draft.reduceOnly(),
        draft.tgtCcy(),
        AlgoState.LIVE,
        draft.stop(),
        draft.triggerPx(),
        draft.ordPx(),
        draft.triggerPriceType(),
        draft.callbackRatio(),
        draft.callbackSpread(),
        draft.activePx(),
        "",
        "",
        Samples.NOW,
        Samples.NOW);
  }

  /// Waits to buy that many contracts at 50,000.
  static Algo entering(String sz) {
    return waiting(sz, trigger(SWAP, Side.BUY, sz, "50000", num("50000").toPlainString()));
  }
}
