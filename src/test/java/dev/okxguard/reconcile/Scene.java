package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.okx.wire.WireRequest;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An account on the paper exchange that somebody trades and somebody reconciles.
final class Scene {
  static final Duration TIME = Duration.ofSeconds(60);

  final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  final PaperDesk desk;
  final List<Alarm> alarms = new ArrayList<>();
  private int orders;

  Scene(Path home) {
    this.desk = new PaperDesk(home, time, 7);
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
    WatchedTransport wire = new WatchedTransport(desk.transport(List.of()), before);
    try (PaperDesk.Process process = desk.process(wire, time, PaperDesk.TIMEOUT)) {
      return new Reconciliation(source(process)).run(new Request(Optional.empty(), false, TIME));
    }
  }

  Source source(PaperDesk.Process process) {
    return new Source(
        process.exchange(),
        Environment.PAPER,
        desk.state(),
        desk.policy(),
        time,
        process.gateway()::resolve,
        _ -> {},
        _ -> {},
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
