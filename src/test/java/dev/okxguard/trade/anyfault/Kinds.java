package dev.okxguard.trade.anyfault;

import dev.okxguard.model.AlgoType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.trade.CloseSize;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Every kind of write the gateway knows, by name.
final class Kinds {
  private Kinds() {}

  static Map<String, Supplier<Kind>> all() {
    Map<String, Supplier<Kind>> all = new LinkedHashMap<>();
    all.put("market", () -> new PlaceKind(OrdType.MARKET, ""));
    all.put("limit that rests", () -> new PlaceKind(OrdType.LIMIT, "0.985"));
    all.put("limit that fills", () -> new PlaceKind(OrdType.LIMIT, "1.004"));
    all.put("ioc", () -> new PlaceKind(OrdType.IOC, "1.004"));
    all.put("ioc without a match", () -> new PlaceKind(OrdType.IOC, "0.985"));
    all.put("fok", () -> new PlaceKind(OrdType.FOK, "1.004"));
    all.put("post only", () -> new PlaceKind(OrdType.POST_ONLY, "0.985"));
    all.put("post only that crosses", () -> new PlaceKind(OrdType.POST_ONLY, "1.004"));
    all.put("cancel", CancelKind::new);
    all.put("amend", AmendKind::new);
    all.put("batch", BatchKind::new);
    all.put("batch of cancels", CancelBatchKind::new);
    CloseSize whole = new CloseSize.Whole();
    CloseSize part = new CloseSize.Contracts(new BigDecimal("2"));
    all.put("close of a long", () -> new CloseKind(Side.BUY, false, whole, "0"));
    all.put("close of a short", () -> new CloseKind(Side.SELL, false, whole, "0"));
    all.put("close of part of a long", () -> new CloseKind(Side.BUY, false, part, "3"));
    all.put("close of a long leg", () -> new CloseKind(Side.BUY, true, whole, "0"));
    all.put("close of part of a short leg", () -> new CloseKind(Side.SELL, true, part, "3"));
    all.put("trigger", () -> new AlgoKind(AlgoType.TRIGGER));
    all.put("stop", () -> new AlgoKind(AlgoType.CONDITIONAL));
    all.put("oco", () -> new AlgoKind(AlgoType.OCO));
    all.put("trailing stop", () -> new AlgoKind(AlgoType.MOVE_ORDER_STOP));
    all.put("cancel all", CancelAllKind::new);
    return all;
  }
}
