package dev.okxguard.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever happens on an account, in whatever order it is read.
class BooksPropertyTest {
  private static final int WORLDS = 20;
  private static final int STEPS = 60;

  @Test
  void nothingIsBlamedWhileOnlyOursAndTheExchangesBusinessHappens() throws Exception {
    worlds(
        (world, random) -> {
          Trader trader = new Trader(world, random);
          times(10, trader::regular);
          Books books = Look.taken(world);
          for (int i = 0; i < STEPS; i++) {
            trader.regular();
            if (random.nextInt(4) == 0) {
              books = Look.counted(world, books);
              assertThat(Look.drift(world, books)).isEmpty();
              books = books.seen(Look.actual(world), Look.demands(world, books));
            }
          }
        });
  }

  @Test
  void whatIsForeignIsFullyExplainedAndMovesNothingExpected() throws Exception {
    worlds(
        (world, random) -> {
          Trader trader = new Trader(world, random);
          times(10, trader::regular);
          Books books = Look.taken(world);
          times(STEPS, () -> anything(trader, random));
          books = Look.counted(world, books);
          for (Difference it : Look.drift(world, books)) {
            assertThat(it.explanation()).doesNotContain("explained by nothing");
          }
          Holdings actual = holdings(world);
          assertThat(actual.without(books.strange())).isEqualTo(books.held());
        });
  }

  @Test
  void anySlicingGivesTheSameBooks() throws Exception {
    slicings(
        (world, books, cut) -> count(world, books, books.at(), cut),
        (sliced, whole) -> assertThat(sliced).isEqualTo(whole));
  }

  @Test
  void slicesInWhichNothingMoreShowsNeedNotBeReadTwice() throws Exception {
    slicings(
        (world, books, cut) ->
            Bookkeeping.whole(books, Look.read(world, books.unread(), cut), world.ours()).books(),
        (sliced, whole) -> {
          assertThat(sliced.at()).isEqualTo(whole.at());
          assertThat(sliced.sameAs(whole)).as(sliced + " and " + whole).isTrue();
        });
  }

  private static void slicings(Slicing slicing, BiConsumer<Books, Books> check) throws Exception {
    worlds(
        (world, random) -> {
          Trader trader = new Trader(world, random);
          times(10, trader::regular);
          Books first = Look.taken(world);
          times(STEPS, () -> anything(trader, random));
          world.pass(Look.STILL);
          Instant end = world.now.plusMillis(1);
          Books whole = count(world, first, first.at(), end);
          Books sliced = first;
          for (Instant cut : cuts(random, first.at(), end)) {
            sliced = Books.of(slicing.next(world, sliced, cut).event("counted", ""));
          }
          check.accept(sliced, whole);
          assertThat(count(world, sliced, first.at(), end)).as("once more").isEqualTo(sliced);
        });
  }

  @Test
  void readingTheSameTwiceChangesNothing() throws Exception {
    worlds(
        (world, random) -> {
          Trader trader = new Trader(world, random);
          Books first = Look.taken(world);
          times(STEPS, () -> anything(trader, random));
          world.pass(Look.STILL);
          Instant end = world.now.plusMillis(1);
          Books once = count(world, first, first.at(), end);
          assertThat(count(world, once, first.at(), end)).isEqualTo(once);
          assertThat(count(world, once, end, end)).isEqualTo(once);
          assertThat(Bookkeeping.tally(once, Look.history(world, first.at(), end), world.ours()))
              .satisfies(again -> assertThat(again.fills()).isEmpty())
              .satisfies(again -> assertThat(again.explained()).isEmpty());
        });
  }

  @Test
  void booksSettledAtTheEndAreTheBooksTakenAtTheStart() throws Exception {
    worlds(
        (world, random) -> {
          Trader trader = new Trader(world, random);
          Books known = Look.taken(world);
          Books opening = Books.opening(known.at());
          times(STEPS, () -> anything(trader, random));
          Books settled = Look.counted(world, opening).settle(Look.actual(world), world.ours());
          assertThat(settled.held()).isEqualTo(Look.counted(world, known).held());
          assertThat(settled.strange()).isEqualTo(Look.counted(world, known).strange());
          assertThat(settled.settle(Look.actual(world), Ours.NOTHING)).isSameAs(settled);
        });
  }

  @Test
  void booksComeBackFromJsonAsTheyWere() throws Exception {
    worlds(
        (world, random) -> {
          Trader trader = new Trader(world, random);
          times(STEPS, () -> anything(trader, random));
          Books books = Look.taken(world);
          times(STEPS, () -> anything(trader, random));
          books = Look.counted(world, books);
          Books opening = Look.counted(world, Books.opening(Samples.START));
          for (Books each : List.of(books, opening)) {
            Books back = Books.of(each.event("counted", ""));
            assertThat(back).isEqualTo(each);
            assertThat(back.content().toString()).isEqualTo(each.content().toString());
          }
        });
  }

  @Test
  void bothSidesCountTheSame() throws Exception {
    worlds(
        (world, random) -> {
          World other = Trader.world(random);
          times(20, new Trader(world, random)::regular);
          times(20, new Trader(other, random)::regular);
          other.now = world.now;
          List<Difference> there = amounts(Look.taken(world), other);
          List<Difference> back = amounts(Look.taken(other), world);
          assertThat(there).hasSameSizeAs(back);
          for (int i = 0; i < there.size(); i++) {
            Difference a = there.get(i);
            Difference b = back.get(i);
            assertThat(a.subject()).isEqualTo(b.subject());
            assertThat(a.expected()).isEqualTo(b.actual());
            assertThat(a.actual()).isEqualTo(b.expected());
            assertThat(a.kind()).isEqualTo(mirrored(b.kind()));
          }
        });
  }

  private static Kind mirrored(Kind kind) {
    return switch (kind) {
      case GHOST -> Kind.UNEXPECTED;
      case UNEXPECTED -> Kind.GHOST;
      default -> kind;
    };
  }

  /// By subject, so that mirrored kinds stand in the same place.
  private static List<Difference> amounts(Books books, World world) {
    Amounts amounts = new Amounts(books, Look.actual(world));
    return Stream.concat(amounts.legs().stream(), amounts.cash().stream()).toList();
  }

  private static Holdings holdings(World world) {
    Actual actual = Look.actual(world);
    return Holdings.of(actual.balance(), actual.positions());
  }

  private static Books count(World world, Books books, Instant from, Instant to) {
    return Bookkeeping.count(books, Look.history(world, from, to), world.ours());
  }

  private static List<Instant> cuts(Random random, Instant from, Instant to) {
    long span = Duration.between(from, to).toMillis();
    List<Instant> cuts = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      cuts.add(from.plusMillis((long) (random.nextInt(10_000)) * span / 10_000));
    }
    cuts.add(to);
    return cuts.stream().sorted().toList();
  }

  private static void anything(Trader trader, Random random) {
    if (random.nextInt(4) == 0) {
      trader.foreign();
    } else {
      trader.regular();
    }
  }

  private static void times(int count, Runnable step) {
    for (int i = 0; i < count; i++) {
      step.run();
    }
  }

  private static void worlds(Story story) throws Exception {
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < WORLDS; i++) {
            story.tell(Trader.world(random), random);
          }
        });
  }

  @FunctionalInterface
  private interface Slicing {
    Books next(World world, Books books, Instant cut);
  }

  @FunctionalInterface
  private interface Story {
    void tell(World world, Random random);
  }
}
