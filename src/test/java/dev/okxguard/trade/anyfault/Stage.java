package dev.okxguard.trade.anyfault;

import static dev.okxguard.model.AlgoType.CONDITIONAL;
import static dev.okxguard.model.AlgoType.MOVE_ORDER_STOP;
import static dev.okxguard.model.AlgoType.OCO;
import static dev.okxguard.model.AlgoType.TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.model.AlgoType;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A paper exchange as nobody's faults touch it: to prepare it, and to look what is so.
record Stage(PaperDesk desk) {

  /// Reads or writes without faults.
  <T> T clean(Function<PaperDesk.Process, T> work) {
    try (PaperDesk.Process process = desk.process()) {
      return work.apply(process);
    }
  }

  /// Every order the exchange ever accepted.
  List<Order> orders() {
    return desk.accepted();
  }

  Optional<Order> order(String ordId) {
    return orders().stream().filter(order -> order.ordId().equals(ordId)).findFirst();
  }

  /// Every algo order the exchange ever accepted.
  List<Algo> algos() {
    return clean(
        process -> {
          List<Algo> all = new ArrayList<>(process.exchange().pendingAlgos());
          Instant since = process.exchange().serverTime().minus(Duration.ofDays(1));
          for (AlgoType type : List.of(CONDITIONAL, OCO, TRIGGER, MOVE_ORDER_STOP)) {
            all.addAll(process.exchange().algoHistory(type, since));
          }
          return List.copyOf(all);
        });
  }

  List<Position> positions() {
    return clean(process -> process.exchange().positions());
  }

  /// The last price of an instrument times a factor, on a tick of 0.1.
  BigDecimal price(String instId, String factor) {
    return clean(process -> process.exchange().quote(instId).orElseThrow())
        .last()
        .multiply(new BigDecimal(factor))
        .setScale(1, RoundingMode.DOWN);
  }

  /// An order placed by hand, past the gateway: what the exchange calls it.
  String manual(OrderDraft draft, String clOrdId) {
    return clean(
        process -> {
          WriteReply reply =
              process
                  .exchange()
                  .send(
                      Write.ORDER,
                      process.exchange().orderBody(draft, new ClOrdId(clOrdId)),
                      Optional.of(process.exchange().serverTime().plusSeconds(5)));
          assertThat(reply).isInstanceOf(WriteReply.Accepted.class);
          return ((WriteReply.Accepted) reply).id();
        });
  }

  /// A buy order by hand so far below the market that it rests.
  String resting(String clOrdId) {
    BigDecimal price = price(Orders.PAIR, "0.96");
    return manual(Orders.limit(Side.BUY, "0.0001", price.toPlainString(), "").draft(), clOrdId);
  }

  /// A position by hand.
  String position(Side side, PosSide leg, String contracts, String clOrdId) {
    OrderDraft net = Orders.contract(side, OrdType.MARKET, contracts, "", false);
    return manual(
        new OrderDraft(
            net.instType(),
            net.instId(),
            net.tdMode(),
            side,
            leg,
            net.ordType(),
            net.sz(),
            net.px(),
            false,
            net.tgtCcy(),
            net.stop()),
        clOrdId);
  }
}
