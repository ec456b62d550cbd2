package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Side;
import dev.okxguard.testing.PaperDesk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happened since the last run is counted once, however long ago that was.
class SyncTest {
  @TempDir Path home;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT1M",
        "PT3M",
        "PT15M",
        "PT71H57M",
        "PT71H59M",
        "PT72H",
        "PT72H1M",
        "PT96H",
        "P6DT23H59M",
        "P7D",
        "P7DT1M",
        "P30D"
      })
  void whatIsOldComesFromTheArchive(String gap) {
    scene.run();
    scene.buy("20");
    scene.swap(Side.BUY, "1");
    scene.later(Duration.parse(gap));
    Report report = scene.run(Scene.within(Duration.ofMinutes(10)));
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.filled()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void whatIsReadIsToldSpanBySpanAndWithoutAGap() {
    scene.run();
    scene.happened.clear();
    for (int i = 0; i < 5; i++) {
      scene.swap(Side.BUY, "1");
      scene.later(Duration.ofHours(2));
    }
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(scene.happened).hasSizeGreaterThan(3);
    for (int i = 1; i < scene.happened.size(); i++) {
      assertThat(scene.happened.get(i).span().from())
          .isBetween(
              scene.happened.get(i - 1).span().to().minusSeconds(1),
              scene.happened.get(i - 1).span().to());
    }
    assertThat(scene.happened.getLast().span().to())
        .as("all of it shows by then")
        .isBeforeOrEqualTo(scene.time.now().minus(Bookkeeping.OVERLAP));
    assertThat(scene.happened)
        .allSatisfy(it -> assertThat(it.fills()).allMatch(fill -> it.span().holds(fill.time())));
    assertThat(scene.happened.stream().flatMap(it -> it.fills().stream()).distinct()).hasSize(5);
    assertThat(
            scene.happened.stream()
                .flatMap(it -> it.bills().stream())
                .filter(bill -> bill.type().equals("2"))
                .distinct())
        .hasSize(5);
  }

  @Test
  void whatIsExplainedIsAddedUpOverAllThatIsRead() {
    scene.swap(Side.BUY, "1");
    scene.run();
    scene.later(Duration.ofDays(2));
    Report report = scene.run();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.CLEAN);
    List<Bill> funding =
        scene.happened.stream()
            .flatMap(it -> it.bills().stream())
            .filter(bill -> bill.type().equals("8"))
            .distinct()
            .toList();
    assertThat(funding).hasSizeGreaterThan(3);
    BigDecimal sum = funding.stream().map(Bill::balChg).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(report.explained()).containsExactly("funding: " + Decimals.text(sum) + " USDT");
  }

  @Test
  void whatOkxTellsNoMoreIsIncompleteUntilAPersonAdopts() {
    scene.run();
    scene.later(Duration.ofDays(95));
    Report report = scene.run();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.INCOMPLETE);
    assertThat(report.problems()).singleElement().asString().contains("okx reconcile adopt");
    scene.adopt(scene.propose());
    assertThat(scene.run().outcome()).isEqualTo(Report.Outcome.CLEAN);
  }

  @Test
  void aRunThatTimesOutGoesOnWhereItStopped() {
    scene.run();
    for (int i = 0; i < 12; i++) {
      scene.buy("20");
      scene.swap(i % 2 == 0 ? Side.BUY : Side.SELL, "1");
      scene.later(Duration.ofHours(5));
    }
    int runs = 0;
    Report report;
    do {
      report = scene.run(Scene.within(Duration.ofSeconds(26)), "delay=1000@GET:*x*");
      runs++;
    } while (report.outcome() == Report.Outcome.INCOMPLETE && runs < 50);
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(runs).isGreaterThan(1);
    assertThat(scene.filled()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(bills());
  }

  @Test
  void theFirstCountGoesBackToTheJournalsBeginning() {
    scene.buy("20");
    scene.later(Duration.ofDays(2));
    scene.swapByHand(Side.BUY, "1");
    scene.later(Duration.ofDays(2));
    Report report = scene.run();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.DRIFT);
    assertThat(report.differences())
        .anySatisfy(it -> assertThat(it.subject().instId()).isEqualTo("BTC-USDT-SWAP"));
    assertThat(scene.filled()).hasSize(1);
  }

  @Test
  void aFirstCountThatTimesOutIsResumedToo() {
    scene.buy("20");
    for (int i = 0; i < 10; i++) {
      scene.swap(Side.BUY, "1");
      scene.later(Duration.ofHours(7));
    }
    int runs = 0;
    Report report;
    do {
      report = scene.run(Scene.within(Duration.ofSeconds(26)), "delay=1000@GET:*x*");
      runs++;
    } while (report.outcome() == Report.Outcome.INCOMPLETE && runs < 50);
    assertThat(report.outcome()).as(report.toString()).isEqualTo(Report.Outcome.CLEAN);
    assertThat(runs).isGreaterThan(1);
    assertThat(scene.filled()).doesNotHaveDuplicates().hasSize(11);
  }

  private List<String> bills() {
    try (PaperDesk.Process process = scene.desk.process()) {
      return process
          .exchange()
          .fills(process.exchange().serverTime().minus(Duration.ofDays(2).plusHours(20)))
          .stream()
          .map(Fill::billId)
          .toList();
    }
  }
}
