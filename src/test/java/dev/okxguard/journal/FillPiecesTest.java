package dev.okxguard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.Span;
import dev.okxguard.testing.Seed;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fills kept from look to look: all of a span, or none.
class FillPiecesTest {
  @TempDir Path home;
  private FillPieces pieces;

  @BeforeEach
  void open() {
    pieces = FillPieces.of(home);
  }

  private static Instant at(int seconds) {
    return Instant.ofEpochMilli(seconds * 1_000L);
  }

  private static Fill fill(Random random, Instant at) {
    return new Fill(
        any(InstType.values(), random),
        "COIN" + random.nextInt(5) + "-Ü-SWAP",
        "",
        "",
        "",
        "",
        any(Side.values(), random),
        any(PosSide.values(), random),
        number(random),
        number(random),
        number(random),
        random.nextBoolean() ? "USDT" : "",
        number(random),
        at);
  }

  private static <T> T any(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }

  private static BigDecimal number(Random random) {
    return BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000L, random.nextInt(14) - 2);
  }

  private static List<Fill> newestFirst(Random random, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> fill(random, at(i))).toList().reversed();
  }

  private List<Fill> read(Span wanted) {
    List<Fill> read = new ArrayList<>();
    pieces.chain(at(9_999)).orElseThrow().each(read::add);
    return read.stream().filter(fill -> wanted.holds(fill.time())).toList();
  }

  private Optional<Span> span(Instant settled) {
    return pieces.chain(settled).map(FillPieces.Chain::span);
  }

  @Test
  void whatIsKeptIsReadAsItWas() throws Exception {
    Seed.check(
        (random, _) -> {
          List<Fill> newer = newestFirst(random, 100, 160);
          List<Fill> older = newestFirst(random, 20, 100);
          pieces.clear();
          pieces.keep(new Span(at(100), at(150)), newer);
          pieces.keep(new Span(at(30), at(100)), older);
          List<Fill> expected = new ArrayList<>(newer.subList(10, 60));
          expected.addAll(older.subList(0, 70));
          assertThat(read(new Span(at(0), at(999)))).isEqualTo(expected);
          assertThat(read(new Span(at(99), at(101))))
              .containsExactly(newer.getLast(), older.getFirst());
        });
  }

  @Test
  void piecesThatDoNotMeetAreNotTakenForOne() {
    pieces.keep(new Span(at(0), at(10)), List.of());
    pieces.keep(new Span(at(20), at(30)), List.of());
    assertThat(span(at(99))).contains(new Span(at(20), at(30)));
    pieces.keep(new Span(at(10), at(20)), List.of());
    assertThat(span(at(99))).contains(new Span(at(0), at(30)));
    assertThat(span(at(29))).as("one of the future").contains(new Span(at(0), at(20)));
  }

  @Test
  void whatIsCountedOrTooOldIsForgotten() {
    pieces.keep(new Span(at(0), at(10)), List.of());
    pieces.keep(new Span(at(10), at(20)), List.of());
    pieces.forget(at(19));
    assertThat(span(at(99))).contains(new Span(at(0), at(20)));
    pieces.forget(at(20));
    assertThat(home.resolve("fills")).doesNotExist();
  }

  /// Another look may add one that does not meet them.
  @Test
  void aChainIsWhatWasThereWhenItWasAskedFor() {
    List<Fill> fills = newestFirst(new Random(4), 0, 30);
    pieces.keep(new Span(at(0), at(20)), fills);
    FillPieces.Chain chain = pieces.chain(at(99)).orElseThrow();
    pieces.keep(new Span(at(25), at(30)), fills);
    List<Fill> read = new ArrayList<>();
    chain.each(read::add);
    assertThat(read).isEqualTo(fills.subList(10, 30));
  }

  @Test
  void anyByteThatChangesOrIsMissingIsFound() throws IOException {
    byte[] whole = FillTable.write(newestFirst(new Random(5), 0, 20));
    assertThat(FillTable.read(whole)).hasSize(20);
    for (int at = 0; at < whole.length; at++) {
      byte[] part = Arrays.copyOf(whole, at);
      assertThatThrownBy(() -> FillTable.read(part)).isInstanceOf(IllegalArgumentException.class);
      byte[] other = whole.clone();
      other[at] ^= 1;
      assertThatThrownBy(() -> FillTable.read(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPieceThatIsUnreadableIsForgottenWithTheOthers() throws IOException {
    pieces.keep(new Span(at(0), at(10)), List.of());
    pieces.keep(new Span(at(10), at(20)), List.of());
    Files.writeString(home.resolve("fills/0-10000"), "half");
    assertThatThrownBy(() -> read(new Span(at(0), at(20))))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("unreadable");
    assertThat(span(at(99))).isEmpty();
  }

  @Test
  void otherFilesAreNoPieces() throws IOException {
    pieces.keep(new Span(at(0), at(10)), List.of());
    for (String name : List.of(".0-10000.tmp", "20000-10000", "10000-20000x", "notes")) {
      Files.writeString(home.resolve("fills").resolve(name), "");
    }
    assertThat(span(at(99))).contains(new Span(at(0), at(10)));
  }
}
