package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.OneByOne;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An account on the paper exchange that somebody trades and somebody reconciles.
final class Scene {
  static final Duration TIME = Duration.ofSeconds(60);

  /// Wide enough for whatever a test trades.
  private static final String LIMITS =
      """
      [limits]
      require_stop_loss = "never"
      max_order_size = 100000
      max_order_ratio = 1
      max_position_size = 100000
      max_total_ratio = 10
      max_open_positions = 100
      max_open_orders = 1000
      max_daily_trades = 10000
      max_orders_per_minute = 1000
      max_leverage = 20
      min_cash_ratio = 0
      price_collar = 0.9
      max_slippage = 0.5
      max_risk_per_trade = 1
      duplicate_window_s = 0
      repeat_limit = 1000
      [breakers]
      max_daily_loss_ratio = 1
      max_drawdown = 1
      max_consecutive_losses = 0
      max_move = 0
      """;

  final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  final PaperDesk desk;
  final List<Alarm> alarms = new ArrayList<>();
  final List<History> happened = new ArrayList<>();
  private int orders;

  Scene(Path home) {
    this.desk = new PaperDesk(home, time, 7);
    try {
      Files.writeString(home.resolve("guard.toml"), LIMITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A run against the books.
  Report run(String... faults) {
    return run(new Request(Optional.empty(), false, TIME), faults);
  }

  /// A run that halts when it finds drift.
  Report halting(String... faults) {
    return run(new Request(Optional.empty(), true, TIME), faults);
  }

  Report run(Request request, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return new Reconciliation(source(process)).run(request);
    }
  }

  /// A run during which something happens before requests go on.
  Report during(Consumer<WireRequest> before) {
    return during(before, new Request(Optional.empty(), false, TIME));
  }

  Report during(Consumer<WireRequest> before, Request request) {
    Transport wire = new OneByOne(desk.transport(List.of()), before);
    try (PaperDesk.Process process = desk.process(wire, time, PaperDesk.TIMEOUT)) {
      return new Reconciliation(source(process)).run(request);
    }
  }

  /// A run with that much time.
  static Request within(Duration time) {
    return new Request(Optional.empty(), false, time);
  }

  Adoption.Proposal propose(String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return new Adoption(source(process)).propose(TIME);
    }
  }

  void adopt(Adoption.Proposal proposal, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      new Adoption(source(process)).adopt(proposal, "looked at it", "ann", TIME);
    }
  }

  Source source(PaperDesk.Process process) {
    return source(process, time);
  }

  Source source(PaperDesk.Process process, Time clock) {
    return new Source(
        process.exchange(),
        Environment.PAPER,
        desk.state(),
        desk.policy(),
        clock,
        process.gateway()::resolve,
        _ -> {},
        Optional::empty,
        _ -> {},
        happened::add,
        this::heard);
  }

  private synchronized Delivery heard(Alarm alarm) {
    alarms.add(alarm);
    return new Delivery.Sent(1);
  }

  List<Alarm.Kind> alarmed() {
    return alarms.stream().map(Alarm::kind).toList();
  }

  /// Trades through the gateway.
  void trade(PlaceRequest request) {
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().place(request)).isInstanceOf(Outcome.Accepted.class);
    }
    later(Duration.ofSeconds(5));
  }

  /// Buys spot at market, through the gateway.
  void buy(String usd) {
    trade(Orders.buy(usd, "k" + orders++));
  }

  /// Trades the swap at market, through the gateway.
  void swap(Side side, String sz) {
    trade(Orders.swap(side, sz, false, "k" + orders++));
  }

  /// Places an order and never hears what became of it.
  void lose() {
    try (PaperDesk.Process process =
        desk.process("lost-reply@POST:/trade/order", "50026@GET:/trade/orderx*")) {
      process.gateway().place(Orders.buy("20", "k" + orders++));
    }
    assertThat(desk.ledger().openIntents()).hasSize(1);
  }

  /// Leaves an order waiting, through the gateway.
  void rest(String px) {
    trade(Orders.limit(Side.BUY, "0.001", px, "k" + orders++));
  }

  /// Trades by hand, past the guard.
  void byHand(OrderDraft draft) {
    byHand(draft, "");
  }

  /// The same under that client id.
  void byHand(OrderDraft draft, String clOrdId) {
    try (PaperDesk.Process process = desk.process()) {
      String id = clOrdId.isEmpty() ? "hand" + orders++ : clOrdId;
      assertThat(
              process
                  .exchange()
                  .send(
                      Write.ORDER,
                      process.exchange().orderBody(draft, new ClOrdId(id)),
                      Optional.empty()))
          .isInstanceOf(WriteReply.Accepted.class);
    }
  }

  /// Cancels an order by hand.
  void cancelByHand(Order order) {
    try (PaperDesk.Process process = desk.process()) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("instId", order.instId()).put("ordId", order.ordId());
      assertThat(process.exchange().send(Write.CANCEL, body, Optional.empty()))
          .isInstanceOf(WriteReply.Accepted.class);
    }
  }

  /// What waits, whoever placed it.
  List<Order> waiting() {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().pendingOrders();
    }
  }

  /// Opens a swap position by hand.
  void swapByHand(Side side, String sz) {
    byHand(Orders.contract(side, OrdType.MARKET, sz, "", false));
    later(Duration.ofSeconds(5));
  }

  void later(Duration length) {
    time.advance(length);
  }

  boolean halted() {
    return new Halt(desk.state()).halted(Environment.PAPER, desk.uid());
  }

  List<Record> records(String type) {
    return desk.records().stream().filter(record -> record.type().equals(type)).toList();
  }

  /// The bill ids of all fills on record.
  List<String> filled() {
    List<String> ids = new ArrayList<>();
    records("fills")
        .forEach(
            record ->
                record
                    .data()
                    .path("fills")
                    .forEach(fill -> ids.add(fill.path("billId").asString(""))));
    return ids;
  }
}
