package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.ClOrdId;
import dev.okxguard.model.Environment;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import dev.okxguard.model.TdMode;
import dev.okxguard.okx.Write;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// A stop-loss that was sent along is looked for after the order was taken.
class StopCheckTest {
  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperDesk desk;

  @BeforeEach
  void open() {
    desk = new PaperDesk(home, time, 7);
  }

  @Test
  void aFilledOrderWhoseStopIsLiveIsAccepted() {
    Outcome outcome = place(OrdType.MARKET);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(halted()).isEmpty();
  }

  @Test
  void aRestingOrderShowsItsStop() {
    assertThat(place(OrdType.LIMIT)).isInstanceOf(Outcome.Accepted.class);
    assertThat(halted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51603@GET:/trade/order-algox*",
        "50001@GET:/trade/order-algox*",
        "lost-reply@GET:/trade/order-algox*"
      })
  void aStopThatCannotBeSeenHaltsTrading(String fault) {
    Outcome outcome = place(OrdType.MARKET, fault);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Unsafe.class, it -> assertThat(it.reason()).contains("stop"));
    assertThat(halted()).isPresent();
    assertThat(desk.records()).extracting(r -> r.type()).contains("halted");
  }

  @Test
  void aMissingStopOfAnOrderOnCreditHaltsToo() throws IOException {
    Files.writeString(
        home.resolve("guard.toml"), "[limits]\ninst_types = [\"SPOT\", \"MARGIN\"]\n");
    OrderDraft swap = draft(OrdType.MARKET);
    OrderDraft credit =
        new OrderDraft(
            InstType.SPOT,
            Orders.PAIR,
            TdMode.ISOLATED,
            Side.BUY,
            PosSide.NET,
            OrdType.MARKET,
            new BigDecimal("20"),
            Optional.empty(),
            false,
            "",
            swap.stop());
    try (PaperDesk.Process process = desk.process("51603@GET:/trade/order-algox*")) {
      assertThat(process.gateway().place(new PlaceRequest(credit, Optional.empty())))
          .isInstanceOf(Outcome.Unsafe.class);
    }
    assertThat(halted()).isPresent();
  }

  @Test
  void theFirstOutcomeOfAKeyStaysUnsafe() {
    PlaceRequest keyed = new PlaceRequest(draft(OrdType.MARKET), Optional.of("k"));
    try (PaperDesk.Process process = desk.process("51603@GET:/trade/order-algox*")) {
      assertThat(process.gateway().place(keyed)).isInstanceOf(Outcome.Unsafe.class);
    }
    try (PaperDesk.Process process = desk.process()) {
      assertThat(process.gateway().place(keyed))
          .isInstanceOfSatisfying(
              Outcome.Unsafe.class,
              it -> assertThat(it.reason()).contains("stop").contains("used before"));
      assertThat(process.wire().placed()).isZero();
    }
  }

  @Test
  void anOrderThatACrashLeftWithoutItsStopHaltsTradingWhenItIsFound() {
    OrderDraft wanted = draft(OrdType.MARKET);
    ClOrdId id = new ClOrdId("okgpcrashed");
    try (PaperDesk.Process process = desk.process()) {
      ObjectNode sent = process.exchange().orderBody(wanted, id);
      ObjectNode taken = sent.deepCopy();
      taken.remove("attachAlgoOrds");
      var expiry = Optional.of(time.now().plusSeconds(5));
      try (Account account = Account.enter(process.desk(), process.exchange().config())) {
        account.record(
            new Event.Intent(
                id.text(),
                Optional.empty(),
                Digest.of(wanted, new Size.Exact(wanted.sz())),
                "place",
                "SWAP",
                wanted.instId(),
                id.text(),
                true,
                sent,
                Optional.empty(),
                expiry,
                ""));
      }
      process.exchange().send(Write.ORDER, taken, expiry);
      List<Resolved> resolved = process.gateway().resolve();
      assertThat(resolved)
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.word()).isEqualTo("accepted");
                assertThat(it.remark()).contains("no stop");
              });
    }
    assertThat(halted()).isPresent();
  }

  private Outcome place(OrdType type, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return process.gateway().place(new PlaceRequest(draft(type), Optional.empty()));
    }
  }

  private OrderDraft draft(OrdType type) {
    BigDecimal last;
    try (PaperDesk.Process process = desk.process()) {
      last = process.exchange().quote(Orders.SWAP).orElseThrow().last();
    }
    BigDecimal below = last.multiply(new BigDecimal("0.95")).setScale(0, RoundingMode.DOWN);
    BigDecimal resting = last.multiply(new BigDecimal("0.99")).setScale(0, RoundingMode.DOWN);
    OrderDraft bare =
        Orders.contract(
            Side.BUY, type, "0.01", type == OrdType.LIMIT ? resting.toPlainString() : "", false);
    return Orders.stopped(
        bare,
        new AttachedStop(
            Optional.empty(),
            Optional.empty(),
            Optional.of(below),
            Optional.of(BigDecimal.ONE.negate())));
  }

  private Optional<String> halted() {
    return new Halt(desk.state()).reason(Environment.PAPER, desk.uid());
  }
}
