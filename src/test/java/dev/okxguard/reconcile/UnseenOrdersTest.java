package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Exchange;
import dev.okxguard.okx.Write;
import dev.okxguard.testing.Altered;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.CancelRequest;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders that were placed after one look at the account and were gone before the next.
class UnseenOrdersTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void look() {
    scene = new Scene(home);
    scene.buy("20");
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.later(Duration.ofMinutes(1));
  }

  @Test
  void oneThatAnotherHandCancelledIsMissing() {
    scene.rest("50000");
    Order order = waiting();
    cancelByHand(order);
    for (int run = 0; run < 2; run++) {
      Report report = scene.run();
      assertThat(report.outcome()).isEqualTo(Report.Outcome.DRIFT);
      assertThat(report.differences())
          .singleElement()
          .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.ORDER_MISSING))
          .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.WARN))
          .satisfies(it -> assertThat(it.subject().id()).isEqualTo(order.ordId()))
          .satisfies(it -> assertThat(it.expected()).isEqualTo("buy 0.001 at 50000"));
      scene.later(Duration.ofHours(1));
    }
    scene.adopt(scene.propose());
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
  }

  @Test
  void itIsMissingAlsoWhenTheExchangeForgotIt() {
    scene.rest("50000");
    cancelByHand(waiting());
    scene.later(Duration.ofHours(3));
    assertThat(scene.run().differences())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.ORDER_MISSING));
  }

  @Test
  void oneThatFilledOrThatWeCancelledIsNot() {
    scene.rest("50000");
    cancel(waiting());
    scene.trade(Orders.limit(Side.BUY, "0.001", "99000", "filled"));
    scene.later(Duration.ofMinutes(1));
    assertThat(scene.run().differences()).isEmpty();
    scene.rest("50000");
    assertThat(scene.run().differences()).isEmpty();
    cancel(waiting());
    assertThat(scene.run().differences()).isEmpty();
  }

  /// OKX forgets after two hours what was cancelled unfilled.
  @Test
  void oneThatCouldNotWaitIsNotMissed() {
    try (PaperDesk.Process process = scene.desk.process("50026@GET:/trade/orderx*")) {
      PlaceRequest limit = Orders.limit(Side.BUY, "0.001", "50000", "kill");
      PlaceRequest atOnce =
          Altered.of(limit, "draft", Altered.of(limit.draft(), "ordType", OrdType.IOC));
      assertThat(process.gateway().place(atOnce)).isInstanceOf(Outcome.Accepted.class);
    }
    scene.later(Duration.ofHours(3));
    assertThat(scene.run().differences()).isEmpty();
  }

  /// What was told once needs no asking again, when OKX may have forgotten it.
  @Test
  void oneWhoseEndWasExplainedIsNotMissedLater() {
    scene.rest("50000");
    try (PaperDesk.Process process = scene.desk.process()) {
      Exchange exchange = process.exchange();
      exchange.send(
          Write.CANCEL_ALL_AFTER,
          exchange.cancelAllAfterBody(Duration.ofSeconds(10)),
          Optional.empty());
    }
    scene.later(Duration.ofSeconds(30));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.later(Duration.ofHours(3));
    assertThat(scene.run().differences()).isEmpty();
  }

  @Test
  void theFirstRunTakesThoseThatAreGoneAsFound(@TempDir Path other) {
    scene = new Scene(other);
    scene.rest("50000");
    cancelByHand(waiting());
    scene.later(Duration.ofMinutes(1));
    assertThat(scene.run().differences()).isEmpty();
  }

  private Order waiting() {
    List<Order> all = scene.waiting();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void cancelByHand(Order order) {
    scene.cancelByHand(order);
    scene.later(Duration.ofSeconds(5));
  }

  private void cancel(Order order) {
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(
              process
                  .gateway()
                  .cancel(
                      new CancelRequest(
                          order.instId(), Optional.of(order.ordId()), Optional.empty())))
          .isInstanceOf(Outcome.Accepted.class);
    }
    scene.later(Duration.ofSeconds(5));
  }
}
