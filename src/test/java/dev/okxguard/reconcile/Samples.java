package dev.okxguard.reconcile;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.OpenIntent;
import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.AccountLevel;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values to reconcile with.
final class Samples {
  static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
  static final String SWAP = "BTC-USDT-SWAP";
  static final String COIN_SWAP = "ETH-USD-SWAP";
  static final String FUTURE = "BTC-USDT-261127";
  static final String PAIR = "BTC-USDT";

  private Samples() {}

  static BigDecimal num(String text) {
    return new BigDecimal(text);
  }

  static Policy policy(Policy.RequireStop stops) {
    return new Policy(
        false,
        num("1000"),
        num("1"),
        num("1000"),
        num("1"),
        10,
        10,
        100,
        10,
        num("10"),
        num("0"),
        num("0.1"),
        num("0.1"),
        num("1"),
        num("0"),
        stops,
        0,
        0,
        Set.of(),
        Set.of("SPOT", "SWAP"),
        Set.of("buy", "sell"),
        false,
        false,
        false,
        5000,
        0,
        new Policy.Breakers(num("1"), num("1"), 0, 0, num("0"), 0),
        new Policy.Probation(false, 20, 7, num("10"), 20),
        List.of(),
        "digest");
  }

  static Demands demands(Ours ours) {
    return new Demands(
        policy(Policy.RequireStop.NEVER), List.of(), Optional.empty(), ours, Map.of(), Map.of());
  }

  static AccountConfig config(PosMode mode, String... perm) {
    return new AccountConfig(
        "7",
        "1",
        AccountLevel.FUTURES,
        mode,
        false,
        perm.length == 0 ? Set.of("read_only", "trade") : Set.of(perm),
        List.of(),
        "");
  }

  static Position position(Leg leg, String pos, String lever) {
    InstType type = leg.ccy().isEmpty() ? InstType.byForm(leg.instId()) : InstType.MARGIN;
    return new Position(
        type,
        leg.instId(),
        leg.mgnMode(),
        leg.posSide(),
        num(pos),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(num(lever)),
        Optional.empty(),
        leg.ccy().isEmpty() ? "USDT" : leg.ccy(),
        "1",
        START);
  }

  static Leg net(String instId) {
    return new Leg(instId, TdMode.CROSS, PosSide.NET, "");
  }

  static Balance.Currency cash(String ccy, String amount, String usd) {
    BigDecimal cash = num(amount);
    Optional<BigDecimal> worth = Optional.of(usd).filter(it -> !it.isEmpty()).map(BigDecimal::new);
    return new Balance.Currency(ccy, cash, cash, cash, BigDecimal.ZERO, worth);
  }

  /// An intent of ours with that request, as `{"clOrdId": "…"}` pairs.
  static Event.Intent intent(String action, String... fields) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < fields.length; i += 2) {
      request.put(fields[i], fields[i + 1]);
    }
    return intent(action, request);
  }

  /// The same with a stop attached.
  static Event.Intent intentWithStop(String action, String field, String id, String stop) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put(field, id);
    request.putArray("attachAlgoOrds").addObject().put("attachAlgoClOrdId", stop);
    return intent(action, request);
  }

  static Event.Intent intent(String action, ObjectNode request) {
    return new Event.Intent(
        "i1",
        Optional.empty(),
        "",
        action,
        "SWAP",
        SWAP,
        request.path("clOrdId").asString(""),
        true,
        request,
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static OpenIntent open() {
    return new OpenIntent(START, intent("place", "clOrdId", "okg1"), Optional.empty());
  }

  /// A purchase of 2 in order 9 of ours.
  static Fill fillOf(InstType type, String instId, Instant time) {
    return new Fill(
        type,
        instId,
        "5",
        "1",
        "9",
        "okg1",
        Side.BUY,
        PosSide.NET,
        num("60000"),
        num("2"),
        num("-0.1"),
        "USDT",
        BigDecimal.ZERO,
        time);
  }
}
