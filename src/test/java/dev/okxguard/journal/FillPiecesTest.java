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
    pieces.newestFirst(at(9_999)).forEach(piece -> piece.each(read::add));
    return read.stream().filter(fill -> wanted.holds(fill.time())).toList();
  }

  private List<Span> spans(int settled) {
    return pieces.newestFirst(at(settled)).stream().map(FillPieces.Piece::span).toList();
  }

  private static Span span(int from, int to) {
    return new Span(at(from), at(to));
  }

  @Test
  void whatIsKeptIsReadAsItWas() throws Exception {
    Seed.check(
        (random, _) -> {
          List<Fill> newer = newestFirst(random, 100, 160);
          List<Fill> older = newestFirst(random, 20, 100);
          pieces.clear();
          pieces.keep(span(100, 150), newer);
          pieces.keep(span(30, 100), older);
          List<Fill> expected = new ArrayList<>(newer.subList(10, 60));
          expected.addAll(older.subList(0, 70));
          assertThat(read(span(0, 999))).isEqualTo(expected);
          assertThat(read(span(99, 101))).containsExactly(newer.getLast(), older.getFirst());
        });
  }

  @Test
  void thoseThatOverlapCountOnce() {
    pieces.keep(span(0, 10), List.of());
    pieces.keep(span(20, 30), List.of());
    assertThat(spans(99)).containsExactly(span(20, 30), span(0, 10));
    pieces.keep(span(5, 25), List.of());
    pieces.keep(span(22, 30), List.of());
    assertThat(spans(99)).containsExactly(span(20, 30), span(5, 20), span(0, 5));
    assertThat(spans(29)).as("one of the future").containsExactly(span(5, 25), span(0, 5));
  }

  @Test
  void noFillOfAnOverlapIsGivenTwice() {
    List<Fill> fills = newestFirst(new Random(3), 0, 40);
    pieces.keep(span(0, 20), fills);
    pieces.keep(span(10, 30), fills);
    pieces.keep(span(25, 40), fills);
    assertThat(read(span(0, 99))).isEqualTo(fills);
  }

  @Test
  void whatIsCountedOrTooOldIsForgotten() {
    pieces.keep(span(0, 10), List.of());
    pieces.keep(span(10, 20), List.of());
    pieces.forget(at(9));
    assertThat(spans(99)).containsExactly(span(10, 20), span(0, 10));
    pieces.forget(at(19));
    assertThat(spans(99)).containsExactly(span(10, 20));
    pieces.forget(at(20));
    assertThat(home.resolve("fills")).doesNotExist();
  }

  @Test
  void whatAnotherLookForgotMeanwhileIsMissed() {
    pieces.keep(span(0, 10), List.of());
    List<FillPieces.Piece> before = pieces.newestFirst(at(99));
    pieces.clear();
    assertThatThrownBy(() -> before.getFirst().each(_ -> {}))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("another look");
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
    pieces.keep(span(0, 10), List.of());
    pieces.keep(span(10, 20), List.of());
    Files.writeString(home.resolve("fills/0-10000"), "half");
    assertThatThrownBy(() -> read(span(0, 20)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("unreadable");
    assertThat(spans(99)).isEmpty();
  }

  @Test
  void otherFilesAreNoPieces() throws IOException {
    pieces.keep(span(0, 10), List.of());
    for (String name : List.of(".0-10000.tmp", "20000-10000", "10000-20000x", "notes")) {
      Files.writeString(home.resolve("fills").resolve(name), "");
    }
    assertThat(spans(99)).containsExactly(span(0, 10));
  }
}
