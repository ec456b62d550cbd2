package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Bill;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.okx.Exchange;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a command has read itself spares the breakers reading it, and changes nothing of what they
/// see.
class PastTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration LATE = Duration.ofMinutes(2);

  private Instant clock = NOW;
  private List<Listed> all = List.of();
  private final Answers answers =
      new Answers()
          .to("eachFill", asked -> told(asked, it -> fill(it)))
          .to("eachBill", asked -> told(asked, it -> bill(it)));
  private final Exchange exchange = answers.exchange();
  private final Stretch.Reader<Fill> whole =
      (since, until, each) -> {
        exchange.eachFill(since, until, each, () -> false);
        return since;
      };

  /// One match, and when the exchange begins to list it.
  private record Listed(int number, Instant at, Instant listed) {}

  private interface Row<T> {
    T of(Listed listed);
  }

  @SuppressWarnings("unchecked")
  private <T> Object told(List<Object> asked, Row<T> row) {
    Optional<Instant> until = (Optional<Instant>) asked.get(1);
    newestFirst((Instant) asked.getFirst(), until).map(row::of).forEach((Consumer<T>) asked.get(2));
    return Optional.empty();
  }

  private Stream<Listed> newestFirst(Instant since, Optional<Instant> until) {
    return all.stream()
        .filter(it -> !it.listed().isAfter(clock) && !it.at().isBefore(since))
        .filter(it -> until.isEmpty() || it.at().isBefore(until.get()))
        .sorted(Comparator.comparing(Listed::at).thenComparing(Listed::number).reversed());
  }

  private static Fill fill(Listed it) {
    return new Fill(
        InstType.SPOT,
        "BTC-USDT",
        "t" + it.number(),
        "b" + it.number(),
        "o",
        "",
        Side.BUY,
        PosSide.NET,
        BigDecimal.ONE,
        BigDecimal.valueOf(it.number()),
        BigDecimal.ZERO,
        "USDT",
        BigDecimal.ZERO,
        it.at());
  }

  private static Bill bill(Listed it) {
    return new Bill(
        "b" + it.number(),
        "2",
        "1",
        "USDT",
        BigDecimal.valueOf(it.number()),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        "BTC-USDT",
        "",
        "",
        "",
        Optional.empty(),
        it.at());
  }

  private void happened(Random random, Duration ago) {
    int step = (int) ago.toMillis() / 400;
    all =
        IntStream.range(0, 400)
            .mapToObj(
                n -> {
                  Instant at = NOW.minus(ago).plusMillis((long) n * step).minusMillis(1);
                  long late = random.nextBoolean() ? 0 : random.nextInt((int) LATE.toMillis());
                  return new Listed(n, at, at.plusMillis(late));
                })
            .toList();
  }

  /// Reads the way a reconciliation does: slice by slice, each once nothing more was to show in it.
  private Instant readInSlices(Past past, Instant from, Random random) {
    Instant to = from;
    Instant last = NOW.minus(LATE);
    while (to.isBefore(NOW.minus(Duration.ofMinutes(3)))) {
      Instant begin = to.minusMillis(random.nextBoolean() ? 0 : random.nextInt(200_000));
      Instant end = to.plus(Duration.ofMinutes(1 + random.nextInt(90)));
      to = end.isBefore(last) ? end : last;
      clock = random.nextBoolean() ? to.plus(LATE) : NOW;
      List<Listed> seen = newestFirst(begin, Optional.of(to)).toList();
      past.add(
          new Span(begin, to),
          seen.stream().map(PastTest::fill).toList(),
          seen.stream().map(PastTest::bill).toList());
      if (random.nextInt(30) == 0) {
        to = to.plus(Duration.ofMinutes(random.nextInt(10)));
      }
    }
    clock = NOW;
    return to;
  }

  private static Past by(Instant now) {
    return Past.by(() -> now);
  }

  private void sameAsRead(Past past, Instant since) {
    Past none = Past.unread();
    assertThat(past.fills(since, whole)).isEqualTo(none.fills(since, whole));
    assertThat(past.bills(exchange, all(since))).isEqualTo(none.bills(exchange, all(since)));
  }

  private static Past.Wanted all(Instant since) {
    return new Past.Wanted(since, List.of(), Integer.MAX_VALUE, () -> false);
  }

  @Test
  void whateverWasReadBeforeTheBreakersSeeTheSame() throws Exception {
    Seed.check(
        (random, _) -> {
          happened(random, Duration.ofHours(1 + random.nextInt(100)));
          Past past = by(NOW.minusSeconds(random.nextInt(300)));
          readInSlices(past, NOW.minus(Duration.ofMinutes(1 + random.nextInt(6_000))), random);
          sameAsRead(past, NOW.minus(Duration.ofDays(3)));
          sameAsRead(past, NOW.minus(Duration.ofMinutes(random.nextInt(4_000))));
          sameAsRead(past, NOW.minus(Duration.ofMinutes(1)));
          sameAsRead(past, all.get(random.nextInt(all.size())).at());
        });
  }

  @Test
  void onlyWhatIsBeforeAndBehindItIsRead() {
    happened(new Random(1), Duration.ofDays(3));
    Past past = by(NOW);
    Instant from = NOW.minus(Duration.ofHours(5));
    past.add(new Span(from, NOW.minus(LATE)), List.of(), List.of());
    Instant since = NOW.minus(Duration.ofDays(3));
    assertThat(past.fills(since, whole)).isNotEmpty();
    past.bills(exchange, all(from.plusSeconds(1)));
    assertThat(asked("eachFill"))
        .containsExactly(
            "eachFill " + since + " " + Optional.of(from),
            "eachFill " + NOW.minus(LATE) + " " + Optional.empty());
    assertThat(asked("eachBill"))
        .containsExactly("eachBill " + NOW.minus(LATE) + " " + Optional.empty());
  }

  /// Without who was to be given the rows.
  private List<String> asked(String question) {
    return answers.asked(question).stream().map(it -> it.replaceAll(" dev\\S+", "")).toList();
  }

  /// The archive, which lags behind, and where each type is a list of its own.
  @Test
  void fillsThatMayBeFromTheArchiveAreReadAgain() {
    Instant since = NOW.minus(Duration.ofDays(3));
    Past past = by(NOW);
    past.add(new Span(since, NOW), List.of(), List.of());
    past.fills(since, whole);
    past.bills(exchange, all(since));
    assertThat(asked("eachFill")).containsExactly("eachFill " + since + " " + Optional.empty());
    assertThat(asked("eachBill"))
        .as("of which only the day's are held")
        .contains("eachBill " + since + " " + Optional.of(Instant.parse("2026-11-21T00:00:00Z")));
  }

  /// The exchange's clock is measured by then; this computer's may be hours off.
  @Test
  void whatIsLongAgoIsToldByTheClockOfTheFirstRead() {
    Past past = Past.by(() -> clock);
    clock = NOW.plus(Duration.ofHours(20));
    Instant since = clock.minus(Duration.ofDays(3));
    past.add(new Span(since, clock), List.of(), List.of());
    past.fills(since, whole);
    assertThat(asked("eachFill")).containsExactly("eachFill " + since + " " + Optional.empty());
  }

  @Test
  void behindAGapItBeginsAnew() {
    Past past = by(NOW);
    Instant early = NOW.minus(Duration.ofHours(9));
    Instant later = NOW.minus(Duration.ofHours(4));
    past.add(new Span(early, early.plusSeconds(3_600)), List.of(), List.of());
    past.add(new Span(later, NOW), List.of(), List.of());
    past.fills(early, whole);
    assertThat(asked("eachFill"))
        .contains("eachFill " + early + " " + Optional.of(later))
        .hasSize(2);
  }
}
