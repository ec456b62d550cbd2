package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Algo;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Orders;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An algo order that OKX does not show yet, or cannot show now, is cancelled all the same where
/// the journal knows it, but for a stop that has to stay.
class AlgoCancelLagTest {
  private static final String LAG = "late-visibility=600000@GET:/trade/order-algo";
  private static final String BLIND = "50026@GET:/trade/order-algox*";

  @TempDir Path home;
  private Scene scene;
  private String algoId;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    algoId = scene.wait("dip");
  }

  private static AlgoName byId(String instId, String algoId) {
    return new AlgoName(instId, Optional.of(algoId), Optional.empty());
  }

  private AlgoName byClientId() {
    String id = scene.last("intent").data().path("clOrdId").asString();
    return new AlgoName(Orders.PAIR, Optional.empty(), Optional.of(id));
  }

  private List<String> left() {
    return scene.process(
        process -> process.exchange().pendingAlgos().stream().map(Algo::algoId).toList());
  }

  private void goes(AlgoName name, String fault) {
    Outcome.Accepted accepted =
        Scene.accepted(scene.run(gateway -> gateway.cancelAlgo(name), fault));
    assertThat(accepted.ordId()).isEqualTo(algoId);
    assertThat(left()).isEmpty();
    assertThat(scene.last("intent").data().path("clOrdId").asString()).startsWith("okgp");
  }

  @Test
  void itIsCancelledByItsId() {
    goes(byId(Orders.PAIR, algoId), LAG);
  }

  @Test
  void itIsCancelledByItsClientId() {
    goes(byClientId(), LAG);
  }

  @Test
  void itIsCancelledByItsClientIdWhereOkxDoesNotAnswer() {
    goes(byClientId(), BLIND);
  }

  @Test
  void theLastStopOfAPositionStays() {
    scene.hold("0.05");
    String px = scene.price(Orders.SWAP, "0.97").toPlainString();
    String stop =
        Scene.accepted(scene.run(g -> g.placeAlgo(Algos.stop("0.05", px, "stop")))).ordId();
    Outcome told = scene.run(gateway -> gateway.cancelAlgo(byId(Orders.SWAP, stop)), LAG);
    assertThat(Scene.codes(told)).containsExactly("LAST_STOP");
    assertThat(left()).contains(stop);
  }

  @Test
  void whatMayBeTheLastStopStaysUntilOkxShowsIt() {
    scene.hold("0.05");
    String px = scene.price(Orders.SWAP, "0.97").toPlainString();
    String stop =
        Scene.accepted(scene.run(g -> g.placeAlgo(Algos.stop("0.05", px, "stop")))).ordId();
    Outcome told =
        scene.run(
            gateway -> gateway.cancelAlgo(byId(Orders.SWAP, stop)),
            LAG,
            "late-visibility=600000@GET:/trade/orders-algo-pending");
    assertThat(told)
        .isInstanceOfSatisfying(Outcome.Rejected.class, no -> assertThat(no.foreseen()).isTrue());
    assertThat(left()).contains(stop);
  }

  @Test
  void aCancelThatWasLostIsNotTakenForDoneWhileTheListShowsTheAlgoOrder() {
    Outcome told =
        scene.run(
            gateway -> gateway.cancelAlgo(byId(Orders.PAIR, algoId)),
            "lost-request@POST:/trade/cancel-algos");
    assertThat(told).isInstanceOf(Outcome.Unknown.class);
    scene.time.advance(Duration.ofMinutes(2));
    List<Resolved> resolved = scene.run(Gateway::resolve, LAG);
    assertThat(resolved).extracting(Resolved::word).containsExactly("not_sent");
  }

  /// The list of the waiting ones tells, where the algo order does not show by its id.
  @Test
  void anAmendmentThatArrivedIsNotTakenForLost() {
    BigDecimal px = scene.price(Orders.PAIR, "0.985");
    Optional<BigDecimal> same = Optional.empty();
    AlgoChanges moved = new AlgoChanges(same, same, same, same, same, Optional.of(px), same);
    scene.time.advance(Duration.ofMinutes(1));
    Outcome told =
        scene.run(
            gateway -> gateway.amendAlgo(byId(Orders.PAIR, algoId), moved),
            Stream.concat(
                    Stream.of("lost-reply@POST:/trade/amend-algos"),
                    IntStream.rangeClosed(2, 9).mapToObj(n -> "50026@GET:/trade/order-algo#" + n))
                .toArray(String[]::new));
    assertThat(told).isInstanceOf(Outcome.Unknown.class);
    scene.time.advance(Duration.ofMinutes(2));
    List<Resolved> resolved = scene.run(Gateway::resolve, LAG);
    assertThat(resolved).extracting(Resolved::word).containsExactly("accepted");
  }

  @Test
  void whatTheJournalDoesNotKnowIsNotSent() {
    for (AlgoName name :
        List.of(byId(Orders.PAIR, "404"), byId(Orders.PAIR, scene.rest("order")))) {
      Outcome told = scene.run(gateway -> gateway.cancelAlgo(name), LAG);
      assertThat(told)
          .isInstanceOfSatisfying(Outcome.Rejected.class, no -> assertThat(no.foreseen()).isTrue());
    }
  }
}
