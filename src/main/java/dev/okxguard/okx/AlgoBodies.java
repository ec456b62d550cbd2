package dev.okxguard.okx;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import tools.jackson.databind.node.ObjectNode;

/// Algo order bodies exactly as OKX takes them (reference c.5).
final class AlgoBodies {
  private AlgoBodies() {}

  static ObjectNode place(AlgoDraft draft, ClOrdId algoClOrdId) {
    ObjectNode body = Json.object();
    body.put("instId", draft.instId());
    body.put("tdMode", draft.tdMode().word());
    body.put("algoClOrdId", algoClOrdId.text());
    body.put("tag", OrderBodies.TAG);
    body.put("side", draft.side().word());
    if (draft.instType().contracts() && draft.posSide() != PosSide.NET) {
      body.put("posSide", draft.posSide().word());
    }
    body.put("ordType", draft.type().word());
    draft
        .sz()
        .ifPresentOrElse(
            sz -> body.put("sz", Decimals.text(sz)), () -> body.put("closeFraction", "1"));
    if (draft.reduceOnly()) {
      body.put("reduceOnly", true);
    }
    if (draft.cxlOnClosePos()) {
      body.put("cxlOnClosePos", true);
    }
    if (!draft.tgtCcy().isEmpty()) {
      body.put("tgtCcy", draft.tgtCcy());
    }
    if (!draft.ccy().isEmpty()) {
      body.put("ccy", draft.ccy());
    }
    own(body, draft, algoClOrdId);
    return body;
  }

  private static void own(ObjectNode body, AlgoDraft draft, ClOrdId id) {
    switch (draft.type()) {
      case CONDITIONAL, OCO -> OrderBodies.legs(body, draft.stop());
      case TRIGGER -> trigger(body, draft, id);
      case MOVE_ORDER_STOP -> trail(body, draft);
      case CHASE, ICEBERG, SMART_ICEBERG, TWAP ->
          throw new IllegalArgumentException(draft.type() + " is listed only, never placed");
    }
  }

  private static void trigger(ObjectNode body, AlgoDraft draft, ClOrdId id) {
    draft.triggerPx().ifPresent(px -> body.put("triggerPx", Decimals.text(px)));
    body.put("orderPx", draft.ordPx().map(Decimals::text).orElse(OrderBodies.AT_MARKET));
    if (draft.triggerPriceType() != PriceType.LAST) {
      body.put("triggerPxType", draft.triggerPriceType().word());
    }
    OrderBodies.attach(body, draft.stop(), id);
  }

  private static void trail(ObjectNode body, AlgoDraft draft) {
    draft.callbackRatio().ifPresent(ratio -> body.put("callbackRatio", Decimals.text(ratio)));
    draft.callbackSpread().ifPresent(spread -> body.put("callbackSpread", Decimals.text(spread)));
    draft.activePx().ifPresent(px -> body.put("activePx", Decimals.text(px)));
  }
}
