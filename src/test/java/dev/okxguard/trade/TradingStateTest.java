package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.StateDirectory;
import dev.okxguard.model.Environment;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever says stop is obeyed, the graver word first.
class TradingStateTest {
  private static final Environment ENV = Environment.LIVE;

  @TempDir Path home;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private StateDirectory state;
  private TradingStop stop;

  @BeforeEach
  void open() {
    state = new StateDirectory(home.resolve("state"));
    stop = new TradingStop(state, ENV, "7", time);
  }

  private void noted(Event event) {
    assertThat(stop.note(event)).isEmpty();
  }

  private void says(String word, String why) {
    TradingState now = stop.look();
    assertThat(now.word()).isEqualTo(word);
    assertThat(now.why().orElse("")).contains(why);
    assertThat(now.whyHalted().isPresent()).isEqualTo(word.equals("halted"));
  }

  @Test
  void whereNothingSaysStopTradingIsActive() {
    says("active", "");
    TradingState now = stop.look();
    assertThat(now.why()).isEmpty();
    assertThat(now.since()).isEmpty();
    assertThat(now.by()).isEmpty();
    assertThat(now.own()).isFalse();
    assertThat(now.ofAll()).isFalse();
  }

  @Test
  void eachFileStopsWhatItIsFor() {
    Halt.reducing(state).set(ENV, "7", "winding down", time);
    says("reducing", "winding down");
    assertThat(stop.look().own()).isTrue();
    new Halt(state).set(ENV, "7", "news", time);
    says("halted", "news");
    assertThat(stop.look().whyReducing().orElse("")).contains("winding down");
    assertThat(stop.look().ofAll()).isFalse();
  }

  @Test
  void aFileForAllStopsEachAccountAndIsNoneOfItsOwn() {
    Halt.reducing(state).setAll("quiet week", time);
    says("reducing", "quiet week");
    assertThat(TradingState.ofAll(state).word()).isEqualTo("reducing");
    new Halt(state).setAll("flood", time);
    says("halted", "flood");
    assertThat(stop.look().own()).isFalse();
    assertThat(stop.look().ofAll()).isTrue();
    assertThat(TradingState.ofAll(state).why().orElse("")).contains("flood");
  }

  @Test
  void whatIsOnRecordHoldsWithoutAFileUntilAPersonResumes() {
    noted(new Event.Reducing("winding down", "ann"));
    says("reducing", "winding down (the REDUCING file is gone, nobody resumed)");
    assertThat(stop.look().by()).isEqualTo("ann");
    time.advance(Duration.ofMinutes(1));
    noted(new Event.Halted("news", "bob"));
    says("halted", "news (the HALT file is gone, nobody resumed)");
    assertThat(stop.look().by()).isEqualTo("bob");
    assertThat(stop.look().since()).contains(time.now());
    assertThat(stop.look().own()).isTrue();
    stop.resume(stop.look(), new Event.Resumed("fine", "ann"));
    says("active", "");
  }

  @Test
  void aRecordWhereTheStateWasHoldsWhereverItIsMoved() {
    noted(new Event.Halted("news", "bob"));
    StateDirectory moved = new StateDirectory(home.resolve("elsewhere"), state.root());
    TradingStop there = new TradingStop(moved, ENV, "7", time);
    TradingState now = there.look();
    assertThat(now.word()).isEqualTo("halted");
    assertThat(now.why().orElse("")).contains("news", "without OKX_STATE_DIR");
    assertThat(now.since()).contains(time.now());
    assertThat(now.by()).isEqualTo("bob");
    assertThat(now.own()).isFalse();
  }

  @Test
  void aNarrowingWhereTheStateWasHoldsToo() {
    noted(new Event.Reducing("winding down", "bob"));
    StateDirectory moved = new StateDirectory(home.resolve("elsewhere"), state.root());
    TradingState now = new TradingStop(moved, ENV, "7", time).look();
    assertThat(now.word()).isEqualTo("reducing");
    assertThat(now.why().orElse("")).contains("winding down", "without OKX_STATE_DIR");
    assertThat(now.by()).isEqualTo("bob");
  }

  @Test
  void aBrokenRecordWhereTheStateWasStopsNothingHere() throws IOException {
    noted(new Event.Halted("news", "bob"));
    Path journal = state.journal(ENV, "7");
    try (var files = Files.list(journal)) {
      Files.writeString(files.findFirst().orElseThrow(), "broken\nbroken\n");
    }
    StateDirectory moved = new StateDirectory(home.resolve("elsewhere"), state.root());
    assertThat(new TradingStop(moved, ENV, "7", time).look().word()).isEqualTo("active");
  }
}
