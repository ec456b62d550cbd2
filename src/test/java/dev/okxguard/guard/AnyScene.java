package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.INVERSE;
import static dev.okxguard.guard.Samples.NOW;
import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.limit;
import static dev.okxguard.guard.Samples.market;
import static dev.okxguard.guard.Samples.num;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;

import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Random accounts and orders on them.
final class AnyScene {
  private final Random random;

  AnyScene(Random random) {
    this.random = random;
  }

  /// Net mode, new orders of spot and swaps, positions and pending orders, loose limits.
  Scene plain() {
    OrderDraft draft = draft();
    Facts facts = Samples.facts(draft.instId());
    facts = With.with(facts, "positions", Optional.of(List.of(net(SWAP), net(INVERSE))));
    facts = With.with(facts, "pendingOrders", Optional.of(some(5, this::resting)));
    facts = With.with(facts, "balance", Optional.of(Samples.balance(whole(3).toString())));
    return new Scene(draft, facts, Samples.policy())
        .facts("recent", List.of(Samples.past(NOW.minusSeconds(100), side(), "1")));
  }

  /// Either position mode, credit, stops, waiting algo orders, a past, clocks a little off.
  Scene rich() {
    Scene scene = plain();
    scene = random.nextInt(3) == 0 ? hedged(scene) : scene;
    scene = random.nextInt(4) == 0 ? scene.order("reduceOnly", true) : scene;
    scene = random.nextInt(2) == 0 ? stopped(scene) : scene;
    boolean credit = scene.draft().instId().equals(SPOT) && random.nextInt(3) == 0;
    scene = credit ? scene.order("tdMode", TdMode.CROSS) : scene;
    List<Algo> waiting = some(3, () -> AlgoSamples.entering(whole(5).toString()));
    return quoted(scene)
        .facts("pendingAlgos", Optional.of(waiting))
        .facts("recent", some(4, past(scene.draft())))
        .facts("clockSkewMillis", (long) random.nextInt(-4, 5))
        .facts("openIntents", random.nextInt(4) == 0 ? List.of(intent()) : List.of())
        .facts("brakes", brakes())
        .config("perm", random.nextBoolean() ? Set.of("trade") : Set.of("trade", "withdraw"))
        .config("ip", random.nextBoolean() ? List.of() : List.of("10.0.0.1"))
        .config("mainUid", random.nextBoolean() ? "1" : "7");
  }

  private Brakes brakes() {
    return new Brakes(
        random.nextInt(10) == 0 ? Optional.of("enough") : Optional.empty(),
        Optional.empty(),
        maybe(120),
        maybe(180),
        new Heartbeat.Never(),
        Optional.empty(),
        Optional.empty(),
        Stage.values()[random.nextInt(4)]);
  }

  /// Some time within the last minutes.
  private Optional<Instant> maybe(int minutes) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(NOW.minusSeconds(random.nextInt(minutes * 60)));
  }

  private Scene hedged(Scene scene) {
    Scene legs =
        scene
            .config("posMode", PosMode.LONG_SHORT)
            .positions(
                position(SWAP, PosSide.LONG, whole(8).toString()),
                position(SWAP, PosSide.SHORT, whole(8).toString()));
    PosSide leg = random.nextBoolean() ? PosSide.LONG : PosSide.SHORT;
    boolean fits = scene.draft().instType().contracts() && random.nextInt(6) > 0;
    return fits ? legs.order("posSide", leg) : legs;
  }

  private Scene stopped(Scene scene) {
    int far = random.nextInt(-5, 20) * 100;
    int sign = scene.draft().side().sign();
    int stop = 50000 - sign * far;
    int target = 50000 + sign * random.nextInt(1, 40) * 100;
    return scene.stop(String.valueOf(target), String.valueOf(stop));
  }

  private Scene quoted(Scene scene) {
    BigDecimal spread = whole(100);
    return scene
        .quote("bid", Optional.of(num("50000").subtract(spread)))
        .quote("ask", Optional.of(num("50000").add(spread)))
        .quote("time", NOW.minusMillis(random.nextInt(11000)));
  }

  /// The same order, or another.
  private Supplier<Facts.PastEntry> past(OrderDraft draft) {
    return () -> {
      Facts.PastEntry other =
          Samples.past(NOW.minusSeconds(random.nextInt(5000)), side(), whole(3).toString());
      return random.nextBoolean()
          ? other
          : new Facts.PastEntry(
              other.time(), draft.instId(), draft.side(), draft.sz(), draft.px(), true, "okg2");
    };
  }

  Facts.OpenIntent intent() {
    return Samples.intent(instrument(), side(), whole(2000).toString());
  }

  OrderDraft draft() {
    String instId = instrument();
    String size = instId.equals(SPOT) ? "0.0" + random.nextInt(1, 10) : whole(15).toString();
    if (random.nextInt(3) > 0) {
      OrderDraft draft = limit(instId, side(), size);
      return With.with(draft, "px", Optional.of(num("50000").add(whole(500))));
    }
    OrderDraft draft = market(instId, side(), size);
    return instId.equals(SPOT) ? With.with(draft, "tgtCcy", "base_ccy") : draft;
  }

  Order resting() {
    String instId = instrument();
    String size = instId.equals(SPOT) ? "0.0" + random.nextInt(1, 10) : whole(5).toString();
    Order order = pending(instId, side(), PosSide.NET, size);
    boolean flagged = !instId.equals(SPOT) && random.nextInt(4) == 0;
    return With.with(order, "reduceOnly", flagged);
  }

  private Position net(String instId) {
    return position(instId, PosSide.NET, String.valueOf(random.nextInt(-8, 9)));
  }

  String instrument() {
    return List.of(SWAP, INVERSE, SPOT).get(random.nextInt(3));
  }

  Side side() {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  <T> List<T> some(int below, Supplier<T> one) {
    return new ArrayList<>(Stream.generate(one).limit(random.nextInt(below)).toList());
  }

  BigDecimal whole(int most) {
    return BigDecimal.valueOf(random.nextInt(1, most + 1));
  }

  /// Thousandths up to that many.
  BigDecimal fraction(int most) {
    return BigDecimal.valueOf(random.nextInt(1, most + 1), 3);
  }
}
