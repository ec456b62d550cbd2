package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.testing.Orders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An order that OKX does not show yet, or cannot show now, is cancelled all the same where the
/// journal knows it: its absence from one read is no reason to leave it there.
class CancelLagTest {
  private static final String LAG = "late-visibility=600000@GET:/trade/order";
  private static final String BLIND = "50026@GET:/trade/orderx*";

  @TempDir Path home;
  private Scene scene;
  private String ordId;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    ordId = scene.rest("one");
  }

  private static CancelRequest named(String clOrdId) {
    return new CancelRequest(Orders.PAIR, Optional.empty(), Optional.of(clOrdId));
  }

  private void goes(CancelRequest request, String fault) {
    Outcome.Accepted accepted =
        Scene.accepted(scene.run(gateway -> gateway.cancel(request), fault));
    assertThat(accepted.ordId()).isEqualTo(ordId);
    List<Order> left = scene.process(process -> process.exchange().pendingOrders());
    assertThat(left).isEmpty();
    assertThat(scene.last("intent").data().path("clOrdId").asString()).startsWith("okgp");
  }

  @Test
  void itIsCancelledByItsOrderId() {
    goes(Scene.cancel(ordId), LAG);
  }

  @Test
  void itIsCancelledByItsClientId() {
    String clOrdId = scene.last("intent").data().path("clOrdId").asString();
    goes(named(clOrdId), LAG);
  }

  @Test
  void itIsCancelledByTheCallersId() {
    goes(named("one"), LAG);
  }

  @Test
  void itIsCancelledByTheCallersIdWhereOkxDoesNotAnswer() {
    goes(named("one"), BLIND);
  }

  /// Nothing shows, neither the order nor that it is gone.
  @Test
  void aCancelThatWasLostIsNotTakenForDone() {
    Outcome told =
        scene.run(
            gateway -> gateway.cancel(Scene.cancel(ordId)),
            LAG,
            "lost-request@POST:/trade/cancel-order");
    assertThat(told).isInstanceOf(Outcome.Unknown.class);
    scene.time.advance(Duration.ofMinutes(20));
    List<Resolved> resolved = scene.run(Gateway::resolve);
    assertThat(resolved).extracting(Resolved::word).containsExactly("not_sent");
  }

  /// The list of what rests tells, where the order does not show by its id.
  @Test
  void anOrderThatOnlyTheListShowsIsNotTakenForGone() {
    Outcome told =
        scene.run(
            gateway -> gateway.cancel(Scene.cancel(ordId)),
            "lost-request@POST:/trade/cancel-order");
    assertThat(told).isInstanceOf(Outcome.Unknown.class);
    scene.time.advance(Duration.ofMinutes(2));
    List<Resolved> resolved = scene.run(Gateway::resolve, LAG);
    assertThat(resolved).extracting(Resolved::word).containsExactly("not_sent");
  }

  @Test
  void whatTheJournalDoesNotKnowIsNotSent() {
    Outcome told = scene.run(gateway -> gateway.cancel(Scene.cancel("404")), LAG);
    assertThat(told)
        .isInstanceOfSatisfying(Outcome.Rejected.class, no -> assertThat(no.foreseen()).isTrue());
  }

  @Test
  void anAlgoOrdersIdIsNoOrders() {
    String algoId = scene.wait("dip");
    for (String id : new String[] {algoId, "dip"}) {
      CancelRequest request = id.equals(algoId) ? Scene.cancel(id) : named(id);
      Outcome told = scene.run(gateway -> gateway.cancel(request));
      assertThat(told)
          .isInstanceOfSatisfying(Outcome.Rejected.class, no -> assertThat(no.foreseen()).isTrue());
    }
  }
}
