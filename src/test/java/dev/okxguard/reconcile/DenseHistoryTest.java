package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.guard.Policy;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Bill;
import dev.okxguard.model.Delivery;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However much happened in however short a time: each run brings the count on, until all of it is
/// counted once.
class DenseHistoryTest {
  private static final Instant BEGUN = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant BURST = BEGUN.plus(Duration.ofMinutes(7));
  private static final int MANY = 100_000;
  private static final Duration LENGTH = Duration.ofMinutes(3);

  private final ManualTime time = new ManualTime(BEGUN);
  private final List<History> happened = new ArrayList<>();

  /// OKX's limit on lists of bills: five pages a second.
  private Duration page = Duration.ofMillis(200);

  private final Answers answers =
      new Answers()
          .to("serverTime", _ -> time.now())
          .to("config", _ -> Samples.config(PosMode.NET, "trade"))
          .to("balance", _ -> new Balance(BigDecimal.ONE, List.of()))
          .to("positions", _ -> List.of())
          .to("pendingOrders", _ -> List.of())
          .to("pendingAlgos", _ -> List.of())
          .to("instrument", _ -> Optional.empty())
          .to("fills", asked -> newest(asked, 2, Duration.ZERO, DenseHistoryTest::fill))
          .to("bills", asked -> newest(asked, 1, page, DenseHistoryTest::bill));

  private long given;

  @TempDir Path home;
  private Site site;

  @BeforeEach
  void open() {
    site =
        new Site(
            new Source(
                answers.exchange(),
                Environment.PAPER,
                new StateDirectory(home),
                Samples.policy(Policy.RequireStop.NEVER),
                time,
                () -> {},
                _ -> {},
                Optional::empty,
                _ -> {},
                happened::add,
                _ -> new Delivery.Skipped("nobody listens")),
            "7");
    try (Journal journal = Journal.open(site.journal(), time)) {
      journal.append(Samples.intent("place", "clOrdId", "okg1"));
    }
  }

  /// As many as asked for and one more, newest first, a page at a time.
  private <T> List<T> newest(List<Object> asked, int most, Duration each, Function<Long, T> row) {
    Span span = (Span) asked.getFirst();
    long first = number(span.from());
    long end = number(span.to());
    long some = Math.min(end - first, 100L * ((Integer) asked.get(most) / 100L + 1));
    time.advance(each.multipliedBy(some / 100 + 1));
    given += most == 1 ? some : 0;
    return LongStream.range(0, Math.max(0, some)).mapToObj(n -> row.apply(end - 1 - n)).toList();
  }

  /// Of the first row at or after that moment.
  private static long number(Instant moment) {
    long nanos = Duration.between(BURST, moment).toNanos();
    long step = LENGTH.dividedBy(MANY).toNanos();
    return Math.clamp(Math.ceilDiv(nanos, step), 0, MANY);
  }

  private static Instant at(long number) {
    return BURST.plus(LENGTH.dividedBy(MANY).multipliedBy(number));
  }

  private static Fill fill(long number) {
    return new Fill(
        InstType.SWAP,
        Samples.SWAP,
        "t" + number,
        "f" + number,
        "9",
        "okg1",
        Side.BUY,
        PosSide.NET,
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        "USDT",
        BigDecimal.ZERO,
        at(number));
  }

  private static Bill bill(long number) {
    return new Bill(
        "b" + number,
        "2",
        "1",
        "USDT",
        BigDecimal.ONE,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Samples.SWAP,
        "9",
        "okg1",
        "",
        Optional.of(TdMode.CROSS),
        at(number));
  }

  /// The books after one run, or why it was cut short.
  private Optional<String> run(Duration length) {
    Deadline deadline = Deadline.in(length, time);
    Count count = Opening.count(site, deadline);
    try {
      assertThat(new Sync(site, deadline, count).run()).isEmpty();
      return Optional.empty();
    } catch (Unread unread) {
      return Optional.of(unread.getMessage());
    }
  }

  private Books books() {
    return Opening.count(site, Deadline.in(Scene.TIME, time)).books();
  }

  @Test
  void runAfterRunGoesOnUntilAllIsCountedOnce() {
    time.advance(Duration.ofMinutes(30));
    int runs = 1;
    for (Optional<String> cut = run(Scene.TIME); cut.isPresent(); cut = run(Scene.TIME)) {
      assertThat(cut.orElseThrow()).contains("is counted: the next run goes on from there");
      assertThat(runs++).isLessThan(10);
    }
    assertThat(runs).as("200 s of bills in a minute each").isGreaterThan(3);
    assertThat(books().held().leg(Samples.net(Samples.SWAP))).isEqualByComparingTo("100000");
    assertThat(books().held().cash("USDT")).isEqualByComparingTo("100000");
    assertThat(given).as("bills read in all").isLessThan(MANY + MANY / 2);
  }

  @Test
  void noRunHoldsMoreThanItsSlices() {
    time.advance(Duration.ofMinutes(30));
    assertThat(run(Duration.ofHours(1))).isEmpty();
    assertThat(happened).allSatisfy(it -> assertThat(it.bills()).hasSizeLessThan(8_000));
    assertThat(books().content().toString()).as("a record of the journal").hasSizeLessThan(2_000);
  }

  @Test
  void whatJustHappenedIsLeftToTheLook() {
    page = Duration.ZERO;
    time.advance(Duration.between(BEGUN, BURST).plus(LENGTH));
    assertThat(run(Duration.ofHours(1))).isEmpty();
    Instant counted = time.now().minus(Bookkeeping.OVERLAP);
    assertThat(books().at()).isBetween(counted.minusSeconds(60), counted);
    assertThat(books().held().cash("USDT")).isEqualByComparingTo(number(books().at()) + "");
  }

  @Test
  void aLookThatLeavesSomethingOutDecidesNothing() {
    time.advance(Duration.between(BEGUN, BURST).plus(LENGTH));
    page = Duration.ZERO;
    Report report =
        new Reconciliation(site.source()).run(new Request(Optional.empty(), false, Scene.TIME));
    assertThat(report.outcome()).isEqualTo(Report.Outcome.INCOMPLETE);
    assertThat(report.problems()).singleElement().asString().contains("too many for one look");
  }
}
