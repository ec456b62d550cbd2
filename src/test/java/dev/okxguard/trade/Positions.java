package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Record;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.WriteReply;
import dev.okxguard.paper.PaperAdmin;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.JsonNodeFactory;

/// Positions that somebody opens past the guard, and what a close makes of them.
final class Positions {
  static final String LINEAR = "BTC-USDT-SWAP";
  static final String INVERSE = "BTC-USD-SWAP";

  private final PaperDesk desk;
  private final Time time;
  private final AtomicInteger orders = new AtomicInteger();

  Positions(PaperDesk desk, Time time) {
    this.desk = desk;
    this.time = time;
  }

  /// A leg to open, as in `BTC-USDT-SWAP cross net -2` or `BTC-USDT-SWAP isolated short 2`.
  record Kind(String instId, TdMode mode, PosSide posSide) {
    static Kind of(String text) {
      String[] words = text.split(" ");
      return new Kind(
          words[0], TdMode.of(words[1]).orElseThrow(), PosSide.of(words[2]).orElseThrow());
    }

    OrderDraft order(Side side, BigDecimal sz) {
      return new OrderDraft(
          InstType.SWAP,
          instId,
          mode,
          side,
          posSide,
          OrdType.MARKET,
          sz,
          Optional.empty(),
          false,
          "",
          Optional.empty());
    }
  }

  /// How one attempt to close ended.
  record Attempt(Optional<Outcome> outcome, Optional<Fault> fault, int sent) {
    String told() {
      return outcome.map(o -> o.getClass().getSimpleName()).orElse("fault")
          + (foreseen() ? " " + rejected().message() : "")
          + fault.map(f -> " " + f.exitCode() + " " + f.getMessage()).orElse("");
    }

    /// Whether it was refused without a request.
    boolean foreseen() {
      return outcome.filter(Outcome.Rejected.class::isInstance).isPresent() && sent == 0;
    }

    ExchangeError rejected() {
      return ((Outcome.Rejected) outcome.orElseThrow()).error();
    }

    Outcome.Accepted accepted() {
      assertThat(outcome).as(told()).containsInstanceOf(Outcome.Accepted.class);
      return (Outcome.Accepted) outcome.orElseThrow();
    }

    Outcome.Unsafe unsafe() {
      assertThat(outcome).as(told()).containsInstanceOf(Outcome.Unsafe.class);
      return (Outcome.Unsafe) outcome.orElseThrow();
    }
  }

  void hedged() {
    try (PaperDesk.Process process = desk.process()) {
      var body = JsonNodeFactory.instance.objectNode().put("posMode", "long_short_mode");
      assertThat(process.exchange().send(Write.POSITION_MODE, body, Optional.empty()))
          .isInstanceOf(WriteReply.Accepted.class);
    }
  }

  void fund(String ccy, String amount) {
    try (PaperAdmin admin = desk.admin()) {
      admin.fund(ccy, new BigDecimal(amount));
    }
  }

  /// Opens that many contracts; a negative number is a short.
  void open(Kind kind, String contracts) {
    BigDecimal sz = new BigDecimal(contracts);
    trade(kind.order(sz.signum() > 0 ? Side.BUY : Side.SELL, sz.abs()));
  }

  void trade(OrderDraft draft) {
    try (PaperDesk.Process process = desk.process()) {
      Exchange exchange = process.exchange();
      ClOrdId id = new ClOrdId("manual" + orders.incrementAndGet());
      WriteReply reply =
          exchange.send(
              Write.ORDER, exchange.orderBody(draft, id), Optional.of(time.now().plusSeconds(5)));
      assertThat(reply).isInstanceOf(WriteReply.Accepted.class);
    }
  }

  /// What the leg holds now, with direction.
  BigDecimal held(Kind kind) {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().positions().stream()
          .filter(
              p ->
                  p.instId().equals(kind.instId())
                      && p.mgnMode() == kind.mode()
                      && p.posSide() == kind.posSide())
          .map(Position::signed)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  Attempt close(CloseRequest request, List<String> faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return close(request, process);
    }
  }

  static Attempt close(CloseRequest request, PaperDesk.Process process) {
    try {
      Outcome outcome = process.gateway().close(request);
      return new Attempt(Optional.of(outcome), Optional.empty(), sent(process));
    } catch (Fault fault) {
      return new Attempt(Optional.empty(), Optional.of(fault), sent(process));
    }
  }

  private static int sent(PaperDesk.Process process) {
    return process.wire().placed() + process.wire().count("POST", "/api/v5/trade/close-position");
  }

  static CloseRequest whole(String instId) {
    return request(instId, new CloseSize.Whole());
  }

  static CloseRequest request(String instId, CloseSize size) {
    return new CloseRequest(
        instId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        size,
        false,
        Optional.empty());
  }

  static CloseRequest autoCxl(String instId) {
    return new CloseRequest(
        instId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new CloseSize.Whole(),
        true,
        Optional.empty());
  }

  static CloseRequest of(Kind kind, CloseSize size) {
    return new CloseRequest(
        kind.instId(),
        Optional.of(kind.posSide()),
        Optional.of(kind.mode()),
        Optional.empty(),
        size,
        false,
        Optional.empty());
  }

  boolean halted() {
    return new Halt(desk.state()).halted(Environment.PAPER, desk.uid());
  }

  /// The journal's last word on the newest close.
  String word() {
    String id = "";
    String word = "";
    for (Record record : desk.records()) {
      if (record.type().equals("intent")
          && record.data().path("action").asString("").equals("close")) {
        id = record.data().path("intentId").asString("");
        word = "";
      }
      if (record.type().equals("outcome")
          && record.data().path("intentId").asString("").equals(id)) {
        word = record.data().path("outcome").asString("");
      }
    }
    return word;
  }

  /// Whether OKX ever took an order under that client id.
  boolean taken(String clOrdId) {
    return desk.accepted().stream().anyMatch(order -> order.clOrdId().equals(clOrdId));
  }
}
