package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Journal;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.Altered;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Stranger;
import dev.okxguard.trade.AlgoPlaceRequest;
import dev.okxguard.trade.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody could do so that a run does not see it, and what a run could see that is not
/// there.
class BlindSpotsTest {
  /// Fills and bills show a minute late.
  private static final String[] LATE = {
    "late-visibility=60000@GET:/trade/fills", "late-visibility=60000@GET:/account/bills"
  };

  private static final String BID =
      """
      {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","px":"%s","sz":"1"}
      """;

  @TempDir Path home;
  private Scene scene;
  private Stranger stranger;

  @BeforeEach
  void open() {
    scene = new Scene(home);
    stranger = new Stranger(scene.desk, scene.time);
  }

  @Test
  void whatHappenedShortlyBeforeTheVeryFirstRunIsTakenAsFound() {
    scene.swapByHand(Side.BUY, "1");
    Report report = scene.run();
    assertThat(report.differences()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.CLEAN);
  }

  @Test
  void whatShowsOnlyAfterTheFirstRunWasTakenAsFound() {
    scene.swap(Side.BUY, "1");
    scene.buy("20");
    assertThat(scene.run(LATE).outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.later(Duration.ofSeconds(65));
    Report report = scene.run();
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
  }

  @Test
  void whatShowsOnlyAfterTheAdoptionWasAdopted() {
    scene.run();
    scene.swapByHand(Side.BUY, "1");
    scene.adopt(scene.propose(LATE), LATE);
    scene.later(Duration.ofSeconds(65));
    Report report = scene.run();
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
    scene.swapByHand(Side.SELL, "1");
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
  }

  @Test
  void theFirstRunSaysThatItTakesTheAccountAsFound() {
    assertThat(scene.run().firstRun())
        .hasValueSatisfying(it -> assertThat(it).contains("as found"));
    scene.later(Duration.ofMinutes(1));
    assertThat(scene.run().firstRun()).isEmpty();
  }

  @Test
  void aBotThatReplacesItsOrderAgainAndAgainIsFoundAllTheSame() {
    scene.run();
    AtomicReference<String> waiting = new AtomicReference<>(bid(30_000));
    int[] px = {30_000};
    Report report =
        scene.during(
            request -> {
              if (request.path().equals("/api/v5/trade/orders-pending")) {
                stranger.cancel(Orders.SWAP, waiting.get());
                px[0]++;
                waiting.set(bid(px[0]));
              }
            },
            new Request(Optional.empty(), true, Scene.TIME));
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(report.differences())
        .singleElement()
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.ORDER_FOREIGN));
    assertThat(scene.halted()).isTrue();
  }

  @Test
  void aBotThatTradesWithoutAPauseIsFoundByWhatItDidBefore() {
    scene.run();
    scene.later(Duration.ofMinutes(1));
    scene.swapByHand(Side.SELL, "2");
    scene.later(Duration.ofMinutes(4));
    AtomicInteger reads = new AtomicInteger();
    Report report =
        scene.during(
            request -> {
              if (request.path().equals("/api/v5/account/positions")) {
                Side side = reads.incrementAndGet() % 2 == 0 ? Side.BUY : Side.SELL;
                scene.byHand(Orders.contract(side, OrdType.MARKET, "1", "", false));
              }
            },
            new Request(Optional.empty(), true, Scene.TIME));
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(report.differences())
        .singleElement()
        .satisfies(it -> assertThat(it.actual()).isEqualTo("moving"))
        .satisfies(it -> assertThat(it.explanation()).contains("2 sold by hand"));
    assertThat(scene.halted()).isTrue();
    assertThat(scene.records("reconciled")).hasSize(2);
  }

  private String bid(int px) {
    return stranger.order(BID.formatted(px));
  }

  @Test
  void aClientIdOfOursThatSomebodyUsesAgainMakesNothingOurs() {
    scene.run();
    scene.swap(Side.BUY, "1");
    String used = scene.desk.accepted().getFirst().clOrdId();
    scene.later(Duration.ofMinutes(1));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    scene.byHand(Orders.contract(Side.BUY, OrdType.MARKET, "1", "", false), used);
    scene.later(Duration.ofMinutes(1));
    Report report = scene.run();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(report.differences())
        .filteredOn(it -> it.kind() == Kind.POSITION)
        .singleElement()
        .satisfies(it -> assertThat(it.severity()).isEqualTo(Severity.HALT))
        .satisfies(it -> assertThat(it.explanation()).contains("another copy"));
  }

  @Test
  void anAlgoOrderOnSpotDoesNotGoWithAPosition() {
    String algoId = algo(Algos.dip("0.001", "40000", "40010", "dip"));
    scene.run();
    stranger.cancelAlgo(Orders.PAIR, algoId);
    scene.later(Duration.ofMinutes(1));
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.DRIFT);
  }

  private String algo(AlgoPlaceRequest request) {
    try (PaperDesk.Process process = scene.desk.process()) {
      assertThat(process.gateway().placeAlgo(request)).isInstanceOf(Outcome.Accepted.class);
      return process.exchange().pendingAlgos().getFirst().algoId();
    }
  }

  @Test
  void anOrderOfOursIsKnownHoweverMuchWasWrittenSinceTheAccountWasLastSeen() {
    scene.run();
    scene.rest("40000");
    notes(1_200);
    scene.buy("20");
    scene.later(Duration.ofMinutes(10));
    assertThat(scene.run("50026@GET:/account/positionsx*").outcome())
        .isEqualTo(Report.Outcome.INCOMPLETE);
    assertThat(scene.records("books")).hasSize(2);
    Report report = scene.run();
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
  }

  private void notes(int count) {
    try (Journal journal = Journal.open(scene.desk.journal(), scene.time)) {
      journal.appendAll(Collections.nCopies(count, new Event.Note("test", "something else")));
    }
  }

  @Test
  void peopleAreToldAgainWhenTheFirstTimeDidNotReachThem() {
    scene.run();
    scene.swapByHand(Side.BUY, "1");
    List<Alarm> tried = new ArrayList<>();
    try (PaperDesk.Process process = scene.desk.process()) {
      new Reconciliation(deaf(scene.source(process), tried))
          .run(new Request(Optional.empty(), false, Scene.TIME));
    }
    assertThat(tried).hasSize(1);
    scene.later(Duration.ofMinutes(1));
    scene.run();
    assertThat(scene.alarmed()).as("not every minute, since some may have heard it").isEmpty();
    scene.later(Duration.ofMinutes(10));
    scene.run();
    assertThat(scene.alarmed()).containsExactly(Alarm.Kind.DRIFT);
  }

  private static Source deaf(Source source, List<Alarm> tried) {
    return Altered.of(
        source,
        "alerts",
        (Function<Alarm, Delivery>)
            alarm -> {
              tried.add(alarm);
              return new Delivery.Failed("no way out");
            });
  }
}
