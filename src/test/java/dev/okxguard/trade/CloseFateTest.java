package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Write;
import dev.okxguard.okx.wire.Transport;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Tampered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A lost answer of OKX's own close, which gives no order id.
class CloseFateTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
    trade(Side.BUY, false);
  }

  @Test
  void aLegThatIsGoneIsClosedAlsoWhereNoOrderShows() {
    intend();
    trade(Side.SELL, true);
    time.advance(Duration.ofSeconds(40));
    assertThat(resolve().word()).isEqualTo("accepted");
  }

  @Test
  void anotherLegOfTheInstrumentIsNotTakenForIt() {
    intend();
    trade(Side.SELL, true);
    new Positions(desk, time).open(Positions.Kind.of(Orders.SWAP + " isolated net"), "0.05");
    time.advance(Duration.ofSeconds(40));
    assertThat(resolve().word()).isEqualTo("accepted");
  }

  @Test
  void aLegThatIsStillThereWasNotClosed() {
    intend();
    time.advance(Duration.ofSeconds(40));
    assertThat(resolve().word()).isEqualTo("not_sent");
  }

  @Test
  void oneAnswerWithoutTheLegIsNoProofThatItIsGone() {
    intend();
    time.advance(Duration.ofSeconds(40));
    int[] looks = {0};
    Transport wire =
        new Tampered(
            desk.transport(List.of()),
            (request, text) ->
                request.path().endsWith("/positions") && ++looks[0] == 1
                    ? "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"
                    : text);
    try (PaperDesk.Process process = desk.process(wire, time, PaperDesk.TIMEOUT)) {
      assertThat(process.gateway().resolve().getFirst().word()).isEqualTo("not_sent");
    }
  }

  private Resolved resolve() {
    try (PaperDesk.Process process = desk.process()) {
      return process.gateway().resolve().getFirst();
    }
  }

  /// The intent of a close whose request never left.
  private void intend() {
    try (PaperDesk.Process process = desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      ClOrdId id = new ClOrdId("okgpclosing");
      ObjectNode body =
          process.exchange().closeBody(process.exchange().positions().getFirst(), false, id);
      account.record(
          new Event.Intent(
              id.text(),
              Optional.empty(),
              "d",
              "close",
              "SWAP",
              Orders.SWAP,
              id.text(),
              false,
              body,
              Optional.empty(),
              Optional.empty(),
              ""));
    }
  }

  private void trade(Side side, boolean reduceOnly) {
    OrderDraft draft = Orders.contract(side, OrdType.MARKET, "0.05", "", reduceOnly);
    try (PaperDesk.Process process = desk.process()) {
      ObjectNode body = process.exchange().orderBody(draft, new ClOrdId("manual" + side.word()));
      process.exchange().send(Write.ORDER, body, Optional.of(time.now().plusSeconds(5)));
    }
  }

  /// A close that was sent as an order of ours, and ended without a fill.
  private void unfilled() {
    OrderDraft draft = Orders.contract(Side.SELL, OrdType.LIMIT, "0.05", "200000", true);
    try (PaperDesk.Process process = desk.process();
        Account account = Account.enter(process.desk(), process.exchange().config())) {
      ClOrdId id = new ClOrdId("okgpclosing");
      ObjectNode body = process.exchange().orderBody(draft, id);
      account.record(
          new Event.Intent(
              id.text(),
              Optional.empty(),
              "d",
              "close",
              "SWAP",
              Orders.SWAP,
              id.text(),
              false,
              body,
              Optional.empty(),
              Optional.of(time.now().plusSeconds(5)),
              ""));
      process.exchange().send(Write.ORDER, body, Optional.empty());
      body.removeAll();
      process
          .exchange()
          .send(
              Write.CANCEL,
              body.put("instId", Orders.SWAP).put("clOrdId", id.text()),
              Optional.empty());
    }
  }

  private Resolved settled(String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().resolve().getFirst();
    }
  }

  private boolean halted() {
    return new Halt(desk.state()).reason(Environment.PAPER, desk.uid()).isPresent();
  }

  @Test
  void aCloseThatLeftAPositionHalts() {
    unfilled();
    Resolved resolved = settled();
    assertThat(resolved.remark()).contains("a position is left");
    assertThat(halted()).isTrue();
  }

  @Test
  void aCloseThatLeftNothingHaltsNothing() {
    unfilled();
    trade(Side.SELL, true);
    assertThat(settled().word()).isEqualTo("accepted");
    assertThat(halted()).isFalse();
  }

  @Test
  void wherePositionsCannotBeReadAPositionIsTakenToBeLeft() {
    unfilled();
    trade(Side.SELL, true);
    assertThat(settled("50026@GET:/account/positionsx*").remark()).contains("a position is left");
    assertThat(halted()).isTrue();
  }
}
