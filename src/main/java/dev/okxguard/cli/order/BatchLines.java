package dev.okxguard.cli.order;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.trade.AmendRequest;
import dev.okxguard.trade.CancelRequest;
import dev.okxguard.trade.PlaceRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What the lines of a batch ask for. Keys are OKX's parameter names, and `intentId`.
final class BatchLines {
  private static final Set<String> STOP =
      Set.of(
          "tpTriggerPx", "tpOrdPx", "tpTriggerPxType", "slTriggerPx", "slOrdPx", "slTriggerPxType");

  private static final Set<String> PLACE =
      with(
          STOP,
          "instId",
          "tdMode",
          "side",
          "posSide",
          "ordType",
          "sz",
          "px",
          "reduceOnly",
          "tgtCcy",
          "attachAlgoOrds",
          "clOrdId",
          "intentId");

  private static final Set<String> AMEND =
      Set.of("instId", "ordId", "clOrdId", "newSz", "newPx", "cxlOnFail", "intentId");

  private static final Set<String> CANCEL = Set.of("instId", "ordId", "clOrdId");

  private BatchLines() {}

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  /// An order to place.
  static PlaceRequest place(BatchLine any) {
    BatchLine line = any.only(PLACE);
    return new PlaceRequest(draft(line), key(line));
  }

  /// A caller's client id takes the place of a missing intent id: that is what it is meant for, and
  /// only an intent id keeps its promise once the order is gone.
  private static Optional<String> key(BatchLine line) {
    Optional<String> intentId = line.intentId();
    Optional<String> clOrdId = line.orderId("clOrdId");
    if (intentId.isPresent() && clOrdId.filter(id -> !id.equals(intentId.get())).isPresent()) {
      throw line.fault("clOrdId", "is taken as the intentId; give one of them");
    }
    return intentId.or(() -> clOrdId);
  }

  private static OrderDraft draft(BatchLine line) {
    InstType type = InstType.byForm(line.instId());
    Optional<BigDecimal> px = line.positive("px");
    OrdType kind =
        line.word("ordType", OrdType::of).orElse(px.isPresent() ? OrdType.LIMIT : OrdType.MARKET);
    if (kind.priced() != px.isPresent()) {
      throw line.fault(
          "px", (kind.priced() ? "is needed for " : "does not go with ") + kind.word());
    }
    return new OrderDraft(
        type,
        line.instId(),
        line.word("tdMode", TdMode::of).orElse(type.contracts() ? TdMode.CROSS : TdMode.CASH),
        line.word("side", Side::of).orElseThrow(() -> line.fault("side", "is missing")),
        leg(line, type),
        kind,
        line.positive("sz").orElseThrow(() -> line.fault("sz", "is missing")),
        px,
        line.flag("reduceOnly"),
        target(line, type, kind),
        attached(line));
  }

  private static PosSide leg(BatchLine line, InstType type) {
    PosSide side = line.word("posSide", PosSide::of).orElse(PosSide.NET);
    if (side != PosSide.NET && !type.contracts()) {
      throw line.fault("posSide", "is for contracts only");
    }
    return side;
  }

  private static String target(BatchLine line, InstType type, OrdType kind) {
    Optional<String> target = line.text("tgtCcy");
    if (target.isPresent() && (type.contracts() || kind != OrdType.MARKET)) {
      throw line.fault("tgtCcy", "is for spot market orders only");
    }
    if (target.filter(t -> !t.equals("base_ccy") && !t.equals("quote_ccy")).isPresent()) {
      throw line.fault("tgtCcy", "must be base_ccy or quote_ccy");
    }
    return target.orElse("");
  }

  /// A stop on the order itself, or as OKX nests it.
  private static Optional<AttachedStop> attached(BatchLine line) {
    if (!line.fields().has("attachAlgoOrds")) {
      return stop(line);
    }
    JsonNode nested = line.fields().get("attachAlgoOrds");
    if (!nested.isArray() || nested.size() != 1 || !nested.get(0).isObject()) {
      throw line.fault("attachAlgoOrds", "must be an array of one object");
    }
    if (stop(line).isPresent()) {
      throw line.fault("attachAlgoOrds", "and stop prices beside it: give one of them");
    }
    BatchLine inner =
        new BatchLine(line.word(), line.number(), nested.get(0).asObject()).only(STOP);
    return Optional.of(
        stop(inner).orElseThrow(() -> line.fault("attachAlgoOrds", "names no trigger price")));
  }

  private static Optional<AttachedStop> stop(BatchLine line) {
    AttachedStop stop =
        new AttachedStop(
            line.positive("tpTriggerPx"),
            line.orMarket("tpOrdPx"),
            line.positive("slTriggerPx"),
            line.orMarket("slOrdPx"),
            line.word("tpTriggerPxType", PriceType::of).orElse(PriceType.LAST),
            line.word("slTriggerPxType", PriceType::of).orElse(PriceType.LAST));
    needsTrigger(line, "tp", stop.tpTriggerPx());
    needsTrigger(line, "sl", stop.slTriggerPx());
    return Optional.of(stop)
        .filter(s -> s.tpTriggerPx().isPresent() || s.slTriggerPx().isPresent());
  }

  private static void needsTrigger(BatchLine line, String leg, Optional<BigDecimal> trigger) {
    for (String key : List.of(leg + "OrdPx", leg + "TriggerPxType")) {
      if (trigger.isEmpty() && line.fields().has(key)) {
        throw line.fault(key, "needs " + leg + "TriggerPx");
      }
    }
  }

  /// A resting order to change.
  static AmendRequest amend(BatchLine any) {
    BatchLine line = any.only(AMEND);
    named(line);
    Optional<BigDecimal> newSz = line.positive("newSz");
    Optional<BigDecimal> newPx = line.positive("newPx");
    if (newSz.isEmpty() && newPx.isEmpty()) {
      throw line.fault("newSz", "or newPx is needed");
    }
    return new AmendRequest(
        line.instId(),
        line.orderId("ordId"),
        line.orderId("clOrdId"),
        newSz,
        newPx,
        line.flag("cxlOnFail"),
        line.intentId());
  }

  /// A resting order to cancel.
  static CancelRequest cancel(BatchLine any) {
    BatchLine line = any.only(CANCEL);
    named(line);
    return new CancelRequest(line.instId(), line.orderId("ordId"), line.orderId("clOrdId"));
  }

  private static void named(BatchLine line) {
    if (line.orderId("ordId").isEmpty() && line.orderId("clOrdId").isEmpty()) {
      throw line.fault("ordId", "or clOrdId is needed");
    }
  }
}
