package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.okxguard.guard.Policy;
import dev.okxguard.model.Algo;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Attachment;
import dev.okxguard.model.OrderState;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A stop that an order which is still filling brings along explains that it is not there yet, and
/// nothing else.
class CarriedStopTest {
  private static final Leg NET = Samples.net(Samples.SWAP);

  private final World world = new World(PosMode.NET);

  @Test
  void anAlgoOrderTakenAwayMeanwhileIsTold() {
    world.legs.put(NET, new BigDecimal("2"));
    filling();
    Algo entry = world.algo(Drafts.trigger(buy("1"), world.id(), "", world.now));
    Books books = Look.taken(world);
    world.cancelAlgo(entry, World.By.HAND);
    Demands seen = Look.demands(world, books);
    Demands demands =
        new Demands(
            Samples.policy(Policy.RequireStop.DERIVATIVES),
            seen.open(),
            seen.pins(),
            seen.ours(),
            seen.gone(),
            seen.goneAlgos());
    assertThat(Comparison.between(books, Look.actual(world), demands))
        .extracting(Difference::kind, Difference::severity)
        .containsExactly(
            tuple(Kind.ORDER_MISSING, Severity.WARN), tuple(Kind.STOP_MISSING, Severity.INFO));
  }

  /// Two of three are in.
  private void filling() {
    AttachedStop stop =
        new AttachedStop(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("50000")),
            Optional.empty(),
            PriceType.LAST,
            PriceType.LAST);
    Attachment carried = new Attachment("", stop, Optional.empty(), "");
    Drafts.Shape shape = new Drafts.Shape("normal", "", "", List.of(carried), false);
    world.orders.put(
        "77",
        Drafts.progressed(
            Drafts.order(buy("3"), "77", "", world.now, shape),
            OrderState.PARTIALLY_FILLED,
            new BigDecimal("2"),
            "",
            world.now));
  }

  private static Draft buy(String sz) {
    return new Draft(NET.instId(), NET.mgnMode(), NET.posSide(), Side.BUY, new BigDecimal(sz));
  }
}
