package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.okx.Readings;
import dev.okxguard.testing.Answers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Fills of long ago, by which losing round trips are counted: all of them once, or none.
class StreakReadsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant SINCE = NOW.minus(Duration.ofDays(3));

  private final StreakReads reads = new StreakReads(SINCE, Optional.empty(), Optional.empty());

  private static Fill fill(String billId, int daysAgo) {
    return new Fill(
        InstType.SPOT,
        "BTC-USDT",
        "t" + billId,
        billId,
        "o" + billId,
        "",
        Side.BUY,
        PosSide.NET,
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        "USDT",
        BigDecimal.ZERO,
        NOW.minus(Duration.ofDays(daysAgo)));
  }

  private Optional<List<String>> archived(Answers answers, Fill... recent) {
    try (Readings readings = new Readings()) {
      return reads
          .archived(readings, answers.exchange(), List.of(recent))
          .map(all -> all.stream().map(Fill::billId).toList());
    }
  }

  @Test
  void thoseOfEachTypeAreAddedOnceAndTheNewestComesFirst() {
    Answers answers =
        new Answers()
            .to(
                "fillsArchive",
                it ->
                    switch ((InstType) it.getFirst()) {
                      case SPOT -> List.of(fill("spot", 20), fill("new", 1));
                      case SWAP -> List.of(fill("swap", 5), fill("old", 80));
                      default -> List.of(fill("future", 10));
                    });
    assertThat(archived(answers, fill("new", 1), fill("newer", 0)))
        .contains(List.of("newer", "new", "swap", "future", "spot", "old"));
    Instant from = NOW.minus(Duration.ofDays(89));
    assertThat(answers.asked("fillsArchive"))
        .containsExactly(
            "fillsArchive FUTURES " + from,
            "fillsArchive SPOT " + from,
            "fillsArchive SWAP " + from);
  }

  @Test
  void whoTradesOptionsOrOnMarginHasThoseOfLongAgoReadToo() {
    Answers answers = new Answers().to("fillsArchive", _ -> List.of());
    Fill option = of(InstType.OPTION, fill("new", 1));
    assertThat(archived(answers, option, of(InstType.MARGIN, fill("newer", 0)))).isPresent();
    assertThat(answers.asked("fillsArchive"))
        .hasSize(5)
        .anyMatch(read -> read.contains("OPTION"))
        .anyMatch(read -> read.contains("MARGIN"));
  }

  private static Fill of(InstType type, Fill it) {
    return new Fill(
        type,
        it.instId(),
        it.tradeId(),
        it.billId(),
        it.ordId(),
        it.clOrdId(),
        it.side(),
        it.posSide(),
        it.px(),
        it.sz(),
        it.fee(),
        it.feeCcy(),
        it.pnl(),
        it.time());
  }

  @Test
  void whereOneTypeCannotBeReadNothingIsConcluded() {
    Answers answers =
        new Answers()
            .to(
                "fillsArchive",
                it -> {
                  if (it.getFirst() == InstType.FUTURES) {
                    throw new Fault(ExitCode.UNREACHABLE, "no answer", "");
                  }
                  return List.of();
                });
    assertThat(archived(answers, fill("new", 1))).isEmpty();
  }

  @Test
  void onlyAResumptionAmongTheRecentOnesEndsTheStreakThere() {
    assertThat(reads.reachBackTo(Optional.of(SINCE.plusMillis(1)))).isTrue();
    assertThat(reads.reachBackTo(Optional.of(SINCE))).isFalse();
    assertThat(reads.reachBackTo(Optional.empty())).isFalse();
  }
}
