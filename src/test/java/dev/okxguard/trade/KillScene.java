package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReplies;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/// An account full of orders, algo orders and positions, put there past the guard.
final class KillScene {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final PaperDesk desk;
  final Positions positions;

  KillScene(Path home, ManualTime time, long seed) {
    this.desk = new PaperDesk(home, time, seed);
    this.positions = new Positions(desk, time);
  }

  /// What rests and is held, by the exchange.
  record Truth(List<Order> orders, List<Algo> algos, List<Position> positions) {
    boolean empty() {
      return orders.isEmpty() && algos.isEmpty() && positions.isEmpty();
    }
  }

  Truth truth() {
    try (PaperDesk.Process process = desk.process()) {
      Exchange exchange = process.exchange();
      return new Truth(exchange.pendingOrders(), exchange.pendingAlgos(), exchange.positions());
    }
  }

  Killed kill(boolean flatten, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return kill(process.gateway(), flatten);
    }
  }

  static Killed kill(Gateway gateway, boolean flatten) {
    return gateway.kill(new KillRequest(flatten, false, "test"), _ -> {});
  }

  /// What the report says is left is what the exchange has.
  void isTrue(Killed killed) {
    Truth truth = truth();
    assertThat(killed.left().orders())
        .extracting(Order::ordId)
        .containsExactlyInAnyOrderElementsOf(truth.orders().stream().map(Order::ordId).toList());
    assertThat(killed.left().algos())
        .extracting(Algo::algoId)
        .containsExactlyInAnyOrderElementsOf(truth.algos().stream().map(Algo::algoId).toList());
    assertThat(killed.left().positions())
        .extracting(p -> Leg.of(p).text() + " " + p.signed().stripTrailingZeros())
        .containsExactlyInAnyOrderElementsOf(
            truth.positions().stream()
                .map(p -> Leg.of(p).text() + " " + p.signed().stripTrailingZeros())
                .toList());
  }

  /// Small spot buys far below the market, all at once.
  void rest(int count) {
    List<OrderDraft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(
          new OrderDraft(
              InstType.SPOT,
              Orders.PAIR,
              TdMode.CASH,
              Side.BUY,
              PosSide.NET,
              OrdType.LIMIT,
              new BigDecimal("0.0001"),
              Optional.of(new BigDecimal("80000")),
              false,
              "",
              Optional.empty()));
    }
    place(drafts);
  }

  /// A swap order that rests.
  void rest(Side side, PosSide posSide, String sz, String px, boolean reduceOnly) {
    place(
        List.of(
            new OrderDraft(
                InstType.SWAP,
                Orders.SWAP,
                TdMode.CROSS,
                side,
                posSide,
                OrdType.LIMIT,
                new BigDecimal(sz),
                Optional.of(new BigDecimal(px)),
                reduceOnly,
                "",
                Optional.empty())));
  }

  private void place(List<OrderDraft> drafts) {
    try (PaperDesk.Process process = desk.process()) {
      for (int from = 0; from < drafts.size(); from += 20) {
        List<ObjectNode> bodies =
            drafts.subList(from, Math.min(from + 20, drafts.size())).stream()
                .map(draft -> process.exchange().orderBody(draft, id()))
                .toList();
        WriteReplies replies = process.exchange().send(Write.ORDER, bodies, Optional.empty());
        assertThat(replies.all()).allMatch(reply -> reply instanceof WriteReply.Accepted);
      }
    }
  }

  private static ClOrdId id() {
    return new ClOrdId("scene" + NUMBERS.incrementAndGet());
  }

  /// An algo order on the linear swap.
  ///
  /// @param trigger below the market for what sells
  void algo(AlgoType type, Side side, PosSide posSide, boolean reduceOnly, String trigger) {
    boolean trail = type == AlgoType.MOVE_ORDER_STOP;
    boolean plain = type == AlgoType.TRIGGER;
    boolean both = type == AlgoType.OCO;
    BigDecimal at = new BigDecimal(trigger);
    BigDecimal mirrored = new BigDecimal("180000").subtract(at);
    AttachedStop stop =
        plain || trail
            ? AttachedStop.NONE
            : new AttachedStop(
                both ? Optional.of(mirrored) : Optional.empty(),
                Optional.empty(),
                Optional.of(at),
                Optional.empty(),
                PriceType.LAST,
                PriceType.LAST);
    AlgoDraft draft =
        new AlgoDraft(
            InstType.SWAP,
            Orders.SWAP,
            TdMode.CROSS,
            side,
            posSide,
            type,
            Optional.of(new BigDecimal("0.01")),
            reduceOnly,
            false,
            "",
            "",
            stop,
            plain ? Optional.of(at) : Optional.empty(),
            plain ? Optional.of(BigDecimal.ONE.negate()) : Optional.empty(),
            PriceType.LAST,
            trail ? Optional.of(new BigDecimal("0.05")) : Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (PaperDesk.Process process = desk.process()) {
      WriteReply reply =
          process
              .exchange()
              .send(Write.ALGO, process.exchange().algoBody(draft, id()), Optional.empty());
      assertThat(reply).isInstanceOf(WriteReply.Accepted.class);
    }
  }

  /// Six legs as a net account keeps them.
  void net() {
    positions.fund("BTC", "2");
    positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "2");
    positions.open(Positions.Kind.of("BTC-USDT-SWAP isolated net"), "-1");
    positions.open(Positions.Kind.of("ETH-USDT-SWAP cross net"), "-0.5");
    positions.open(Positions.Kind.of("ETH-USDT-SWAP isolated net"), "0.3");
    positions.open(Positions.Kind.of("BTC-USD-SWAP cross net"), "3");
    positions.open(Positions.Kind.of("BTC-USD-SWAP isolated net"), "-2");
  }

  /// Six legs as a long/short account keeps them.
  void hedged() {
    positions.fund("BTC", "2");
    positions.hedged();
    positions.open(Positions.Kind.of("BTC-USDT-SWAP cross long"), "2");
    positions.open(Positions.Kind.of("BTC-USDT-SWAP cross short"), "-1");
    positions.open(Positions.Kind.of("BTC-USDT-SWAP isolated long"), "1");
    positions.open(Positions.Kind.of("ETH-USDT-SWAP isolated short"), "-0.3");
    positions.open(Positions.Kind.of("BTC-USD-SWAP cross long"), "3");
    positions.open(Positions.Kind.of("BTC-USD-SWAP isolated short"), "-2");
  }

  /// 250 pending orders, 40 algo orders of every type, 6 positions in mixed modes.
  void crowd(boolean hedged) {
    if (hedged) {
      hedged();
    } else {
      net();
    }
    PosSide leg = hedged ? PosSide.LONG : PosSide.NET;
    rest(248);
    rest(Side.SELL, leg, "0.01", "99000", !hedged);
    rest(Side.BUY, leg, "0.01", "80000", false);
    List<AlgoType> types =
        List.of(AlgoType.CONDITIONAL, AlgoType.OCO, AlgoType.TRIGGER, AlgoType.MOVE_ORDER_STOP);
    for (AlgoType type : types) {
      for (int i = 0; i < 10; i++) {
        boolean reduces = !hedged && type != AlgoType.TRIGGER && i % 2 == 0;
        algo(type, Side.SELL, leg, reduces, "80000");
      }
    }
  }

  /// A few of each.
  void handful(boolean hedged) {
    PosSide leg = hedged ? PosSide.LONG : PosSide.NET;
    positions.fund("BTC", "2");
    if (hedged) {
      positions.hedged();
      positions.open(Positions.Kind.of("BTC-USDT-SWAP cross long"), "2");
      positions.open(Positions.Kind.of("BTC-USD-SWAP isolated short"), "-2");
    } else {
      positions.open(Positions.Kind.of("BTC-USDT-SWAP cross net"), "2");
      positions.open(Positions.Kind.of("BTC-USDT-SWAP isolated net"), "-1");
    }
    rest(5);
    rest(Side.SELL, leg, "0.01", "99000", !hedged);
    algo(AlgoType.CONDITIONAL, Side.SELL, leg, !hedged, "80000");
    algo(AlgoType.TRIGGER, Side.SELL, leg, false, "80000");
    algo(AlgoType.MOVE_ORDER_STOP, Side.SELL, leg, !hedged, "80000");
  }
}
