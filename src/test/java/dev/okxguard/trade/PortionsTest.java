package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.journal.FillPieces;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Answers;
import dev.okxguard.testing.Seed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fills that are more than one look reads: look after look sees each of them once.
class PortionsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-18T10:00:00.000123Z");
  private static final int PAGE = 5;

  @TempDir Path home;
  private Instant clock = BEGIN.plus(Duration.ofHours(2));
  private final List<Listed> all = new ArrayList<>();
  private int told;
  private BooleanSupplier hurry = () -> false;
  private Runnable meanwhile = () -> {};
  private final Answers answers = new Answers().to("eachFill", this::tell);

  /// One match, and when the exchange begins to list it.
  private record Listed(Fill fill, Instant recorded, Instant listed) {}

  @SuppressWarnings("unchecked")
  private Object tell(List<Object> asked) {
    Instant since = (Instant) asked.get(0);
    Optional<Instant> until = (Optional<Instant>) asked.get(1);
    meanwhile.run();
    List<Fill> now =
        all.stream()
            .filter(it -> !it.listed().isAfter(clock))
            .sorted(Comparator.comparing(Listed::recorded).reversed())
            .map(Listed::fill)
            .filter(it -> !it.time().isBefore(since))
            .filter(it -> until.isEmpty() || it.time().isBefore(until.get()))
            .toList();
    for (int from = 0; from < now.size(); from += PAGE) {
      List<Fill> page = now.subList(from, Math.min(from + PAGE, now.size()));
      page.forEach((Consumer<Fill>) asked.get(2));
      told += page.size();
      if (((BooleanSupplier) asked.get(3)).getAsBoolean()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Fill fill(int number, Instant at) {
    return new Fill(
        number % 3 == 0 ? InstType.SPOT : InstType.SWAP,
        "BTC-USDT" + "-SWAP".repeat(number % 2),
        "",
        "",
        "",
        "",
        number % 2 == 0 ? Side.BUY : Side.SELL,
        number % 4 == 0 ? PosSide.LONG : PosSide.NET,
        new BigDecimal("50000.10").add(BigDecimal.valueOf(number % 7)),
        BigDecimal.valueOf(number),
        new BigDecimal("-0.000000012"),
        "USDT",
        BigDecimal.valueOf(number % 5 - 2),
        at);
  }

  /// Recorded up to ten seconds late, and listed up to two minutes late.
  private void happens(Random random, Instant from, int count, int step) {
    for (int i = 0; i < count; i++) {
      Instant at = Instant.ofEpochMilli(from.toEpochMilli() + 1 + (long) i * step);
      Instant recorded = at.plusMillis(random.nextInt(10_000));
      all.add(
          new Listed(fill(all.size(), at), recorded, recorded.plusMillis(random.nextInt(100_000))));
    }
  }

  private FillPieces pieces() {
    return new FillPieces(home.resolve("fills"));
  }

  /// @return what was seen, where all of it was
  private Optional<List<Fill>> look(Instant since, Optional<Instant> until, int most) {
    List<Fill> seen = new ArrayList<>();
    Instant reached =
        new Portions(answers.exchange(), pieces(), clock, most, hurry)
            .read(since, until, seen::add);
    return reached.isAfter(since) ? Optional.empty() : Optional.of(seen);
  }

  private List<Fill> expected(Instant since, Optional<Instant> until) {
    return all.stream()
        .filter(it -> !it.listed().isAfter(clock))
        .map(Listed::fill)
        .filter(it -> !it.time().isBefore(since))
        .filter(it -> until.isEmpty() || it.time().isBefore(until.get()))
        .toList();
  }

  @Test
  void lookAfterLookSeesEachOfThemOnceThoughTradingGoesOn() throws Exception {
    Seed.check(
        (random, _) -> {
          hurry = () -> random.nextInt(9) == 0;
          for (int account = 0; account < 40; account++) {
            clock = BEGIN.plus(Duration.ofHours(2));
            all.clear();
            pieces().clear();
            int step = 500 + random.nextInt(20_000);
            happens(random, BEGIN, 300, step);
            Optional<List<Fill>> seen = Optional.empty();
            Optional<Instant> until = Optional.empty();
            Instant since = BEGIN;
            for (int look = 0; seen.isEmpty(); look++) {
              assertThat(look).as("looks of account " + account).isLessThan(200);
              clock = clock.plusSeconds(60 + random.nextInt(600));
              since = since.plusSeconds(random.nextInt(60));
              happens(random, clock.minusSeconds(90), random.nextInt(8), 10_000);
              until =
                  random.nextInt(4) == 0
                      ? Optional.of(clock.minusSeconds(random.nextInt(900)))
                      : Optional.empty();
              seen = look(since, until, 1 + random.nextInt(60));
            }
            assertThat(seen.orElseThrow())
                .as("account " + account)
                .containsExactlyInAnyOrderElementsOf(expected(since, until));
          }
        });
  }

  @Test
  void noLookReadsMuchMoreThanItsPortionAndWhatIsNew() {
    happens(new Random(1), BEGIN, 1_000, 6_000);
    for (int look = 1; look <= 9; look++) {
      told = 0;
      assertThat(look(BEGIN, Optional.empty(), 100)).isEmpty();
      assertThat(told).as("look " + look).isLessThanOrEqualTo(100 + 2 * PAGE + 20);
    }
    told = 0;
    List<Fill> seen = new ArrayList<>();
    for (int look = 0; seen.isEmpty(); look++) {
      assertThat(look).isLessThan(5);
      look(BEGIN, Optional.empty(), 100).ifPresent(seen::addAll);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected(BEGIN, Optional.empty()));
  }

  @Test
  void whoIsInAHurryKeepsWhatWasRead() {
    happens(new Random(7), BEGIN, 400, 20_000);
    hurry = () -> true;
    for (int look = 1; look <= 3; look++) {
      told = 0;
      assertThat(look(BEGIN, Optional.empty(), 1_000)).isEmpty();
      assertThat(told).as("look " + look).isLessThanOrEqualTo(20);
    }
    Instant from = pieces().newestFirst(clock).getLast().span().from();
    hurry = () -> false;
    told = 0;
    assertThat(look(BEGIN, Optional.empty(), 1_000).orElseThrow())
        .containsExactlyInAnyOrderElementsOf(expected(BEGIN, Optional.empty()));
    assertThat(told).isLessThanOrEqualTo(expected(BEGIN, Optional.of(from)).size() + 20);
  }

  @Test
  void whatIsFewIsReadAtOnceAndKeptNowhere() {
    happens(new Random(2), BEGIN, 50, 60_000);
    assertThat(look(BEGIN, Optional.empty(), 100)).isPresent();
    assertThat(home.resolve("fills")).doesNotExist();
  }

  @Test
  void looksBesideEachOtherCountNothingTwice() {
    happens(new Random(3), BEGIN, 300, 20_000);
    AtomicInteger others = new AtomicInteger();
    meanwhile = () -> lookBeside(others);
    Optional<List<Fill>> seen = Optional.empty();
    for (int look = 0; seen.isEmpty(); look++) {
      assertThat(look).isLessThan(30);
      seen = look(BEGIN, Optional.empty(), 25);
    }
    assertThat(others.get()).isGreaterThan(4);
    assertThat(seen.orElseThrow())
        .containsExactlyInAnyOrderElementsOf(expected(BEGIN, Optional.empty()));
  }

  private void lookBeside(AtomicInteger others) {
    Runnable again = meanwhile;
    meanwhile = () -> {};
    clock = clock.plusSeconds(50);
    look(BEGIN, Optional.empty(), 20 + 3 * others.incrementAndGet());
    clock = clock.minusSeconds(30);
    meanwhile = again;
  }

  @Test
  void whatAnotherLookTookAwayMeanwhileIsMissed() {
    happens(new Random(5), BEGIN, 300, 20_000);
    assertThat(look(BEGIN, Optional.empty(), 200)).isEmpty();
    meanwhile = () -> pieces().clear();
    assertThatThrownBy(() -> look(BEGIN, Optional.empty(), 200))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("another look");
    meanwhile = () -> {};
    assertThat(look(BEGIN, Optional.empty(), 1_000).orElseThrow()).hasSize(300);
  }

  /// After a pause in which much was traded, whoever is in a hurry reads the new ones bit by bit.
  @Test
  void manyNewOnesStopNothing() {
    happens(new Random(8), BEGIN, 300, 20_000);
    assertThat(look(BEGIN, Optional.empty(), 100)).isEmpty();
    happens(new Random(9), clock, 300, 20_000);
    clock = clock.plus(Duration.ofHours(2));
    hurry = () -> told >= 60;
    Optional<List<Fill>> seen = Optional.empty();
    for (int look = 0; seen.isEmpty(); look++) {
      assertThat(look).isLessThan(20);
      told = 0;
      seen = look(BEGIN, Optional.empty(), 100);
    }
    assertThat(seen.orElseThrow())
        .containsExactlyInAnyOrderElementsOf(expected(BEGIN, Optional.empty()));
  }

  @Test
  void aDamagedPieceIsForgottenAndReadAnew() throws IOException {
    happens(new Random(4), BEGIN, 300, 20_000);
    assertThat(look(BEGIN, Optional.empty(), 200)).isEmpty();
    for (Path piece : kept()) {
      byte[] bytes = Files.readAllBytes(piece);
      bytes[6] = 0x7f;
      Files.write(piece, bytes);
    }
    assertThatThrownBy(() -> look(BEGIN, Optional.empty(), 200))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("unreadable");
    assertThat(look(BEGIN, Optional.empty(), 1_000).orElseThrow()).hasSize(300);
  }

  @Test
  void whereNothingCanBeKeptTheLookSaysSo() throws IOException {
    Files.writeString(home.resolve("fills"), "in the way");
    happens(new Random(6), BEGIN, 300, 20_000);
    assertThatThrownBy(() -> look(BEGIN, Optional.empty(), 100))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("cannot be kept");
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("fills"))) {
      return files.toList();
    }
  }
}
