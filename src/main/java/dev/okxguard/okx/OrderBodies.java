package dev.okxguard.okx;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Order bodies exactly as OKX takes them: numbers as text, nothing that does not apply (reference
/// c.4).
final class OrderBodies {
  static final String TAG = "okxguard";

  static final String AT_MARKET = "-1";

  private OrderBodies() {}

  static ObjectNode place(OrderDraft draft, ClOrdId clOrdId) {
    ObjectNode body = Json.object();
    body.put("instId", draft.instId());
    body.put("tdMode", draft.tdMode().word());
    marginCurrency(draft).ifPresent(ccy -> body.put("ccy", ccy));
    body.put("clOrdId", clOrdId.text());
    body.put("tag", TAG);
    body.put("side", draft.side().word());
    if (draft.instType().contracts() && draft.posSide() != PosSide.NET) {
      body.put("posSide", draft.posSide().word());
    }
    body.put("ordType", draft.ordType().word());
    body.put("sz", Decimals.text(draft.sz()));
    draft.px().ifPresent(px -> body.put("px", Decimals.text(px)));
    if (draft.reduceOnly()) {
      body.put("reduceOnly", true);
    }
    if (!draft.tgtCcy().isEmpty()) {
      body.put("tgtCcy", draft.tgtCcy());
    }
    draft.stop().ifPresent(stop -> attach(body, stop, clOrdId));
    return body;
  }

  static ObjectNode close(Position leg, boolean autoCxl, ClOrdId clOrdId) {
    ObjectNode body = Json.object();
    body.put("instId", leg.instId());
    body.put("mgnMode", leg.mgnMode().word());
    if (leg.posSide() != PosSide.NET) {
      body.put("posSide", leg.posSide().word());
    }
    if (leg.instType() == InstType.MARGIN && leg.mgnMode() == TdMode.CROSS) {
      body.put("ccy", leg.ccy());
    }
    if (autoCxl) {
      body.put("autoCxl", true);
    }
    body.put("clOrdId", clOrdId.text());
    body.put("tag", TAG);
    return body;
  }

  static ObjectNode cancelAllAfter(Duration timeout) {
    ObjectNode body = Json.object();
    body.put("timeOut", Long.toString(timeout.toSeconds()));
    body.put("tag", TAG);
    return body;
  }

  /// A spot pair on cross margin needs a margin currency in Futures mode: the quote currency, in
  /// which all limits are counted. Other account modes ignore it.
  private static Optional<String> marginCurrency(OrderDraft draft) {
    return Optional.of(draft)
        .filter(it -> !it.instType().contracts() && it.tdMode() == TdMode.CROSS)
        .map(it -> it.instId().substring(it.instId().indexOf('-') + 1));
  }

  /// The client id that the attached stop of the order with that id gets: it can be found by it
  /// once it is an algo order of its own.
  static String attachedId(ClOrdId of) {
    return of.text() + "s";
  }

  static void attach(ObjectNode body, AttachedStop stop, ClOrdId of) {
    ObjectNode leg = Json.object();
    legs(leg, stop);
    if (!leg.isEmpty()) {
      leg.put("attachAlgoClOrdId", attachedId(of));
      body.putArray("attachAlgoOrds").add(leg);
    }
  }

  static void legs(ObjectNode to, AttachedStop stop) {
    leg(to, "tp", stop.tpTriggerPx(), stop.tpOrdPx(), stop.tpPriceType());
    leg(to, "sl", stop.slTriggerPx(), stop.slOrdPx(), stop.slPriceType());
  }

  private static void leg(
      ObjectNode to,
      String name,
      Optional<BigDecimal> trigger,
      Optional<BigDecimal> price,
      PriceType type) {
    trigger.ifPresent(
        at -> {
          to.put(name + "TriggerPx", Decimals.text(at));
          to.put(name + "OrdPx", price.map(Decimals::text).orElse(AT_MARKET));
          if (type != PriceType.LAST) {
            to.put(name + "TriggerPxType", type.word());
          }
        });
  }
}
